"""What a pointer points to, and where something is that its own sentence does not place."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where_spots import COUNTRY, rank, spots, stands_for_others
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import PlaceKind
from vedette.reading.reading import PlaceMention, Reading

_FITS = {
    PlaceKind.TOWN: (PlaceKind.TOWN,),
    PlaceKind.AREA: (PlaceKind.AREA, PlaceKind.TOWN, PlaceKind.SITE, PlaceKind.REGION),
    PlaceKind.ADM1: (PlaceKind.ADM1,),
    PlaceKind.ADM2: (PlaceKind.ADM2, PlaceKind.ADM1),
    PlaceKind.REGION: (PlaceKind.REGION, PlaceKind.ADM1, PlaceKind.ADM2),
    PlaceKind.SITE: (PlaceKind.SITE,),
}


def antecedent(reading: Reading, pointer: Token, words: PlaceWords) -> list[PlaceMention]:
    """What "there" or "the city" points to: the last place before it that can be called so, with its partners."""
    low = pointer.lower_ if pointer.lower_ in words.kinds else pointer.lemma_.lower()
    kind = words.kinds.get(low)
    before = [m for m in reading.places if m.end <= pointer.i and not stands_for_others(reading.doc, m, words)]
    if low in ("state", "country"):
        kind = PlaceKind.COUNTRY
    fits = _FITS.get(kind) if kind else None
    exact = [m for m in before if fits and m.place is not None and m.place.kind in fits]
    loose = [m for m in before if rank(m) < COUNTRY]
    for options in (exact, loose):
        if options:
            return [options[-1]]
    return []


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
