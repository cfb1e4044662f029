"""From a wide place to the close one: a report's first lines say "a district of the city", a later one names it."""

from __future__ import annotations

from collections import Counter
from math import cos, hypot, radians

from spacy.tokens import Span, Token

from vedette.extraction.where_spots import COUNTRY, Spot, rank, spots, stands_for_others
from vedette.gazetteer.fold import fold
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import PlaceMention, Reading

_CITY_KM = 18.0
_SHARED, _ALIKE = 3, 1.2
"""How many words two sentences must share, and how much these must weigh, to tell of one event."""
_INDEFINITE = frozenset({"a", "an", "another", "one"})


def refine(reading: Reading, trigger: Token, spot: Spot, words: PlaceWords) -> list[PlaceMention]:
    """The place that another sentence names for what this one only describes ("a town in the north"); else none."""
    found = spot.finest
    container = found[0]
    if rank(container) == 0 or len(found) > 1:
        return []
    noun = described(reading, trigger, spot, words)
    if noun is None:
        return []
    others = [
        m for m in reading.places
        if (rank(m) < rank(container) or m.place is None) and fold(m.name) != fold(container.name)
        and not stands_for_others(reading.doc, m, words) and not _outside(m.place, container.place)
    ]  # fmt: skip
    called = [m for m in others if called_as(reading, m, noun, words)]
    return called[:1]


def described(reading: Reading, trigger: Token, spot: Spot, words: PlaceWords) -> Token | None:
    """The common noun for a place, on the way from the trigger to the spot, that the spot's name is not the name of."""
    doc = reading.doc
    for head in spot.heads:
        token = doc[head]
        for _ in range(12):
            if token.i == trigger.i or token.head.i == token.i:
                break
            via, token = token, token.head
            if kind_of(token, words) is None or not _open(token) or token.i in spot.heads:
                continue
            if via.dep_ == "prep" and via.lower_ == "of" and _names(token, doc[head]):
                continue
            return token
    if kind_of(trigger, words) is not None and _open(trigger):
        return trigger
    return None


def _names(noun: Token, name: Token) -> bool:
    """Whether "noun of name" names the noun ("the town of X") and does not place it ("a district of X")."""
    return noun.lemma_.lower() in ("city", "town", "village", "province", "governorate", "region", "state", "camp", "capital")


def _open(noun: Token) -> bool:
    """Whether the noun describes rather than names: "a rebel-held district", "several neighbourhoods"."""
    lowered = [c.lower_ for c in noun.children if c.dep_ in ("det", "nummod", "amod")]
    if not noun.text.islower() or noun.dep_ == "compound" or noun.tag_ == "NNS":
        return False
    return bool(set(lowered) & _INDEFINITE) or "the" not in lowered


def kind_of(token: Token, words: PlaceWords) -> PlaceKind | None:
    """What kind of place a common noun names, None for other nouns and for "area", which may be any."""
    return words.kinds.get(token.lower_) or words.kinds.get(token.lemma_.lower())


def called_as(reading: Reading, mention: PlaceMention, noun: Token, words: PlaceWords) -> bool:
    """Whether the report calls the place by that noun, or by one of its kind, or the gazetteer says that it is one."""
    doc = reading.doc
    kind = kind_of(noun, words)
    beside = [doc[i] for i in (mention.end, mention.start - 2, mention.end - 1) if 0 <= i < len(doc)]
    kinds = {kind_of(t, words) for t in beside if t.i != mention.start - 2 or doc[mention.start - 1].lower_ == "of"}
    if kind in kinds:
        return True
    return mention.place is not None and mention.place.kind is kind


def _outside(place: Place | None, container: Place | None) -> bool:
    """Whether `place` surely does not lie in `container`."""
    if place is None or container is None:
        return False
    if container.kind is PlaceKind.COUNTRY:
        return place.country != container.country
    if container.kind in (PlaceKind.ADM1, PlaceKind.ADM2):
        return bool(place.adm1 and container.adm1) and place.adm1 != container.adm1
    return apart_km(place, container) > _CITY_KM


def apart_km(a: Place, b: Place) -> float:
    """Kilometres between two places, 0 where either has no coordinates (good to a per cent within a country)."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2))) * 111.2


def echoed(reading: Reading, trigger: Token, mentions: list[PlaceMention], words: PlaceWords) -> list[PlaceMention]:
    """The finer place in `mentions`' one that the sentence names which tells the same in other words; else none.

    Sentences are alike by the rarer words that they share. Two that give different counts tell of different things.
    """
    container = mentions[0]
    if len(mentions) > 1 or rank(container) == 0:
        return []
    sentences = list(reading.doc.sents)
    said = [_content(reading, s) for s in sentences]
    frequency = Counter(lemma for lemmas in said for lemma in lemmas)
    here = next(n for n, s in enumerate(sentences) if s.start <= trigger.i < s.end)
    counts = _counts(sentences[here])
    best: tuple[float, int, list[PlaceMention]] | None = None
    for n, sentence in enumerate(sentences):
        shared = said[here] & said[n]
        if n == here or len(shared) < _SHARED or (counts and _counts(sentence) and not counts & _counts(sentence)):
            continue
        score = sum(1 / frequency[lemma] for lemma in shared)
        for spot in spots(reading, sentence, words):
            if spot.parts and (finer := _finer(reading, spot.finest, container)) and (best is None or score > best[0]):
                best = (score, n, finer)
    return best[2] if best and best[0] >= _ALIKE else []


def _content(reading: Reading, sentence: Span) -> frozenset[str]:
    place = {i for m in reading.places for i in range(m.start, m.end)}
    return frozenset(
        t.lemma_.lower() for t in sentence
        if t.pos_ in ("NOUN", "VERB", "ADJ") and t.i not in place and not t.is_stop and len(t.text) > 2
    )  # fmt: skip


def _counts(sentence: Span) -> set[str]:
    return {t.lower_ for t in sentence if t.dep_ == "nummod" and t.head.pos_ == "NOUN" and t.head.ent_type_ not in ("DATE", "TIME")}


def _finer(reading: Reading, mentions: list[PlaceMention], container: PlaceMention) -> list[PlaceMention]:
    first = mentions[0]
    if fold(first.name) == fold(container.name) or _outside(first.place, container.place):
        return []
    if first.place is not None and container.place is not None and first.place.id == container.place.id:
        return []
    inside = rank(first) < rank(container)
    return mentions if inside or (first.place is None and rank(container) > 0) else []


def war_wide(trigger: Token, words: PlaceWords) -> Token | None:
    """The word for the war as a whole that the trigger's deeds are told of: "since the conflict began", "the war has killed"."""
    for token in trigger.sent:
        if token.lemma_.lower() not in words.war or token.pos_ not in ("NOUN", "PROPN"):
            continue
        up = token
        for _ in range(10):
            if up.i == trigger.i:
                return token
            if up.dep_ in ("relcl", "ccomp") or up.head.i == up.i:
                break
            up = up.head
        if trigger.dep_ == "conj" and up.i == trigger.head.i:
            return token
    return None


def coarse(mentions: list[PlaceMention]) -> bool:
    """Whether the place told is a country or more."""
    return all(rank(m) >= COUNTRY for m in mentions)
