"""Where a claim is at: the place of what it tells, not the first place of the sentence, nor the dateline."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.where_discourse import antecedent, earlier
from vedette.extraction.where_spots import joined
from vedette.extraction.where_tree import tied
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place
from vedette.reading.reading import PlaceMention, Reading

_FAR = 6.0
"""A place that costs more than this stands in the sentence, but is not tied to the trigger."""


@dataclass(frozen=True, slots=True)
class Where:
    """`name` as the text spells it, None with a `reason` where no place can be told."""

    name: str | None
    place: Place | None
    reason: str


def where(reading: Reading, trigger: Token) -> Where:
    """The place of what `trigger` (a claim's verb or noun) tells."""
    words = reading.knowledge.world("place_words", PlaceWords)
    for option in tied(reading, trigger, words):
        if option.cost > _FAR:
            break
        if option.spot.parts:
            return _told(option.spot.finest, f"tied to {trigger.text!r} by the parse")
        pointer = option.spot.pointer
        if pointer is not None and (found := antecedent(reading, pointer, words)):
            return _told(found, f"{pointer.text!r} points to it")
    found, why = earlier(reading, trigger, words)
    if found:
        return _told(found, why)
    return Where(None, None, "no place in the sentence, nor anywhere in the report")


def _told(mentions: list[PlaceMention], why: str) -> Where:
    name, place, reason = joined(mentions)
    return Where(name, place, f"{why}; {reason}")
