"""What a pointer points to, and where something is that its own sentence does not place."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from vedette.extraction.where_spots import COUNTRY, rank, spots, stands_for_others
from vedette.gazetteer.gazetteer import gazetteer
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import PlaceMention, Reading

_FITS = {
    PlaceKind.TOWN: (PlaceKind.TOWN,),
    PlaceKind.AREA: (PlaceKind.AREA, PlaceKind.TOWN, PlaceKind.SITE, PlaceKind.REGION),
    PlaceKind.ADM1: (PlaceKind.ADM1,),
    PlaceKind.ADM2: (PlaceKind.ADM2, PlaceKind.ADM1),
    PlaceKind.REGION: (PlaceKind.REGION, PlaceKind.ADM1, PlaceKind.ADM2),
    PlaceKind.SITE: (PlaceKind.SITE,),
    PlaceKind.COUNTRY: (PlaceKind.COUNTRY,),
}


def antecedent(reading: Reading, pointer: Token, words: PlaceWords) -> list[PlaceMention]:
    """What "there" or "the city" points to: the last place before it that can be called so, all of them for a plural."""
    low = pointer.lower_ if pointer.lower_ in words.kinds else pointer.lemma_.lower()
    kind = words.kinds.get(low)
    before = [m for m in reading.places if m.end <= pointer.i and not stands_for_others(reading.doc, m, words)]
    after = [m for m in reading.places if m.start > pointer.i and not stands_for_others(reading.doc, m, words)]
    if pointer.tag_ == "NNS" and kind is PlaceKind.TOWN:
        pairs = joint(reading, before, words)[::-1] or joint(reading, after, words)
        return pairs[0] if pairs else []
    fits = _FITS.get(kind) if kind else None
    exact = [m for m in before if fits and m.place is not None and m.place.kind in fits]
    loose = [m for m in before if rank(m) < COUNTRY]
    for options in (exact, loose):
        if options:
            return [first_spelt(reading, options[-1])]
    return []


def joint(reading: Reading, mentions: list[PlaceMention], words: PlaceWords) -> list[list[PlaceMention]]:
    """Each two or more of `mentions` that "and" joins as equals."""
    inside = {m.start for m in mentions}
    out = []
    for sentence in dict.fromkeys(reading.doc[m.start].sent.start for m in mentions):
        for spot in spots(reading, reading.doc[sentence].sent, words):
            out += [p for p in spot.parts if len(p) > 1 and all(m.start in inside and rank(m) < COUNTRY for m in p)]
    return out


def first_spelt(reading: Reading, mention: PlaceMention) -> PlaceMention:
    """The report's first mention of the same place: a place with two names is called by the first."""
    if mention.place is None:
        return mention
    return next(m for m in reading.places if m.place is not None and m.place.id == mention.place.id)


def country(reading: Reading) -> tuple[str, Place | None] | None:
    """The country that the report is about: the one that it, or the words for its people, names most often."""
    book = gazetteer(reading.knowledge)
    votes: Counter[str] = Counter()
    spelt: dict[str, tuple[str, Place | None]] = {}
    for m in reading.places:
        if m.place is not None and m.place.kind is PlaceKind.COUNTRY and m.place.country:
            votes[m.place.country] += 1
            spelt.setdefault(m.place.country, (m.name, m.place))
    for token in reading.doc:
        if token.text[:1].isupper() and (code := book.demonym(token.text)):
            votes[code] += 1
    home = set(book.home(reading.packs)[:1])
    for code, _ in sorted(votes.items(), key=lambda v: (v[0] not in home, -v[1], v[0])):
        place = book.country(code)
        return spelt.get(code) or ((place.name, place) if place else None)
    return None


def earlier(reading: Reading, trigger: Token, words: PlaceWords) -> tuple[list[PlaceMention], str]:
    """The place of the nearest sentence before the trigger's that has one finer than a country; else the report's."""
    here = trigger.sent
    fine = [m for m in reading.places if rank(m) < COUNTRY and not stands_for_others(reading.doc, m, words)]
    before = [m for m in fine if m.end <= here.start]
    if before:
        sentence = reading.doc[before[-1].start].sent
        offered = [s for s in spots(reading, sentence, words) if s.parts]
        offered = [s for s in offered if min(rank(m) for m in s.finest) < COUNTRY]
        if offered:
            return offered[0].finest, "the place told last before it"
    if fine:
        return [fine[0]], "the first place that the report names"
    any_place = [m for m in reading.places if not stands_for_others(reading.doc, m, words)]
    return any_place[:1], "the only place that the report names"
