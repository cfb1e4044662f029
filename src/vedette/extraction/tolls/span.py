"""Whether a count is of one attack, of a day, or of a longer while."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.found import Found
from vedette.reading.reading import Reading, TimeMention

INCIDENT, DAY, PERIOD = "incident", "day", "period"
_WAR = frozenset(
    {"war", "conflict", "uprising", "revolution", "unrest", "violence", "insurgency", "rebellion", "revolt"}
)
_LONG = frozenset({"week", "month", "season", "year", "open"})
_WAR_DEAD = 5000


def span_of(reading: Reading, found: Found) -> tuple[str, str]:
    """The span and the reason for it."""
    sent = found.trigger.sent
    times = [m for m in reading.times if sent.start <= m.start < sent.end]
    near = [m for m in times if _belongs(m, found)]
    if any(m.relation == "since" for m in near):
        return PERIOD, "since a date"
    least = found.group.low or found.group.high or 0
    if least >= _WAR_DEAD and found.effect in (
        "killed",
        "wounded",
        "displaced",
        "trapped",
        "missing",
        "detained",
    ):
        return PERIOD, "too many for one attack"
    if any(m.granularity in _LONG and m.relation in ("during", "duration") for m in near):
        return PERIOD, "over a while"
    if any(t.lower_ in _WAR and t.dep_ == "nsubj" for t in sent):
        return PERIOD, "the war itself did it"
    return INCIDENT, "no longer while is told"


def _belongs(mention: TimeMention, found: Found) -> bool:
    return abs(mention.start - found.trigger.i) < 25
