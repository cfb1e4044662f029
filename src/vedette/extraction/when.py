"""When a claim's content happened: days, not the day on which it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from vedette.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class When:
    """Inclusive days, both None with a `reason` where the text does not tell. `basis` names how: words, main event…"""

    first: date | None
    last: date | None
    basis: str | None
    reason: str


def when(reading: Reading, trigger: Token, *, running: bool = False, present: bool = False) -> When:
    """The days of what `trigger` (a claim's verb or noun) tells.

    `running`: the claim is a running total, which ends with the publication or the day on which it stands.
    `present`: a state told in the present tense (control), which takes the publication date.
    """
    near = [m for m in reading.times if trigger.sent.start <= m.start < trigger.sent.end and m.first]
    if not near:
        return When(None, None, None, "no words of time in the sentence")
    best = min(near, key=lambda m: abs(m.start - trigger.i))
    return When(best.first, best.last, "words", best.reason)
