"""Since when a deal holds: "which came into effect on March 6"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.when import When
from vedette.knowledge.events import event_lexicon
from vedette.reading.reading import Reading


def in_force(reading: Reading, deal: Token) -> When | None:
    """The day on which the deal of a sentence is told to have come into force, None where it tells none."""
    classes = event_lexicon(reading.knowledge).classes
    for token in deal.sent:
        if token.i < deal.i or token.lower_ not in classes["force"]:
            continue
        verb = token.head if token.dep_ == "dobj" else token.head.head
        if verb.lemma_ not in classes["comes"]:
            continue
        low, high = verb.left_edge.i, verb.right_edge.i
        inside = [m for m in reading.times if low <= m.start <= high and m.first is not None and m.relation == "at"]
        if inside:
            day = inside[0]
            return When(day.first, day.last, "words", f"the day on which it came into force: {day.reason}")
    return None
