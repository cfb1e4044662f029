"""The places that a sentence offers: names, names chained ("X in Y", "X and Y"), and words that point to one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from vedette.extraction.when.tree import owner_of, saying
from vedette.extraction.where.chains import (
    chained,
    from_there,
    joins,
    list_goes_on,
    lists,
    measured,
    names_it,
    of_body,
    offset,
)
from vedette.extraction.where.governments import stands_for_others
from vedette.extraction.where.kept import Kept
from vedette.extraction.where.passing import goer
from vedette.knowledge.countries import countries
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place, PlaceKind
from vedette.reading.language import is_dateline
from vedette.reading.reading import PlaceMention, Reading, TimeMention

_RANK = {
    PlaceKind.SITE: 0, PlaceKind.AREA: 0, PlaceKind.TOWN: 1, PlaceKind.ADM2: 2, PlaceKind.REGION: 3, PlaceKind.ADM1: 3,
    PlaceKind.COUNTRY: 5,
}  # fmt: skip
_DASHES = frozenset({"-", "--", "–", "—", ":", "("})
COUNTRY = 5
_VILLAGE = 2
_CITY = 50_000
"""A village's rank at most, and inhabitants that none has."""
LEAD = 2
"""Up to which sentence a report tells its main event in wide terms."""
_ENDING = re.compile(r"(?:ing|ed|er|ment)s?$")
_DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {w: str(n) for n, w in enumerate(_DIGITS, 1)}
_OTHER = frozenset({"surrounding", "neighbouring", "neighboring", "nearby", "adjacent", "adjoining", "other"})
_POINTING = frozenset({"the", "this", "that", "same", "these", "those", "two", "both"})


@dataclass(slots=True)
class Spot:
    """One place offered: the tokens that bear it, its names from fine to coarse, or the word that points to it."""

    heads: list[int]
    parts: list[list[PlaceMention]] = field(default_factory=list)
    pointer: Token | None = None
    anchors: set[int] = field(default_factory=set)
    """First tokens of names that only say where from: "X, north of Y", "X near Y"."""

    @property
    def finest(self) -> list[PlaceMention]:
        """The mentions that name the place most closely, two where "and" joins them; of a longer list what holds it."""
        best = min((p for p in self.parts if p[0].start not in self.anchors), key=lambda ms: min(rank(m) for m in ms))
        fine = [ms for ms in self.parts if ms[0].start not in self.anchors and rank(ms[0]) == rank(best[0])]
        listed = max(len(best), len(fine))
        wider = [ms for ms in self.parts if ms not in fine and ms[0].start > fine[-1][0].start and len(ms) <= 2]
        return wider[0] if listed > 3 and wider else best


def rank(mention: PlaceMention) -> int:
    """How coarse a place is, 0 the finest; a name that nothing resolves is taken for a village."""
    if mention.place is None:
        return 1
    place = mention.place
    if mention.directed and place.kind is PlaceKind.COUNTRY:
        return COUNTRY - 1
    if place.kind is PlaceKind.TOWN and place.name == place.adm1 and _of_province(mention):
        return _RANK[PlaceKind.ADM2]
    return _RANK[place.kind]


def _of_province(mention: PlaceMention) -> bool:
    """Whether a side of a town and of its province is one of the province: "western Idlib", not "east Aleppo"."""
    return mention.directed and (mention.modifier or "").lower().endswith("ern")


