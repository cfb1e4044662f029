"""Reading to Toll claims."""

from __future__ import annotations

from vedette.model.claim import Toll
from vedette.reading.reading import Reading


def tolls(reading: Reading) -> list[Toll]:
    """Every toll claim of the report."""
    return []
