"""Words of time."""

from __future__ import annotations

from vedette.reading.reading import Reading, TimeMention


def find_times(reading: Reading) -> list[TimeMention]:
    """Every expression of time in the report, resolved to days or with the reason why not."""
    return []
