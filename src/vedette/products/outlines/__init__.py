"""Outlines of countries and first-level areas: Natural Earth, public domain, built by tools/outlines/build.py."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

BUILT = Path(__file__).parent / "built"

Ring = tuple[tuple[float, float], ...]
"""Points as (longitude, latitude) in degrees."""


@dataclass(frozen=True)
class Shape:
    """A named area: its rings, and the box (west, south, east, north) around them."""

    name: str
    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float]

    @cached_property
    def boxes(self) -> tuple[tuple[float, float, float, float], ...]:
        """The box around each ring."""
        return tuple(
            (min(x for x, _ in r), min(y for _, y in r), max(x for x, _ in r), max(y for _, y in r)) for r in self.rings
        )

    def holds(self, lon: float, lat: float) -> bool:
        """Whether the point lies inside (even-odd rule)."""
        west, south, east, north = self.box
        if not (west <= lon <= east and south <= lat <= north):
            return False
        inside = False
        for ring in self.rings:
            for (x1, y1), (x2, y2) in pairwise(ring):
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    inside = not inside
        return inside


@cache
def countries() -> tuple[Shape, ...]:
    """Every country; empty where the outlines have not been built."""
    return _load(BUILT / "countries.json")


@cache
def areas(iso_a3: str) -> tuple[Shape, ...]:
    """The first-level areas of a country by its ISO alpha-3 code; empty where there are none."""
    return _load(BUILT / "areas" / f"{iso_a3.upper()}.json")


def _load(path: Path) -> tuple[Shape, ...]:
    if not path.is_file():
        return ()
    shapes = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        rings = tuple(part for ring in row["rings"] for part in seamless(tuple((x, y) for x, y in ring)))
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        if xs:
            shapes.append(Shape(row["name"] or "", rings, (min(xs), min(ys), max(xs), max(ys))))
    return tuple(shapes)


def seamless(ring: Ring) -> tuple[Ring, ...]:
    """The ring without a line across the map where it passes 180 degrees of longitude.

    Beyond that meridian its longitudes go on, and it is given once for each side of the map that it reaches. What goes
    around a pole is closed along the pole. Other rings come back alone, as they are.
    """
    whole, turn = [ring[0]], 0
    for (before, _), (lon, lat) in pairwise(ring):
        turn += 360 if lon - before < -180 else -360 if lon - before > 180 else 0
        whole.append((lon + turn, lat))
    if turn:
        pole = math.copysign(90.0, sum(lat for _, lat in ring))
        whole += [(whole[-1][0], pole), (whole[0][0], pole), whole[0]]
    west, east = min(lon for lon, _ in whole), max(lon for lon, _ in whole)
    turns = [t for t in (-360, 0, 360) if west + t < 180 and east + t > -180]
    return tuple(tuple((lon + t, lat) for lon, lat in whole) for t in turns)
