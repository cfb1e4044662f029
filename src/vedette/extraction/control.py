"""Reading to Control claims."""

from __future__ import annotations

from vedette.model.claim import Control
from vedette.reading.reading import Reading


def control(reading: Reading) -> list[Control]:
    """Every control claim of the report."""
    return []