class Scene:
    """What is worked out once for a report: the places that things can be at, each sentence's spots and words."""

    def __init__(self, reading: Reading):
        self.reading, self.doc = reading, reading.doc
        self.words = reading.knowledge.world("place_words", PlaceWords)
        self.capitals = frozenset(c for state in countries(reading.knowledge).values() for c in state.capitals)
        self.places = [m for m in reading.places if not stands_for_others(self.doc, m, self.words, self.capitals)]
        self.sentences = list(self.doc.sents)
        datelines = [(s.start, s.end) for s in self.sentences if is_dateline(s)]
        told = [m for m in self.places if not any(a <= m.start < b for a, b in datelines) and not _heads(self.doc, m)]
        self.told = bool(told)
        self.places = told or self.places  # an agency writes from where it sits, if it names another place
        self._spots: dict[int, list[Spot]] = {}
        self._numbers = {s.start: n for n, s in enumerate(self.sentences)}
        self.kept = Kept()

    def spots(self, sentence: Span) -> list[Spot]:
        """The spots of one sentence."""
        if sentence.start not in self._spots:
            self._spots[sentence.start] = spots(self, sentence)
        return self._spots[sentence.start]

    def number(self, token: Token) -> int:
        """Which sentence, from 0, `token` stands in."""
        return self._numbers[token.sent.start]

    def goer(self, place: Token) -> Token | None:
        """As `passing.goer`, once a word."""
        if place.i not in self.kept.goers:
            self.kept.goers[place.i] = goer(place, self.words)
        return self.kept.goers[place.i]

    @cached_property
    def event_class(self) -> list[int | None]:
        """Of which kind of event each token is a word, by `events` of place_words.yaml."""
        classes = self.words.event_class
        return [classes.get(t.lower_) or classes.get(t.lemma_.lower()) for t in self.doc]

    def named(self, noun: Token) -> bool:
        """Whether a common noun is told by name: "X village", "village of X"."""
        mine = {m.end for m in self.reading.places if not self.too_large(m, noun)}
        return noun.i in mine or any(c.i in self.heads and c.dep_ != "poss" for c in noun.children)

    def too_large(self, mention: PlaceMention, noun: Token) -> bool:
        """Whether a word for a village stands with a city's or province's name: "X village" is then one in X."""
        if mention.place is None or noun.lemma_.lower() not in self.words.hamlets:
            return False
        return rank(mention) > _VILLAGE or mention.place.population >= _CITY or mention.name in self.capitals

    @cached_property
    def home(self) -> str | None:
        """The country that most of the places named lie in."""
        votes = Counter(m.place.country for m in self.places if m.place is not None and m.place.country)
        return min(votes, key=lambda c: (-votes[c], c)) if votes else None

    @cached_property
    def heads(self) -> frozenset[int]:
        """The head tokens of the place names."""
        return frozenset(self.doc[m.start : m.end].root.i for m in self.reading.places)

    @cached_property
    def content(self) -> list[frozenset[str]]:
        """Each sentence's telling words: nouns, verbs and adjectives, no place names."""
        place = {i for m in self.reading.places for i in range(m.start, m.end)}
        return [
            frozenset(
                _stem(t.lemma_.lower()) for t in s
                if t.pos_ in ("NOUN", "VERB", "ADJ") and t.i not in place and len(t.text) > 2 and not t.is_stop
            )
            for s in self.sentences
        ]  # fmt: skip

    @cached_property
    def frequency(self) -> Counter[str]:
        """In how many sentences each telling word stands."""
        return Counter(lemma for lemmas in self.content for lemma in lemmas)

    def other_day(self, here: int, there: int) -> bool:
        """Whether two sentences, by their numbers, tell of different days."""
        a, b = self._days[here], self._days[there]
        return bool(a and b) and not any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b)

    @cached_property
    def _days(self) -> list[list[tuple[date, date]]]:
        """The days that each sentence names for what happened, and not for who said it."""
        told = [m for m in self.reading.times if m.granularity in ("day", "part") and m.relation == "at"]
        told = [m for m in told if not _of_saying(self.reading, m)]
        return [
            [(m.first, m.last) for m in told if s.start <= m.start < s.end and m.first and m.last]
            for s in self.sentences
        ]

    @cached_property
    def counts(self) -> list[frozenset[str]]:
        """The numbers that each sentence counts things with, days and hours aside."""
        return [
            frozenset(
                number_of(t) for t in s
                if t.dep_ == "nummod" and t.head.pos_ == "NOUN" and t.head.ent_type_ not in ("DATE", "TIME")
            )
            for s in self.sentences
        ]  # fmt: skip


def _of_saying(reading: Reading, time: TimeMention) -> bool:
    """Whether words of time tell when somebody said something: "residents said on Monday"."""
    owner = owner_of(reading, time)
    return owner is not None and saying(reading.knowledge, owner)


def _heads(doc: Doc, mention: PlaceMention) -> bool:
    """Whether the name heads a sentence as a dateline does: "OUAGADOUGOU - Armed men raided", "KYIV: Five"."""
    words = doc[mention.start : mention.end]
    before = [t for t in doc[words.sent.start : mention.start] if not t.is_space]
    return not before and words.text.isupper() and mention.end < len(doc) and doc[mention.end].text in _DASHES


