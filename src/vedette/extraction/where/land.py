"""The land that a report tells of as a whole: the country that it is about, and where its war is."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from vedette.extraction.where.discourse import earlier
from vedette.extraction.where.spots import Scene, rank
from vedette.gazetteer.gazetteer import gazetteer
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import PlaceMention

_WIDE = 3
"""How coarse the place of a war is at least, by its rank."""
_ABOUT = 3
"""In how many sentences a report names the town that it is about."""
_MOST = 3
"""How many times more often than its pack's country a report may name another and still be about the first."""


def at_large(stage: Scene, trigger: Token) -> bool:
    """Whether the place told before the trigger can be that of a long while: a province or more, or what the report
    is about."""
    before, _, _ = earlier(stage, trigger)
    if not before or rank(before[0]) >= _WIDE:
        return True
    named = {m.start for m in stage.places if m.name == before[0].name}
    return len({stage.number(stage.doc[start]) for start in named}) >= _ABOUT


def country(stage: Scene) -> tuple[str, Place | None] | None:
    """The country that the report is about, by how often it, its places and the words for its people are named.

    Great powers send envoys and soldiers everywhere: of theirs only what is named as a place counts.
    """
    reading, book = stage.reading, gazetteer(stage.reading.knowledge)
    ground = {m.start for m in stage.places}
    votes: Counter[str] = Counter()
    spelt: dict[str, tuple[str, Place | None]] = {}
    for m in reading.places:
        if m.place is not None and m.place.country in stage.words.powers and m.start not in ground:
            continue
        if m.place is not None and m.place.kind is PlaceKind.COUNTRY and m.place.country:
            votes[m.place.country] += 1
            spelt.setdefault(m.place.country, (m.name, m.place))
        elif m.place is not None and m.place.country:
            votes[m.place.country] += 1
    for token in reading.doc:
        if token.text[:1].isupper() and (code := book.demonym(token.text)) and code not in stage.words.powers:
            votes[code] += 1
    most = max(votes.values(), default=0)
    home = {code for code in book.home(reading.packs)[:1] if votes[code] * _MOST >= most}
    for code, _ in sorted(votes.items(), key=lambda v: (v[0] not in home, -v[1], v[0])):
        place = book.country(code)
        return spelt.get(code) or ((place.name, place) if place else None)
    return None


def theatre(stage: Scene) -> tuple[str, Place | None] | None:
    """Where the war is that the report tells of: the land that it puts it in ("the war in X"), else the country."""
    put: Counter[str] = Counter()
    first: dict[str, PlaceMention] = {}
    named = Counter(m.name for m in stage.reading.places)
    heads = {stage.doc[m.start : m.end].root.i: m for m in stage.reading.places}
    for token in stage.doc:
        if token.lemma_.lower() not in stage.words.war or token.pos_ not in ("NOUN", "PROPN"):
            continue
        for prep in token.children:
            for noun in prep.children if prep.lower_ in ("in", "on") else ():
                mention = heads.get(noun.i)
                if mention is not None and rank(mention) >= _WIDE and named[mention.name] > 1:
                    put[mention.name] += 1
                    first.setdefault(mention.name, mention)
    if put:
        told = first[min(put, key=lambda name: (-put[name], first[name].start))]
        return told.name, told.place
    return country(stage)
