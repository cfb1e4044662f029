"""What the word before a phrase of time makes of it: at, since, until, during, duration."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vedette.reading.times import calendar as cal
from vedette.reading.times.codes import CODES, Scan
from vedette.reading.times.found import Found
from vedette.reading.times.tense import governing_verb

_UNTIL = frozenset({"until", "till"})


def related(one: Found, scan: Scan, published: date | None) -> Found:
    """`one` with its relation, and with the days that the relation makes of it."""
    before = one.start - 1
    while before >= 0 and scan.codes[before] in (CODES["THE"], CODES["ON"], CODES["AT"], CODES["HEDGE"]):
        before -= 1
    word = scan.token(before).lower_ if before >= 0 else ""
    if word == "since" or scan.token(one.start).lower_ == "since":
        return _since(one, published)
    as_of = word == "of" and before > 0 and scan.token(before - 1).lower_ == "as"
    if (word in _UNTIL or as_of) and one.interval:
        return replace(one, relation="until", reason=f"until then: {one.reason}")
    if one.role == "length" and word in ("for", "in", "within", "after", "over", "during"):
        return _for(one, scan, published, word)
    return one


def _since(one: Found, published: date | None) -> Found:
    if one.interval is None:
        return replace(one, relation="since")
    first = one.interval[0]
    last = published if published is not None and published >= first else one.interval[1]
    return replace(
        one,
        relation="since",
        interval=(first, last),
        granularity="open",
        role="period",
        reason=f"since then: {one.reason}",
    )


_TOLD_IN = {"decade": "year", "century": "year", "fortnight": "week", "quarter": "month"}
"""In what the value of a length tells longer units: a decade as ten years."""


def _for(one: Found, scan: Scan, published: date | None, word: str) -> Found:
    """ "has been under siege for two years" runs to the day of the report; "fought for two hours" names no date."""
    if published is None or word not in ("for", "in") or one.value.startswith("PX") or one.value.startswith("PTX"):
        return one
    verb = governing_verb(scan.token(one.start))
    if verb is None or not any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("has", "have", "'ve") for c in verb.children
    ):
        return one
    if word == "in" and scan.token(one.start).lower_ not in ("less", "under", "fewer"):
        return one  # "the deadliest in almost a year" tells no time
    if scan.token(one.start).lower_ in ("less", "under", "fewer"):
        return replace(
            one, relation="until", latest=published, reason="within that time, to the publication; from when is open"
        )
    number = float(one.value.strip("PTDWMYHS"))
    start = cal.shift(published, _TOLD_IN.get(one.granularity, one.granularity), -number)
    return replace(
        one, relation="during", interval=(start, published), role="period", reason="as long as told, to the publication"
    )
