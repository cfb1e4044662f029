"""The slots that claims of every kind have: which report, which words, who says, when, where, and why."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from vedette.extraction.when import When
from vedette.extraction.who_says import WhoSays
from vedette.model.place import Place
from vedette.reading.reading import Reading


class Common(TypedDict):
    """Keyword arguments of :class:`vedette.model.claim.Claim`, to be spread into one kind's own."""

    report: str
    report_id: str
    quote: str
    start: int
    end: int
    source: str | None
    chain: tuple[str, ...]
    first: date | None
    last: date | None
    date_basis: str | None
    place: str | None
    location: Place | None
    reasons: dict[str, str]
    confidence: float


def common(
    reading: Reading,
    tokens: tuple[int, int],
    *,
    says: WhoSays,
    when: When,
    place: tuple[str | None, Place | None],
    confidence: float,
    reasons: dict[str, str],
) -> Common:
    """The common slots of a claim that rests on the words from token `tokens[0]` up to, without, `tokens[1]`.

    `place` is its name as spelled and what the gazetteer makes of it; `reasons` are those of the kind's own slots
    and of the place, to which those of source and days are added.
    """
    quote, start, end = reading.quote(*tokens)
    return Common(
        report=reading.report.ref,
        report_id=reading.report.id,
        quote=quote,
        start=start,
        end=end,
        source=says.source,
        chain=says.chain,
        first=when.first,
        last=when.last,
        date_basis=when.basis,
        place=place[0],
        location=place[1],
        reasons={"source": says.reason, "from": when.reason} | reasons,
        confidence=confidence,
    )
