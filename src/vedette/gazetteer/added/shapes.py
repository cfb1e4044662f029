"""Where an area is: the middle of its largest ring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Ring = Sequence[Sequence[float]]


def middle(geometry: dict[str, Any]) -> tuple[float, float] | None:
    """Latitude and longitude of a GeoJSON geometry's middle; None for lines and for what has no coordinates."""
    kind, at = geometry.get("type"), geometry.get("coordinates")
    if not at:
        return None
    if kind == "Point":
        return float(at[1]), float(at[0])
    if kind == "MultiPoint":
        return float(at[0][1]), float(at[0][0])
    if kind == "Polygon":
        return _ring_middle(at[0])[1]
    if kind == "MultiPolygon":
        return max((_ring_middle(polygon[0]) for polygon in at), key=lambda m: m[0])[1]
    return None


def _ring_middle(ring: Ring) -> tuple[float, tuple[float, float]]:
    """Area and centroid (latitude, longitude) of a ring by the shoelace formula; in degrees, which a middle may be."""
    area = x = y = 0.0
    x0, y0 = ring[0][0], ring[0][1]  # measured from a corner: small numbers lose less
    for (ax, ay, *_), (bx, by, *_) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        area += cross
        x += (ax + bx - 2 * x0) * cross
        y += (ay + by - 2 * y0) * cross
    if area == 0:
        return 0.0, (float(y0), float(x0))
    return abs(area) / 2, (y0 + y / (3 * area), x0 + x / (3 * area))
