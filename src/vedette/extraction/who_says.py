"""Who says so: the origin that the text credits with what a trigger tells, and the chain that leads to it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class WhoSays:
    """`source` is None where the outlet speaks in its own voice; `chain` ends with `source`."""

    source: str | None
    chain: tuple[str, ...]
    reason: str


def who_says(reading: Reading, trigger: Token) -> WhoSays:
    """The origin credited with what `trigger` (a claim's verb or noun) tells."""
    for attribution in reading.attributions:
        if any(start <= trigger.i < end for start, end in attribution.scope):
            return WhoSays(attribution.source, attribution.chain, attribution.reason)
    return WhoSays(None, (), "no credit covers these words")
