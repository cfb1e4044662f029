"""What the other names of a report speak for: countries, first-level areas, and ground near by.

Every name votes with the weights of its candidates, so that ten names of which each may lie in one county settle one
another; a name never votes for itself. After Lieberman and Samet's local lexicons (2012), within a single report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from vedette.gazetteer.gazetteer import Candidate
from vedette.model.place import Place, PlaceKind

_CELL = 1.0
"""Degrees: what lies in one cell of the grid, or in a neighbouring one, is near."""

_SHARP = 2.0
"""A candidate that is ahead by a point weighs e to this power as much as the other."""

Weights = Mapping[str, Sequence[tuple[Candidate, float]]]
Area = tuple[str | None, str | None]
Cell = tuple[int, int]


class Evidence:
    """Votes of all names, kept apart by name so that each can leave out its own."""

    def __init__(self, weights: Weights):
        self._country: dict[str | None, dict[str, float]] = defaultdict(dict)
        self._area: dict[Area, dict[str, float]] = defaultdict(dict)
        self._named: dict[Area, dict[str, float]] = defaultdict(dict)
        self._cell: dict[Cell, dict[str, float]] = defaultdict(dict)
        for name, candidates in weights.items():
            for candidate, weight in candidates:
                self._vote(name, candidate.place, weight)

    def _vote(self, name: str, place: Place, weight: float) -> None:
        if place.kind is not PlaceKind.COUNTRY:
            _raise(self._country[place.country], name, weight)
        area = (place.country, place.adm1)
        if place.kind is PlaceKind.ADM1:
            _raise(self._named[area], name, weight)
        elif place.kind is not PlaceKind.COUNTRY:
            _raise(self._area[area], name, weight)
            if cell := _cell(place):
                _raise(self._cell[cell], name, weight)

    def country(self, name: str, place: Place) -> float:
        """Weight of the other names that lie in the place's country."""
        return _sum(self._country.get(place.country), name)

    def named(self, name: str, place: Place) -> float:
        """Weight of the other names that are the place's own first-level area."""
        return _sum(self._named.get((place.country, place.adm1)), name)

    def other_areas(self, name: str, place: Place) -> float:
        """Weight of the other names that are first-level areas of the place's country, its own aside."""
        own = (place.country, place.adm1)
        areas = [a for a in self._named if a[0] == place.country and a != own]
        return sum(_sum(self._named[a], name) for a in areas)

    def area(self, name: str, place: Place) -> float:
        """Weight of the other names that lie in the place's first-level area."""
        return _sum(self._area.get((place.country, place.adm1)), name)

    def near(self, name: str, place: Place) -> float:
        """Weight of the other names that lie near the place."""
        if (cell := _cell(place)) is None:
            return 0.0
        best: dict[str, float] = {}
        for row in (-1, 0, 1):
            for column in (-1, 0, 1):
                for other, weight in self._cell.get((cell[0] + row, cell[1] + column), {}).items():
                    _raise(best, other, weight)
        return _sum(best, name)


def share(scores: Sequence[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Scores of one name's candidates to weights that add up to 1; those of next to none are left out."""
    if not scores:
        return []
    top = max(score for _, score in scores)
    raw = [(candidate, exp(_SHARP * (score - top))) for candidate, score in scores]
    total = sum(weight for _, weight in raw)
    return [(candidate, weight / total) for candidate, weight in raw if weight > 0.01 * total]


def _raise(votes: dict[str, float], name: str, weight: float) -> None:
    if weight > votes.get(name, 0.0):
        votes[name] = weight


def _sum(votes: dict[str, float] | None, without: str) -> float:
    return sum(weight for name, weight in votes.items() if name != without) if votes else 0.0


def _cell(place: Place) -> Cell | None:
    if place.lat is None or place.lon is None:
        return None
    return int(place.lat // _CELL), int(place.lon // _CELL)
