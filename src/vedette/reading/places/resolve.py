"""Namesakes: which of the places of one name is meant. The report's own context decides, population last."""

from __future__ import annotations

from collections import Counter
from math import log10

from vedette.gazetteer.fold import fold
from vedette.gazetteer.gazetteer import Candidate
from vedette.gazetteer.near import apart_km
from vedette.model.place import Place, PlaceKind
from vedette.reading.places.context import Context
from vedette.reading.places.names import Found

_NEAR_KM, _AREA_KM = 120.0, 250.0
_HELD = {"in", ",", "(", "of"}


class Resolver:
    """Decides the names of one report together: what holds one name settles it for all its mentions."""

    def __init__(self, context: Context, names: list[Found]):
        self.context, self.names = context, names
        self.total = sum(context.countries.values()) or 1
        self.areas = self._areas()
        self.held = self._held()
        first = [self._best(name, ()) for name in names]
        self.settled = tuple(
            {c.place.id: c.place for c in first if c and c.place.kind is not PlaceKind.COUNTRY}.values()
        )

    def resolve(self, name: Found) -> tuple[Place | None, str]:
        """The place that `name` means in this report, and why; None with the reason where nothing fits."""
        if not name.candidates:
            return None, "not in the gazetteer"
        best = self._best(name, self.settled)
        assert best is not None
        why = self._score(name, best, self.settled)[1]
        only = "the only place of that name" if len(name.candidates) == 1 else f"of {len(name.candidates)} namesakes"
        return best.place, f"{only}: {'; '.join(why) or 'largest'}"

    def _best(self, name: Found, others: tuple[Place, ...]) -> Candidate | None:
        scored = [(self._score(name, c, others)[0], -n, c) for n, c in enumerate(name.candidates)]
        return max(scored, key=lambda s: s[:2])[2] if scored else None

    def _areas(self) -> Counter[tuple[str | None, str | None]]:
        """How often each first-level area is named."""
        out: Counter[tuple[str | None, str | None]] = Counter()
        for name in self.names:
            for c in name.candidates:
                if c.place.kind is PlaceKind.ADM1:
                    out[c.place.country, c.place.adm1] += 1
                    break
        return out

    def _held(self) -> dict[str, set[tuple[str | None, str | None]]]:
        """For each name, the areas and countries that are put right behind it: "Paris, Texas"."""
        out: dict[str, set[tuple[str | None, str | None]]] = {}
        doc = self.context.doc
        for name, after in zip(self.names, self.names[1:], strict=False):
            between = doc[name.end : after.start]
            if len(between) > 2 or any(t.lower_ not in _HELD for t in between) or (not len(between) and not after.kind):
                continue
            for c in after.candidates:
                if c.place.kind is PlaceKind.ADM1:
                    out.setdefault(fold(name.text), set()).add((c.place.country, c.place.adm1))
                elif c.place.kind is PlaceKind.COUNTRY:
                    out.setdefault(fold(name.text), set()).add((c.place.country, None))
        return out

    def _score(self, name: Found, candidate: Candidate, others: tuple[Place, ...]) -> tuple[float, list[str]]:
        context, place = self.context, candidate.place
        why: list[str] = []
        score = 4.5 if place.kind is PlaceKind.COUNTRY else 0.0
        if candidate.pack and candidate.pack in context.leading:
            score += 3
            why.append(f"in the {candidate.pack} pack")
        holders = self.held.get(fold(name.text), set())
        if place.kind is not PlaceKind.COUNTRY and {(place.country, place.adm1), (place.country, None)} & holders:
            score += 6
            why.append("named with its area")
        if place.country and (n := context.countries.get(place.country)):
            score += 1.0 + 3 * n / self.total
            why.append(f"{place.country} is named")
        elif place.country in context.home:
            score += 1
        if place.kind is not PlaceKind.ADM1 and (n := self.areas.get((place.country, place.adm1), 0)):
            score += min(2.0, 1 + 0.25 * n)
            why.append(f"{place.adm1} is named")
        score += min(2.5, 0.4 * sum(1 for o in others if o.country == place.country and o.id != place.id))
        if near := self._near(place, others):
            score += min(2.0, 0.7 * near)
            why.append(f"{near} places named lie near")
        score += self._kind(name, place) - 0.4 * candidate.alias - 3 * (1 - candidate.likeness)
        if candidate.likeness < 1:
            why.append(f"spelt like {place.name}")
        return score + log10(place.population + 10) / 2, why

    def _near(self, place: Place, others: tuple[Place, ...]) -> int:
        if place.kind in (PlaceKind.COUNTRY, PlaceKind.ADM1) or place.lat is None:
            return 0
        return sum(
            1 for o in others if o.country == place.country and o.id != place.id and 0 < apart_km(o, place) < _NEAR_KM
        )

    def _kind(self, name: Found, place: Place) -> float:
        """What speaks for the kind: the words beside the name; else of a town and its area of one name, the town."""
        if name.kind is not None:
            return 2.0 if _same_kind(name.kind, place.kind) else -2.0
        if place.kind is PlaceKind.ADM1:
            inside = any(
                c.place.kind is PlaceKind.TOWN and c.place.country == place.country
                and apart_km(c.place, place) < _AREA_KM and (c.place.population > 30000 or c.pack)
                for c in name.candidates
            )  # fmt: skip
            return -2.5 if inside else 1.0
        return 0.3 if place.kind is PlaceKind.TOWN else 0.0


def _same_kind(told: PlaceKind, kind: PlaceKind) -> bool:
    if told in (PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE):
        return kind in (PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE)
    return told is kind
