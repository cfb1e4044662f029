"""Distances between places."""

from __future__ import annotations

from math import cos, hypot, radians

from vedette.model.place import Place


def apart_km(a: Place, b: Place) -> float:
    """Kilometres between two places, 0 where either has no coordinates (good to a per cent within a country)."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2))) * 111.2
