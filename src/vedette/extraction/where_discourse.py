"""Where something is that its own sentence does not place: what the sentences before it, and the headline, are about."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where_tree import Told, rank, shown, stands_for_others
from vedette.knowledge.place_words import PlaceWords
from vedette.reading.reading import Reading


def discourse(reading: Reading, trigger: Token) -> Told | None:
    """The finest place of the nearest sentence before the trigger's that has one finer than a country."""
    words = reading.knowledge.world("place_words", PlaceWords)
    places = [m for m in reading.places if not stands_for_others(reading, m, words)]
    fine = [m for m in places if rank(m) < 5]
    here = trigger.sent
    same = [m for m in fine if here.start <= m.start < trigger.i]
    if same:
        best = same[-1]
        return Told(shown(best), best.place, f"named before it in the sentence; {best.reason}")
    earlier = [m for m in fine if m.start < here.start]
    if earlier:
        last = reading.doc[earlier[-1].start].sent
        best = min((m for m in earlier if m.start >= last.start), key=lambda m: (rank(m), m.start))
        return Told(shown(best), best.place, f"the place told last before it; {best.reason}")
    if fine:
        best = fine[0]
        return Told(shown(best), best.place, f"the first place that the report names; {best.reason}")
    if places:
        return Told(shown(places[0]), places[0].place, f"the only place named; {places[0].reason}")
    return None