def number_of(token: Token) -> str:
    """A number's digits, of a small one that is written out too."""
    return _NUMBERS.get(token.lower_, token.lower_)


def _stem(lemma: str) -> str:
    """A word without the endings that make noun of verb: "shelling" and "shelled" meet."""
    return _ENDING.sub("", lemma) if len(lemma) > 5 else lemma


def scene(reading: Reading) -> Scene:
    """The Scene of a reading, made at the first call."""
    found = reading.doc.user_data.get("vedette_scene")
    if not isinstance(found, Scene) or found.reading is not reading:
        found = reading.doc.user_data["vedette_scene"] = Scene(reading)
    return found


def spots(stage: Scene, sentence: Span) -> list[Spot]:
    """Every place that `sentence` offers, chained names as one."""
    words, doc, out = stage.words, stage.doc, list[Spot]()
    last: PlaceMention | None = None
    for mention in stage.places:
        if not sentence.start <= mention.start < sentence.end:
            continue
        head = doc[mention.start : mention.end].root.i
        between = doc[last.end : mention.start] if last is not None else None
        body = last is not None and of_body(doc, last, words)
        if between is not None and out and not body and chained(between, mention, words):
            behind = names_it(doc, last, between, words)
            listed = (
                not behind
                and 0 < len(between) <= 3
                and all(joins(t, words) for t in between)
                and lists(stage, mention, between)
            )
            if abs(rank(last) - rank(mention)) <= 1 and (listed or list_goes_on(stage, mention, between)):  # type: ignore[arg-type]
                out[-1].parts[-1].append(mention)
            else:
                out[-1].parts.append([mention])
                onward = from_there(last, words) and (mention.modifier or "").lower() in words.vicinity
                if onward or behind:
                    out[-1].anchors.add(last.start)  # type: ignore[union-attr]
                elif offset(between, words) or measured(mention, words) or _explains(last, between, mention, words):
                    out[-1].anchors.add(mention.start)
            out[-1].heads.append(head)
        else:
            out.append(Spot([head], [[mention]]))
        last = mention
    named = {i for spot in out for i in spot.heads}
    out += [Spot([t.i], pointer=t) for t in sentence if points(t, named, words)]
    return out


def _explains(last: PlaceMention | None, between: Span, mention: PlaceMention, words: PlaceWords) -> bool:
    """Whether the second name only explains the first, however fine it is: "X district, a suburb of Y"."""
    if last is None or not len(between) or rank(mention) > rank(last) or between[-1].lower_ not in ("of", "in"):
        return False
    kinds = [n for n, t in enumerate(between) if t.lower_ in words.kinds]
    return any(t.lower_ in ("a", "an") and any(k > n for k in kinds) for n, t in enumerate(between[:-1]))


def points(token: Token, named: set[int], words: PlaceWords) -> bool:
    """Whether `token` points to a place told before: "there", "the city", "the same area", "this village"."""
    if token.lower_ == "there":
        return token.dep_ != "expl"
    low = token.lower_ if token.lower_ in words.pointers else token.lemma_.lower()
    if low not in words.pointers or not token.text.islower() or token.pos_ != "NOUN":
        return False
    if token.dep_ == "compound" or any(d.i in named for d in token.subtree):
        return False
    told = {c.lower_ for c in token.children}
    return bool(told & _POINTING) and not told & _OTHER


def from_which(noun: Token, words: PlaceWords) -> bool:
    """Whether the noun only says from where a way is measured: "ten miles north of the city"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ != "of" or prep.head.lower_ not in words.directions:
        return False
    return not any(c.lower_ == "the" for c in prep.head.children)


def shown(mention: PlaceMention) -> str:
    """A place's name with a direction before it: "east Aleppo", "northern and northeastern Syria"."""
    return f"{mention.modifier} {mention.name}" if mention.directed else mention.name


def joined(mentions: list[PlaceMention]) -> tuple[str, Place | None, str]:
    """The names of places told together, as "X, Y and Z", with the first one's place and reason."""
    names = list(dict.fromkeys(shown(m) for m in mentions))
    name = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return name, mentions[0].place, mentions[0].reason
