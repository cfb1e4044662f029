"""Places named."""

from __future__ import annotations

from vedette.reading.reading import PlaceMention, Reading


def find_places(reading: Reading) -> list[PlaceMention]:
    """Every place named in the report, resolved or with the reason why not."""
    return []
