"""Namesakes: which of the places of one name is meant. The report's own context decides, population last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import log10

from vedette.gazetteer.fold import fold
from vedette.gazetteer.gazetteer import Candidate
from vedette.gazetteer.near import apart_km
from vedette.knowledge.pack import WORLD
from vedette.model.place import POINTS, Place, PlaceKind
from vedette.reading.places.context import Context
from vedette.reading.places.evidence import Area, Evidence, share
from vedette.reading.places.fit import lies_in, small
from vedette.reading.places.names import Found
from vedette.reading.places.parts import holders

NO_ENTRY = "not in the gazetteer"
_AREA_KM = 250.0
_OF_ANOTHER = ("compound", "amod", "nmod", "poss")
_HELD = {"in", ",", "(", "of"}
_WITHIN_KM = 60.0
_MAJOR = 100_000
_ACTING = 0.3
"""What it counts for a town that its country, a great power, is named only as one that acts."""
_ROUNDS = 3
_MEANT = {
    PlaceKind.COUNTRY: (PlaceKind.COUNTRY,),
    PlaceKind.REGION: (PlaceKind.REGION, PlaceKind.ADM1),
    PlaceKind.ADM1: (PlaceKind.ADM1,),
    PlaceKind.ADM2: (PlaceKind.ADM2,),
    PlaceKind.TOWN: POINTS,
    PlaceKind.AREA: (*POINTS, PlaceKind.ADM2),
    PlaceKind.SITE: POINTS,
}
"""What an entry may be of which the words beside the name say that it is such and such."""
_NEARLY = {
    PlaceKind.REGION: (PlaceKind.TOWN, PlaceKind.ADM2),
    PlaceKind.ADM1: (PlaceKind.REGION, PlaceKind.ADM2),
    PlaceKind.ADM2: (PlaceKind.TOWN, PlaceKind.AREA),
}
"""And what it may be for want of that: "the Beni region" is the land around the town."""

_NEAR_KIND = -2.0
_NAMED, _NOTHING = 0.6, 0.15
_ABROAD = "the places of that name lie in countries that the report does not tell of"
_ASTRAY = "none of that name lies where the text puts it, or where the report plays"
_UNHEARD, _SMALL, _ALIAS_SMALL = 0.5, 15_000, 1_000_000
"""A place of a country that the report does not tell of is not meant, where the place has fewer inhabitants; one whose
main name is another must have more."""


Scored = tuple[Candidate, list[str]]
"""A candidate with the reasons for it."""


class Resolver:
    """Decides the names of one report together: each round, what the names may be speaks for what the others are."""

    def __init__(self, context: Context, names: list[Found]):
        self.context = context
        self.held = _held(context, names)
        self.parts = _parts(context, names)
        self.holders = holders(context, names)
        self.total = sum(context.countries.values()) or 1
        by_key: dict[str, Found] = {}
        for name in names:
            if name.candidates:
                by_key.setdefault(fold(name.text), name)
        self.base = {k: [(c, self._base(k, name, c)[0]) for c in name.candidates] for k, name in by_key.items()}
        seats = {name for names in context.gazetteer.capitals.values() for name in names}
        # "Moscow and Washington agreed" tells of governments, and not that the report plays in a state of that name.
        voters = {
            k: [(c, s) for c, s in scored if k not in seats or c.place.kind is not PlaceKind.ADM1]
            for k, scored in self.base.items()
        }
        self.evidence = Evidence({k: share(scored) for k, scored in voters.items()})
        for _ in range(_ROUNDS):
            self.evidence = Evidence(
                {k: share([(c, s + self._context(k, c)[0]) for c, s in scored]) for k, scored in voters.items()}
            )

    def resolve(self, name: Found) -> tuple[Place | None, str]:
        """The place that `name` means in this report, and why; None with the reason where nothing fits."""
        if not name.candidates:
            return self._put_in(name)
        key = fold(name.text)
        scored = self._scored(key, name)
        fitting = self._fitting(key, scored)
        best, reasons = (fitting or scored)[0]
        if (unheard := self._unheard_of(key, best)) or not fitting:
            place, why = self._put_in(name)
            return place, why if place is not None else _ABROAD if unheard else _ASTRAY
        town = self.parts.get(key)
        if town is not None and apart_km(best.place, town) > _WITHIN_KM and best.place.kind in POINTS:
            return self.context.gazetteer.completed(town), f"a part of {town.name} that the gazetteer does not have"
        only = "the only place of that name" if len(scored) == 1 else f"of {len(scored)} namesakes"
        return self.context.gazetteer.completed(best.place), f"{only}: {'; '.join(reasons) or 'largest'}"

    def _scored(self, key: str, name: Found) -> list[Scored]:
        """The candidates of a name with what speaks for them, the best first."""
        scored = []
        for n, candidate in enumerate(name.candidates):
            base, why = self._base(key, name, candidate)
            more, also = self._context(key, candidate)
            scored.append((base + more + self._kind(key, name, candidate.place), -n, candidate, why + also))
        return [(candidate, why) for _, _, candidate, why in sorted(scored, key=lambda s: s[:2], reverse=True)]

    def _fitting(self, key: str, scored: list[Scored]) -> list[Scored]:
        """Those of a name's candidates that can lie where the text puts the name, or where the report plays."""
        if not any(small(c) for c, _ in scored):
            return scored
        area = self._area(self.holders.get(key))
        if area is not None:
            return [(c, why) for c, why in scored if not small(c) or lies_in(c.place, area)]
        return [(c, why) for c, why in scored if not small(c) or not self._astray(key, c.place)]

    def _area(self, holder: Found | None) -> Place | None:
        """The place of the name that another is put in, None where it is none that the report can mean."""
        if holder is None or not holder.candidates:
            return None
        key = fold(holder.text)
        best, _ = self._scored(key, holder)[0]
        return None if self._unheard_of(key, best) else best.place

    def _astray(self, key: str, place: Place) -> bool:
        """Whether the report names first-level areas of the place's country, and nothing in or near the place's own."""
        votes = self.evidence
        if votes.other_areas(key, place) < _NAMED:
            return False
        return max(votes.named(key, place), votes.area(key, place), votes.near(key, place)) < _NOTHING

    def _put_in(self, name: Found) -> tuple[Place | None, str]:
        """A place of its own for a name without an entry, where the town is that the text puts it in.

        The town may be told straight or through another such name. The coordinates are the town's, so that the place
        counts as near them and not at them.
        """
        passed, last = set[str](), name
        while last is name or not last.candidates:
            key = fold(last.text)
            holder = self.holders.get(key)
            if holder is None or key in passed:
                return None, NO_ENTRY
            passed.add(key)
            last = holder
        town, _ = self.resolve(last)
        if town is None or town.kind is not PlaceKind.TOWN:
            return None, NO_ENTRY
        kind = PlaceKind.AREA if fold(name.text) in self.context.words.city_parts else town.kind
        place = replace(town, id=f"{town.id}/{fold(name.text)}", name=name.text, kind=kind, population=0, near=True)
        return place, f"{NO_ENTRY}; the text puts it by {town.name}"

    def _unheard_of(self, key: str, candidate: Candidate) -> bool:
        """Whether a small place lies in a country that the report neither names nor puts other places in."""
        place = candidate.place
        if candidate.pack or place.population >= (_ALIAS_SMALL if candidate.alias else _SMALL):
            return False
        if place.kind not in POINTS or place.country is None or not self.context.countries:
            return False
        return not self._heard_of(key, place)

    def _heard_of(self, key: str, place: Place) -> bool:
        """Whether the report names the place's country or puts other places in it."""
        if place.country in self.context.countries or place.country in self.context.home:
            return True
        return self.evidence.country(key, place) >= _UNHEARD

    def _base(self, key: str, name: Found, candidate: Candidate) -> tuple[float, list[str]]:
        """What speaks for `candidate` without a look at the other names."""
        context, place = self.context, candidate.place
        why: list[str] = []
        score = 3.0 if place.kind is PlaceKind.COUNTRY else 0.0
        if candidate.pack and candidate.pack in context.leading:
            score += 3
            why.append(f"in the {candidate.pack} pack")
        elif candidate.pack == WORLD and place.kind is PlaceKind.REGION:
            score += 3
            why.append("known the world over")
        holders = self.held.get(key, set())
        if place.kind is not PlaceKind.COUNTRY and {(place.country, place.adm1), (place.country, None)} & holders:
            score += 6
            why.append("named with its area")
        if place.country and (n := context.named_besides(place.country, key)):
            score += (1.0 + 3 * n / self.total) * (1.0 if place.country in context.grounds else _ACTING)
            why.append(f"{place.country} is named")
        elif place.country in context.home:
            score += 1
        if place.kind is PlaceKind.TOWN and context.is_capital(key, place):
            score += 0.8
            why.append("a capital")
        if place.kind is PlaceKind.ADM1:
            score += self._beside_its_town(name, place)
        elif place.kind is PlaceKind.TOWN:
            score += 0.3 + 1.8 * (place.population >= _MAJOR)  # a city is named bare more often than a village
        if candidate.likeness < 1:
            why.append(f"spelt like {place.name}")
        score -= 0.4 * candidate.alias + 3 * (1 - candidate.likeness)
        return score + log10(place.population + 10) * 0.6, why

    def _context(self, key: str, candidate: Candidate) -> tuple[float, list[str]]:
        """What the other names speak for."""
        place, votes, why = candidate.place, self.evidence, list[str]()
        score = min(3.0, 0.8 * votes.country(key, place))
        if place.kind not in (PlaceKind.ADM1, PlaceKind.COUNTRY) and (named := votes.named(key, place)) > 0.1:
            score += min(2.0, 1.25 * named)
            why.append(f"{place.adm1} is named")
        if place.kind is PlaceKind.ADM1:
            score += min(4.0, 1.5 * votes.area(key, place))
        elif place.kind is not PlaceKind.COUNTRY:
            score += min(1.5, 0.4 * votes.area(key, place))
        if place.kind not in (PlaceKind.ADM1, PlaceKind.COUNTRY):
            near = votes.near(key, place)
            score += min(3.0, near)
            if near > 0.5:
                why.append(f"near {'another place' if near < 1.5 else f'{round(near)} other places'} named")
        return score, why

    def _kind(self, key: str, name: Found, place: Place) -> float:
        """What the words beside this mention say that it is."""
        if name.kind is None:
            return 0.0
        if place.kind in _MEANT[name.kind]:
            return 4.5 if self._heard_of(key, place) else 0.0
        return _NEAR_KIND if place.kind in _NEARLY.get(name.kind, ()) else -4.5

    def _beside_its_town(self, name: Found, place: Place) -> float:
        """Of a town and its area of one name, the town is meant."""
        inside = any(
            c.place.kind is PlaceKind.TOWN and c.place.country == place.country
            and apart_km(c.place, place) < _AREA_KM and (c.place.population > 30000 or c.pack)
            for c in name.candidates
        )  # fmt: skip
        return -2.5 if inside else 1.0


