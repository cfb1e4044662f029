"""Reading to Statement claims."""

from __future__ import annotations

from vedette.model.claim import Statement
from vedette.reading.reading import Reading


def statements(reading: Reading) -> list[Statement]:
    """Every statement claim of the report."""
    return []
