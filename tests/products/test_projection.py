"""Cutting outlines to a view changes nothing within it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vedette.products.outlines import Shape
from vedette.products.projection import clipped

BOX = (0.0, 0.0, 10.0, 10.0)
DEGREES = st.floats(-30, 40, allow_nan=False).map(lambda x: round(x, 2) + 0.001)
RINGS = st.lists(st.tuples(DEGREES, DEGREES), min_size=3, max_size=40)
WITHIN = st.floats(0.5, 9.5).map(lambda x: round(x, 2) + 0.0005)


def holds(ring: list[tuple[float, float]], lon: float, lat: float) -> bool:
    closed = (*ring, ring[0])
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return Shape("", (closed,), (min(lons), min(lats), max(lons), max(lats))).holds(lon, lat)


@given(RINGS, WITHIN, WITHIN)
def test_what_lies_within_the_box_is_filled_alike(ring: list[tuple[float, float]], lon: float, lat: float) -> None:
    cut = clipped(ring, BOX)
    assert (bool(cut) and holds(cut, lon, lat)) == holds(ring, lon, lat)


@given(RINGS)
def test_every_point_within_the_box_is_kept(ring: list[tuple[float, float]]) -> None:
    inside = [p for p in ring if 0 <= p[0] <= 10 and 0 <= p[1] <= 10]
    assert [p for p in clipped(ring, BOX) if p in inside] == inside


def test_what_lies_beyond_one_edge_is_not_drawn() -> None:
    assert clipped([(-5, 1), (-3, 8), (-9, 4)], BOX) == []
