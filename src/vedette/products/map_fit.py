"""What a map is fitted to: the places that most happenings are at, and the crowd that an inset shows."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from vedette.products.map_spots import Spot
from vedette.products.projection import EARTH_KM, KM_A_DEGREE, View, distance_km, on_globe

INSET_KM = 40
_MOST, _FAR = 0.8, 3
"""Of places without happenings: those thrice as far from the middle as four fifths of all are far."""

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


def home_points(points: list[Point], found: Sequence[Spot]) -> list[Point]:
    """The points to fit the view to: those in the country of most happenings; of control alone all but the far ones."""
    counts: dict[str | None, int] = defaultdict(int)
    for spot in found:
        counts[spot.events[0].country] += len(spot.events)
    if not counts:
        return together(points)
    home = max(sorted(counts, key=str), key=lambda c: counts[c])
    own = [s.position for s in found if s.events[0].country == home]
    return own or points


def together(points: Sequence[Point]) -> list[Point]:
    """The points without those that lie far from most others, since one must not shrink the map of all."""
    middle = (median(p[0] for p in points), median(p[1] for p in points))
    far = [distance_km(middle, p) for p in points]
    reach = max(_FAR * sorted(far)[int(_MOST * (len(far) - 1))], INSET_KM)
    return [p for p, km in zip(points, far, strict=True) if km <= reach]


def crowd(points: Sequence[Point], view: View) -> list[Point]:
    """The largest group of places within INSET_KM of one of them, if the main map cannot tell them apart."""
    if view.km_a_pixel * 40 <= 8:
        return []
    best: list[Point] = []
    tall = INSET_KM / KM_A_DEGREE
    every = sorted(set(points))
    # In squares no smaller than the reach, all that is near a place lies in its own square and the eight around it.
    farthest = min(max(abs(lat) for _, lat in every) + tall, 89.0)
    wide = tall / max(math.cos(math.radians(farthest)), 0.01)
    # The straight line through the globe tells how far two points are with no more than a multiplication or three.
    spheres = {p: on_globe(p) for p in every}
    reach = (2 * EARTH_KM * math.sin(INSET_KM / EARTH_KM / 2)) ** 2
    squares: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for lon, lat in every:
        squares[int(lon // wide), int(lat // tall)].append((lon, lat))
    for lon, lat in every:
        column, row = int(lon // wide), int(lat // tall)
        around = [squares.get((column + i, row + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        if sum(map(len, around)) <= len(best):
            continue
        box = [p for square in around for p in square if -tall <= p[1] - lat <= tall and -wide <= p[0] - lon <= wide]
        if len(box) <= len(best):
            continue
        x, y, z = spheres[lon, lat]
        near = [p for p in box if ((q := spheres[p])[0] - x) ** 2 + (q[1] - y) ** 2 + (q[2] - z) ** 2 <= reach]
        if len(near) > len(best):
            best = sorted(near)
    return best if len(best) >= 3 else []
