"""Reading to Event claims."""

from __future__ import annotations

from vedette.model.claim import Event
from vedette.reading.reading import Reading


def events(reading: Reading) -> list[Event]:
    """Every event claim of the report."""
    return []
