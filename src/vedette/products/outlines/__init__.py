"""Outlines of countries and first-level areas: Natural Earth, public domain, built by tools/outlines/build.py."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
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
        rings = tuple(tuple((x, y) for x, y in ring) for ring in row["rings"])
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        if xs:
            shapes.append(Shape(row["name"] or "", rings, (min(xs), min(ys), max(xs), max(ys))))
    return tuple(shapes)
