"""What a report says of where it plays: the countries that it names, by themselves or by their nationals."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from vedette.gazetteer.fold import fold
from vedette.gazetteer.gazetteer import Candidate, Gazetteer
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import Reading


class Context:
    """A report while its places are sought."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer, words: PlaceWords):
        self.reading, self.gazetteer, self.words = reading, gazetteer, words
        self.doc, self.packs = reading.doc, reading.packs
        self.home = gazetteer.home(reading.packs)
        self.lower = {t.text for t in self.doc if t.text.islower()}
        self.entities = {n: entity for entity in self.doc.ents for n in range(entity.start, entity.end)}
        """Token index to the pipeline's entity over it."""
        self.surnames = frozenset(self._surnames())
        """Last names of persons whom the report names in full: alone they are no places."""
        self.outlet = _squeezed(reading.report.outlet or "")
        self._by_word: dict[str, Counter[str]] = {}
        self.grounds: set[str] = set()
        """The countries named, but for the great powers that are named only as those who act."""
        self.countries = self._countries()
        leading = [c for c, n in self.countries.most_common() if n > 1 or c in self.home][:6]
        self.near = tuple(dict.fromkeys((*leading, *self.home[:1])))
        """Where a name that is spelt unlike any in the gazetteer may lie."""
        self.leading = tuple(p for p in reading.packs if set(gazetteer.home((p,))[:1]) & set(self.countries))
        """The packs whose own country the report names."""

    def _countries(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for token in self.doc:
            if not token.text[:1].isupper():
                continue
            if longer := self._in_longer(token):
                found[longer] += 1
                self.grounds.add(longer)
                continue
            if country := self.demonym(token):
                found[country] += 1
                if country not in self.words.powers:
                    self.grounds.add(country)
                continue
            for candidate in self.gazetteer.named(token.text):
                if candidate.place.kind is PlaceKind.COUNTRY and candidate.place.country:
                    found[candidate.place.country] += 2
                    if candidate.place.country not in self.words.powers or not _acts(token):
                        self.grounds.add(candidate.place.country)
                    self._by_word.setdefault(fold(token.text), Counter())[candidate.place.country] += 2
                    break
        return found

    def _surnames(self) -> list[str]:
        ground = {t.text for t in self.doc[1:] if self.doc[t.i - 1].lower_ in ("in", "near", "at")}
        out = []
        for entity in self.doc.ents:
            named = len(entity) > 1 and all(t.text[:1].isupper() for t in (entity[0], entity[-1]))
            if entity.label_ != "PERSON" or not named or entity[-1].text in ground:
                continue
            of_state = any(self.gazetteer.demonym(w) or self._is_state(w) for w in _without_s(entity[0].text))
            before = self.doc[entity.start - 1].lower_ if entity.start else ""
            led = before in ("in", "of", "at", "near", "to", "from", "on")
            if not of_state and not led and not self.gazetteer.named(entity.text):
                out.append(entity[-1].text)
        return out

    def _is_state(self, name: str) -> bool:
        return any(c.place.kind is PlaceKind.COUNTRY for c in self.gazetteer.named(name))

    def is_outlet(self, text: str) -> bool:
        """Whether `text` is the name of the report's own outlet: "Al Jazeera" of aljazeera.com."""
        return bool(self.outlet) and _squeezed(text) == self.outlet

    def _in_longer(self, token: Token) -> str | None:
        """The country of two words that `token` ends the name of: "South Sudan", which is not Sudan."""
        before = self.doc[token.i - 1] if token.i else None
        if before is None or not before.text[:1].isupper() or before.is_sent_start:
            return None
        text = self.doc[before.i : token.i + 1].text
        if country := self.gazetteer.demonym(text):
            return country
        places = [c.place for c in self.gazetteer.named(text) if c.place.kind is PlaceKind.COUNTRY]
        return places[0].country if places else None

    def named_besides(self, country: str, key: str) -> int:
        """How much the report names `country` in other words than the folded name `key`."""
        own = self._by_word.get(key)
        return self.countries.get(country, 0) - (own[country] if own else 0)

    def alone(self, start: int, end: int) -> bool:
        """Whether the pipeline's entity over these tokens is of these tokens only: no "Mr X", no "X Y"."""
        entity = self.entities.get(end - 1)
        return entity is not None and (entity.start, entity.end) == (start, end)

    def is_capital(self, key: str, place: Place) -> bool:
        """Whether `place` bears the name of its country's capital."""
        return place.country is not None and key in self.gazetteer.capitals.get(place.country, ())

    def demonym(self, token: Token) -> str | None:
        """The country whose nationals `token` names ("Syrian", "Syrians"), else None."""
        return self.gazetteer.demonym(token.text)

    def people(self, start: int, end: int) -> str | None:
        """The country whose nationals these words name together ("Sri Lankan"), else None."""
        return self.gazetteer.demonym(self.doc[start:end].text)

    def named(self, text: str) -> tuple[Candidate, ...]:
        """Gazetteer entries of this exact name that may take part in this report: a pack's only where it applies."""
        return tuple(c for c in self.gazetteer.named(text) if c.pack is None or c.pack in self.packs)

    def at_home(self, candidates: tuple[Candidate, ...]) -> bool:
        """Whether one of `candidates` lies where the report plays, or is a country, or is known world-wide."""
        return any(c.pack or c.place.kind is PlaceKind.COUNTRY or c.place.country in self.near for c in candidates)


def _without_s(word: str) -> tuple[str, str]:
    """A word as it is, and less the "s" that may have lost its apostrophe: "Syrias"."""
    return word, word.removesuffix("s")


def _squeezed(name: str) -> str:
    """An outlet's name or site as one word."""
    return fold(name.lower().rsplit(".", 1)[0] if " " not in name else name).replace(" ", "").removeprefix("www")


def _acts(token: Token) -> bool:
    """Whether a country's name stands for its government or says whose somebody is: "U.S. diplomats", "Russia said"."""
    return token.dep_ in ("compound", "amod", "nmod", "poss", "nsubj", "agent", "conj")
