"""Whether a place can be the one meant where the text says in which area, or by which town, it lies."""

from __future__ import annotations

from vedette.gazetteer.fold import fold
from vedette.gazetteer.gazetteer import Candidate
from vedette.gazetteer.near import apart_km
from vedette.model.place import POINTS, Place, PlaceKind

_BY_KM = 60.0
"""How far from a town a place may be that the text puts in or by it."""
_AREA_KM = 120.0
"""How far from the middle of its second-level area."""
_SMALL = 15_000
"""Inhabitants of a place that is too well known for the words beside it to make another of it."""


def small(candidate: Candidate) -> bool:
    """Whether a candidate is but one village of the many that bear such a name, as far as the gazetteer tells."""
    return candidate.pack is None and candidate.place.kind in POINTS and candidate.place.population < _SMALL


def lies_in(place: Place, holder: Place) -> bool:
    """Whether `place` can lie in `holder`, or near it where `holder` is a town; where either is unknown, it can."""
    if place.country and holder.country and place.country != holder.country:
        return False
    if holder.kind in POINTS:
        return apart_km(place, holder) <= _BY_KM
    if holder.kind is PlaceKind.ADM1:
        return _one_area(place, holder)
    if holder.kind is PlaceKind.ADM2:
        return _one_area(place, holder) and apart_km(place, holder) <= _AREA_KM
    return True


def _one_area(place: Place, holder: Place) -> bool:
    """Whether the first-level areas agree; gazetteers differ in "oblast" and the like."""
    a, b = fold(place.adm1 or ""), fold(holder.adm1 or holder.name)
    return not a or not b or a.startswith(b) or b.startswith(a)
