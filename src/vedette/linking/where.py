"""How well two places fit one happening: by name, by the gazetteer, by what the quotes name."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from vedette.linking.score import NEVER, Score
from vedette.linking.spelling import PlaceName, same_name
from vedette.model.place import Place, PlaceKind

_EARTH_KM = 6371.0
_CITY = 200_000  # inhabitants
_PARTLY = 2.0
_SMALL = frozenset({PlaceKind.AREA, PlaceKind.SITE})
_BESIDE = 1.5  # kilometres between two quarters that may be told for one another
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.ADM1})


def km_between(a: Place, b: Place) -> float | None:
    """Great-circle distance in kilometres; None where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    la, lb = radians(a.lat), radians(b.lat)
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))


def broad(place: Place | None) -> bool:
    """Whether so much happens in `place` that sharing it says little: a big city, or its province's; a province."""
    if place is None:
        return False
    return place.kind in _WIDE or (place.kind is PlaceKind.TOWN and (place.population >= _CITY or namesake(place)))


def is_wide(place: Place | None) -> bool:
    """Whether `place` is a country, a region or a province."""
    return place is not None and (place.kind in _WIDE or place.kind is PlaceKind.ADM2)


def namesake(place: Place) -> bool:
    """Whether a town gives its province its name, so that the name may mean either."""
    return place.kind is PlaceKind.TOWN and place.adm1 is not None and place.adm1.endswith(place.name)


def compare_names(a: Sequence[PlaceName], b: Sequence[PlaceName]) -> Score:
    """Two place slots by their spelling alone; nothing for or against where no name is shared.

    Each slot may hold several names ("X and Y"); where they share but one of several, they overlap only.
    """
    best = max((_two_names(x, y) for x in a for y in b), default=Score(0.0))
    if best.value > _PARTLY and len(a) != len(b) and not (_all_in(a, b) and _all_in(b, a)):
        return Score(_PARTLY, best.reason)
    return best


def _two_names(x: PlaceName, y: PlaceName) -> Score:
    if same_name(x, y):
        if x.wide:
            return Score(0.5 if x.sides == y.sides else 0.0, f"both {y.words}")
        return Score(2.0, f"{y.words} and a part of it") if x.sides ^ y.sides else Score(3.0, f"both {y.words}")
    mine, theirs = set(x.words.split()), set(y.words.split())
    if not (x.wide or y.wide) and (mine <= theirs or theirs <= mine):
        return Score(2.0, f"{x.words} and {y.words}")
    return Score(0.0)


def _all_in(a: Sequence[PlaceName], b: Sequence[PlaceName]) -> bool:
    return all(any(same_name(x, y) for y in b) for x in a)


def inside(a: Place, b: Place) -> bool:
    """Whether one of two places is the country, region or province around the other."""
    wide = {PlaceKind.COUNTRY: "country", PlaceKind.ADM1: "adm1", PlaceKind.ADM2: "adm2"}
    return any(
        x.kind in wide and getattr(x, wide[x.kind]) == getattr(y, wide[x.kind]) is not None and x.id != y.id
        for x, y in ((a, b), (b, a))
    )


def compare_locations(a: Place, b: Place) -> Score:
    """Two gazetteer entries: one, near, one inside the other, or apart."""
    if a.id == b.id:
        return Score(1.0 if a.kind is PlaceKind.COUNTRY else 3.0, f"both {a.name}")
    if a.country and b.country and a.country != b.country:
        return Score(NEVER, f"{a.name} and {b.name} lie in two countries")
    for wide, narrow in ((a, b), (b, a)):
        if wide.kind is PlaceKind.COUNTRY:
            # What is told of a country is most often a sum, and what is told of a town a part of it.
            return Score(-1.5, f"{narrow.name} is in {wide.name}")
        if wide.kind is PlaceKind.ADM1 and wide.adm1 and wide.adm1 == narrow.adm1:
            return Score(1.0, f"{narrow.name} is in {wide.name}")
        if wide.kind is PlaceKind.ADM2 and wide.adm2 and wide.adm2 == narrow.adm2:
            return Score(1.5, f"{narrow.name} is in {wide.name}")
        if namesake(wide) and wide.adm1 == narrow.adm1 and not broad(narrow):
            return Score(0.0, f"{narrow.name} is in the province of {wide.name}")
    distance = km_between(a, b)
    if distance is None:
        return Score(-1.0, f"{a.name} and {b.name}")
    if a.kind in _SMALL and b.kind in _SMALL:
        # Two quarters of one city are two places, however near.
        return Score(1.0 if distance <= _BESIDE else -2.0 if distance <= 15.0 else NEVER, f"{distance:.0f} km apart")
    limit = 60.0 if a.kind in _WIDE or b.kind in _WIDE else 15.0
    if distance <= limit:
        return Score(1.5 if distance <= limit / 2 else 0.5, f"{distance:.0f} km apart")
    return Score(NEVER if distance > 3 * limit else -3.0, f"{distance:.0f} km apart")
