"""Cutting outlines to a view changes nothing within it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vedette.products.outlines import Shape, seamless
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


def test_a_ring_past_the_date_line_is_drawn_on_both_sides_and_not_across() -> None:
    island = ((170.0, 60.0), (-170.0, 60.0), (-170.0, 70.0), (170.0, 70.0), (170.0, 60.0))
    parts = seamless(island)
    shape = Shape("", parts, (-190, 60, 190, 70))
    assert shape.holds(175, 65) and shape.holds(-175, 65) and not shape.holds(0, 65)
    assert all(abs(b[0] - a[0]) <= 20 for part in parts for a, b in pairwise(part))


def test_land_around_a_pole_reaches_the_pole() -> None:
    cap = tuple((float(lon), -70.0) for lon in (-180, -90, 0, 90, 180, -180))
    shape = Shape("", seamless(cap), (-180, -90, 180, -70))
    assert all(shape.holds(lon, -80) for lon in (-170, 10, 170)) and not shape.holds(10, -60)


@given(RINGS)
def test_a_ring_that_stays_on_its_side_is_left_alone(ring: list[tuple[float, float]]) -> None:
    assert seamless(tuple(ring)) == (tuple(ring),)
