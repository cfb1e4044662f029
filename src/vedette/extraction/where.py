"""Where a claim is at: the place of what it tells, not the first place of the sentence, nor the dateline."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.where_discourse import discourse
from vedette.extraction.where_tree import in_sentence
from vedette.model.place import Place
from vedette.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Where:
    """`name` as the text spells it, None with a `reason` where no place can be told."""

    name: str | None
    place: Place | None
    reason: str


def where(reading: Reading, trigger: Token) -> Where:
    """The place of what `trigger` (a claim's verb or noun) tells."""
    own = in_sentence(reading, trigger)
    if own is not None and not own.weak:
        return Where(own.name, own.place, own.reason)
    told = discourse(reading, trigger)
    if told is None:
        if own is not None:
            return Where(own.name, own.place, own.reason)
        return Where(None, None, "no place in the sentence, nor in what comes before it")
    return Where(told.name, told.place, told.reason)
