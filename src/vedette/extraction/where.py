"""Where a claim is at: the place of what it tells, not the first place of the sentence, nor the dateline."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.where_discourse import antecedent, country, earlier
from vedette.extraction.where_refine import echoed, refine, war_wide
from vedette.extraction.where_spots import joined
from vedette.extraction.where_tree import tied
from vedette.knowledge.place_words import PlaceWords
from vedette.model.place import Place
from vedette.reading.reading import PlaceMention, Reading

_FAR = 6.0
"""A place that costs more than this stands in the sentence, but is not tied to the trigger."""
_OWN = 1.6
"""A place that costs no more than this is the trigger's own."""


@dataclass(frozen=True, slots=True)
class Where:
    """`name` as the text spells it, None with a `reason` where no place can be told."""

    name: str | None
    place: Place | None
    reason: str


def where(reading: Reading, trigger: Token) -> Where:
    """The place of what `trigger` (a claim's verb or noun) tells."""
    words = reading.knowledge.world("place_words", PlaceWords)
    options = [o for o in tied(reading, trigger, words) if o.cost <= _FAR]
    if (not options or options[0].cost > _OWN) and (war := war_wide(trigger, words)) is not None:
        found = country(reading)
        if found is not None:
            return Where(found[0], found[1], f"{war.text!r} as a whole is told of")
    for option in options:
        if option.spot.parts:
            if closer := refine(reading, trigger, option.spot, words):
                return _told(closer, "another sentence names what this one describes")
            return _narrowed(reading, trigger, option.spot.finest, f"tied to {trigger.text!r} by the parse", words)
        pointer = option.spot.pointer
        if pointer is not None and (mentions := antecedent(reading, pointer, words)):
            return _told(mentions, f"{pointer.text!r} points to it")
    mentions, why = earlier(reading, trigger, words)
    if mentions:
        return _narrowed(reading, trigger, mentions, why, words)
    return Where(None, None, "no place in the sentence, nor anywhere in the report")


def _narrowed(
    reading: Reading, trigger: Token, mentions: list[PlaceMention], why: str, words: PlaceWords
) -> Where:
    if closer := echoed(reading, trigger, mentions, words):
        return _told(closer, f"named where the report tells the same again; {why}")
    return _told(mentions, why)


def _told(mentions: list[PlaceMention], why: str) -> Where:
    name, place, reason = joined(mentions)
    return Where(name, place, f"{why}; {reason}")
