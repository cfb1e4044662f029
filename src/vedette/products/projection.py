"""From degrees to the pixels of a drawing: plate carrée, its longitudes scaled by the middle latitude."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

KM_A_DEGREE = 111.2
EARTH_KM = 6371


@dataclass(frozen=True)
class View:
    """A box of the world drawn `width` by `height` pixels, north up."""

    box: Box
    width: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        west, south, east, north = self.box
        x = (lon - west) / (east - west) * self.width
        y = (north - lat) / (north - south) * self.height
        return round(x, 1), round(y, 1)

    def meets(self, box: Box) -> bool:
        """Whether the box and this one have a point in common."""
        west, south, east, north = self.box
        return box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south

    @property
    def km_a_pixel(self) -> float:
        """How many kilometres a pixel spans, at the middle latitude."""
        return (self.box[3] - self.box[1]) * KM_A_DEGREE / self.height


def view_around(points: Sequence[tuple[float, float]], width: float, height: float, least_km: float) -> View:
    """The view that holds all `points` (lon, lat) with a margin, at least `least_km` high."""
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    shrink = max(math.cos(math.radians(lat)), 0.05)
    tall = max((max(lats) - min(lats)) * 1.3, least_km / KM_A_DEGREE)
    wide = max((max(lons) - min(lons)) * 1.3 * shrink, tall * width / height)
    tall = max(tall, wide * height / width)
    half_lon, half_lat = wide / shrink / 2, tall / 2
    return View((lon - half_lon, lat - half_lat, lon + half_lon, lat + half_lat), width, height)


def clipped(ring: Sequence[tuple[float, float]], box: Box) -> list[tuple[float, float]]:
    """The ring with fewer points outside the box, drawn alike within it: empty where it never comes near.

    Of points in a row that all lie beyond the same edge only the first and the last are kept: what joins them lies
    beyond that edge too, so nothing within the box is drawn or filled otherwise.
    """
    west, south, east, north = box
    out: list[tuple[float, float]] = []
    last, run, seen = "", 0, set()
    for point in ring:
        lon, lat = point
        side = "w" if lon < west else "e" if lon > east else "s" if lat < south else "n" if lat > north else ""
        seen.add(side)
        run = run + 1 if side and side == last else 0
        if run > 1:
            out[-1] = point
        else:
            out.append(point)
        last = side
    return [] if len(seen) == 1 and "" not in seen else out


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points (lon, lat) by the haversine formula, radius EARTH_KM."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1, math.sqrt(h)))


def on_globe(point: tuple[float, float]) -> tuple[float, float, float]:
    """A point (lon, lat) as kilometres from the middle of the globe along three axes at right angles."""
    lon, lat = math.radians(point[0]), math.radians(point[1])
    flat = EARTH_KM * math.cos(lat)
    return flat * math.cos(lon), flat * math.sin(lon), EARTH_KM * math.sin(lat)
