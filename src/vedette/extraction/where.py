"""Where a claim is at: the place of what it tells, not the first place of the sentence, nor the dateline."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

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
    near = [m for m in reading.places if trigger.sent.start <= m.start < trigger.sent.end]
    if not near:
        return Where(None, None, "no place in the sentence")
    best = min(near, key=lambda m: abs(m.start - trigger.i))
    return Where(best.name, best.place, f"nearest place in the sentence; {best.reason}")
