"""Names to candidate places: the packs' supplements first, then the world; exact first, then alike by sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from vedette.gazetteer.added.folder import Added, added
from vedette.gazetteer.fold import fold, key_of, skeleton, spoken, without_articles
from vedette.gazetteer.near import apart_km
from vedette.gazetteer.world import World, world
from vedette.knowledge.countries import countries
from vedette.knowledge.pack import WORLD, Knowledge
from vedette.knowledge.places import PlaceEntry, PlacesFile
from vedette.model.place import Place, PlaceKind

ALIKE, ALIKE_SHORT = 0.78, 0.86
"""Least likeness of two names' sounds for one to be read as the other; for names of up to six letters."""

SAME_KM = 15.0
"""Two entries of one name and kind that are no further apart are one place."""

SAME_AREA_KM = 200.0
"""As much for the first-level areas of a war's pack: a list may give the mean of the towns or that of the ground."""

NEAREST_KM = 20.0
"""A place lies in the areas of the nearest town that is no further off."""

_SMALL = (PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `pack`: whose supplement it is from. `likeness` is 1 for an exact name."""

    place: Place
    pack: str | None = None
    alias: bool = False
    likeness: float = 1.0
    parent: str | None = None


class Gazetteer:
    """All places known under one Knowledge."""

    def __init__(self, knowledge: Knowledge, earth: World | None = None, added: Sequence[World] = ()):
        self._world = earth or world()
        self._books = (*added, self._world)
        self.files = knowledge.section("places", PlacesFile)
        self._exact: dict[str, list[Candidate]] = defaultdict(list)
        self._short: dict[str, list[Candidate]] = defaultdict(list)
        self._loose: dict[str, list[Candidate]] = defaultdict(list)
        self._sound: dict[str, list[tuple[str, Candidate]]] = defaultdict(list)
        self.demonyms: dict[str, str] = {}
        self.capitals: dict[str, tuple[str, ...]] = {}
        """Country code to the folded names of its capitals."""
        for state in countries(knowledge).values():
            code = state.now or state.code  # a state that is gone lies where its heir does
            self.demonyms.update((fold(word), code) for word in state.people)
            self.capitals[code] = (*self.capitals.get(code, ()), *(fold(name) for name in state.capitals))
            if (place := self._world.country(code)) is not None:
                for name in (state.name, *state.aliases):
                    self._exact[fold(name)].append(Candidate(place, WORLD, alias=name != place.name))
        for pack, file in self.files.items():
            for entry in file.places:
                self._add(pack, entry, entry.country or file.country)
        self._areas = self._areas_of_packs()
        self.named = lru_cache(maxsize=65536)(self._named)
        self.sounding = lru_cache(maxsize=65536)(self._sounding)
        self.completed = lru_cache(maxsize=65536)(self._completed)

    def _add(self, pack: str, entry: PlaceEntry, country: str | None) -> None:
        place = Place(
            id=f"{pack}:{fold(entry.name).replace(' ', '-')}:{entry.kind}", name=entry.name, kind=entry.kind,
            country=country, lat=entry.lat, lon=entry.lon, adm1=entry.adm1, adm2=entry.adm2,
            population=entry.population,
        )  # fmt: skip
        for short in entry.abbreviations:
            self._short[short].append(Candidate(place, pack, alias=True, parent=entry.parent))
        for n, name in enumerate((entry.name, *entry.aliases)):
            key = key_of(name)
            candidate = Candidate(place, pack, alias=n > 0, parent=entry.parent)
            self._exact[key].append(candidate)
            self._loose[without_articles(key)].append(candidate)
            self._sound[skeleton(key)].append((key, candidate))

    def _areas_of_packs(self) -> dict[tuple[str, str], str]:
        """What the packs call the first-level areas that the world has under other names: "Donetska oblast"."""
        towns = {(c.place.country, c.place.name): c.place.adm1 for cs in self._exact.values() for c in cs if _town(c)}
        out: dict[tuple[str, str], tuple[float, str]] = {}
        for key, candidates in self._exact.items():
            for mine in candidates:
                if mine.pack in (None, WORLD) or mine.place.kind is not PlaceKind.ADM1 or mine.place.country is None:
                    continue
                called = mine.place.adm1 or mine.place.name
                for area, _ in self._world.named(key):
                    theirs = area.adm1 or area.name
                    own = towns.get((mine.place.country, theirs), called)  # the city of Kyiv is not in its oblast
                    if own == called and _same(mine, area):
                        best = out.get((mine.place.country, theirs), (SAME_AREA_KM, ""))
                        out[mine.place.country, theirs] = min(best, (apart_km(mine.place, area), called))
        return {key: called for key, (_, called) in out.items()}

    def _in_area(self, place: Place) -> Place:
        """`place` with its first-level area under the name that the packs have for it."""
        called = self._areas.get((place.country or "", place.adm1 or ""))
        return place if called is None or called == place.adm1 else replace(place, adm1=called)

    def _named(self, name: str) -> tuple[Candidate, ...]:
        """Every place with just this name, folded."""
        key = key_of(name)
        if not key:
            return ()
        if name in self._short:
            return tuple(self._short[name])
        own = self._exact.get(key) or self._loose.get(without_articles(key)) or []
        found = tuple(own)
        for book in self._books:
            found = _merged(found, [Candidate(self._in_area(place), alias=a) for place, a in book.named(key)])
        return found

    def _completed(self, place: Place) -> Place:
        """`place` with the areas that the nearest town near by lies in, where its own entry names none."""
        if place.adm2 or place.country is None or place.lat is None or place.lon is None or place.kind not in _SMALL:
            return place
        box = (place.country, place.lat, place.lon, NEAREST_KM / 111.2)
        near = min(
            (t for book in self._books for t in book.around(*box) if t.adm2),
            key=lambda t: (apart_km(t, place), t.id),
            default=None,
        )
        if near is None or apart_km(near, place) > NEAREST_KM:
            return place
        return replace(place, adm1=place.adm1 or self._in_area(near).adm1, adm2=near.adm2)

    def _sounding(self, name: str, countries: tuple[str, ...]) -> tuple[Candidate, ...]:
        """Places of `countries` with a name that is spelt otherwise but sounds the same, the most alike first."""
        key = fold(name)
        bones = skeleton(key)
        if not _can_sound(key):
            return ()
        found: dict[str, Candidate] = {}

        def offer(candidate: Candidate, other: str) -> None:
            if not _as_many_words(key, other):
                return
            likeness = likeness_of(key, other)
            best = found.get(candidate.place.id)
            if likeness >= _least(key) and (best is None or likeness > best.likeness):
                found[candidate.place.id] = Candidate(
                    candidate.place, candidate.pack, True, round(likeness, 3), candidate.parent
                )

        for other, candidate in self._sound.get(bones, ()):
            if candidate.place.country in countries:
                offer(candidate, other)
        for book in self._books:
            for country in countries:
                for place, other in book.sounding(key, country):
                    offer(Candidate(self._in_area(place)), other)
        return tuple(sorted(found.values(), key=lambda c: (-c.likeness, c.pack is None, c.place.id)))

    def demonym(self, word: str) -> str | None:
        """The country whose nationals or things `word` names ("Syrian", "Syrians"), else None."""
        key = fold(word)
        return self.demonyms.get(key) or self.demonyms.get(key.removesuffix("s"))

    def country(self, code: str) -> Place | None:
        """The country with the two-letter `code`."""
        return self._world.country(code)

    def search(self, name: str, countries: tuple[str, ...] = ()) -> list[Place]:
        """Every place called `name`, the packs' first, then the largest; else what sounds so there or at home."""
        found = self.named(name) or self.sounding(name, countries or self.home(self.files))
        unique = {
            c.place.id: c for c in sorted(found, key=lambda c: (c.pack is None, -c.likeness, -c.place.population))
        }
        return [c.place for c in unique.values()]

    def home(self, packs: Iterable[str]) -> tuple[str, ...]:
        """The countries that the reports of `packs` mostly play in."""
        return tuple(dict.fromkeys(c for pack in packs if pack in self.files for c in self.files[pack].countries))


def _town(candidate: Candidate) -> bool:
    return candidate.pack is not None and candidate.place.kind is PlaceKind.TOWN


def alike(key: str, other: str) -> bool:
    """Whether the folded name `key` may be another spelling of `other`, which has the same consonants."""
    return _can_sound(key) and likeness_of(key, other) >= _least(key)


def likeness_of(key: str, other: str) -> float:
    """How alike two folded names sound, 0 to 1."""
    return DamerauLevenshtein.normalized_similarity(spoken(key), spoken(other))


def _as_many_words(key: str, other: str) -> bool:
    """Whether two names have as many words, articles aside, or one is written as a single word."""
    a, b = (len(without_articles(k).split()) for k in (key, other))
    return a == b or min(a, b) == 1


def _can_sound(key: str) -> bool:
    return len(without_articles(key)) >= 4 and len(skeleton(key)) >= 2


def _least(key: str) -> float:
    return ALIKE if len(spoken(key)) > 6 else ALIKE_SHORT


def _merged(own: tuple[Candidate, ...], others: list[Candidate]) -> tuple[Candidate, ...]:
    """`own`, then those of `others` that are none of them; a place of `own` learns from its double what it lacks."""
    rest = list(others)
    out: list[Candidate] = []
    for mine in own:
        double = next((c for c in rest if _same(mine, c.place)), None)
        if double is not None:
            rest.remove(double)
            place = replace(
                mine.place,
                population=mine.place.population or double.place.population,
                adm2=mine.place.adm2 or double.place.adm2,
            )
            mine = replace(mine, place=place)
        out.append(mine)
    return (*out, *rest)


def _same(mine: Candidate, b: Place) -> bool:
    a = mine.place
    far = SAME_AREA_KM if a.kind is PlaceKind.ADM1 and mine.pack not in (None, WORLD) else SAME_KM
    return a.kind is b.kind and a.country == b.country and a.lat is not None and apart_km(a, b) < far


_cache: dict[tuple[str, tuple[str, ...], tuple[Added, ...]], Gazetteer] = {}


def gazetteer(knowledge: Knowledge) -> Gazetteer:
    """The gazetteer of `knowledge` and of the places that the user added, built once a process."""
    mine = added()
    key = (str(knowledge.root), knowledge.packs, mine)
    if key not in _cache:
        _cache[key] = Gazetteer(knowledge, added=[one.book for one in mine])
    return _cache[key]