def _parts(context: Context, names: Sequence[Found]) -> dict[str, Place]:
    """The towns of the report's packs that a name is put in as a part: "the Old City of Aleppo"."""
    out: dict[str, Place] = {}
    for name, after in pairwise(names):
        if after.start - name.end == 1 and context.doc[name.end].lower_ == "of":
            towns = [c.place for c in after.candidates if c.pack in context.leading and c.place.kind is PlaceKind.TOWN]
            if towns:
                out.setdefault(fold(name.text), towns[0])
    return out


def _held(context: Context, names: Sequence[Found]) -> dict[str, set[Area]]:
    """For each name, the areas and countries that are put right behind it: "Paris, Texas"."""
    out: dict[str, set[Area]] = {}
    for name, after in pairwise(names):
        between = context.doc[name.end : after.start]
        if len(between) > 2 or any(t.lower_ not in _HELD for t in between) or (not len(between) and not after.kind):
            continue
        if context.doc[after.end - 1].dep_ in _OF_ANOTHER:  # "In Paris, U.S. diplomats met"
            continue
        part = any(t.lower_ in ("of", "in") for t in between)  # "the Old City of Aleppo"
        for c in after.candidates:
            if c.place.kind is PlaceKind.ADM1 or (part and c.place.kind is PlaceKind.TOWN and c.pack):
                out.setdefault(fold(name.text), set()).add((c.place.country, c.place.adm1))
            elif c.place.kind is PlaceKind.COUNTRY:
                out.setdefault(fold(name.text), set()).add((c.place.country, None))
    return out
