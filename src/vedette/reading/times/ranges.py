"""Two phrases of time that name one span: "from March to May", "Saturday and Sunday", "2011-2018"; or one day twice:
"yesterday (Friday)"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from vedette.reading.times.calendar import day, month
from vedette.reading.times.codes import CODES, Scan
from vedette.reading.times.found import Found

_LINKS = {CODES["TO"]: "to", CODES["HYPHEN"]: "to", CODES["AND"]: "and", CODES["SLASH"]: "to"}


def joined(found: list[Found], scan: Scan) -> list[Found]:
    """`found` with each such pair made one; the rest unchanged and in order."""
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        span = _span(before, one, scan) if before is not None else None
        if span is None:
            out.append(one)
        else:
            out[-1] = span
    return out


def bracketed(found: list[Found], scan: Scan) -> list[Found]:
    """`found` with "yesterday (Friday)" as that Friday: who speaks counts from his own day, not from the report's."""
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        if before is not None and _in_brackets(before, one, scan):
            out[-1] = replace(before, interval=one.interval, reason=f"the day in brackets: {one.reason}")
        out.append(one)
    return out


def _in_brackets(a: Found, b: Found, scan: Scan) -> bool:
    between = scan.doc[scan.tokens[a.end - 1] + 1 : scan.tokens[b.start]]
    near = a.role == b.role == "day" and "counted from the publication" in a.reason and b.interval is not None
    return near and "".join(t.text for t in between).strip() in ("(", "[")


def _span(a: Found, b: Found, scan: Scan) -> Found | None:
    if b.start - a.end not in (1, 2) or a.interval is None or b.interval is None:
        return None
    if a.kind == "DURATION" or b.kind == "DURATION":
        return None
    link = _LINKS.get(scan.codes[a.end])
    if link is None or (b.start - a.end == 2 and scan.codes[a.end + 1] not in (CODES["ON"], CODES["THE"], CODES["IN"])):
        return None
    before = scan.codes[a.start - 1] if a.start else ""
    opened = before in (CODES["FROM"], CODES["BETWEEN"])
    a = _in_order(_same_year(a, b), b)
    if a.interval is None or (link == "and" and not opened and (b.interval[0] - a.interval[1]).days not in (0, 1)):
        return None  # "in 2012 and 2014" names two times, "Saturday and Sunday" one span
    if link == "to" and not opened and scan.codes[a.end] == CODES["TO"]:
        return None
    first, last = a.interval[0], b.interval[1]
    if first > last:
        return None
    start = a.start - 1 if opened else a.start
    return replace(
        a,
        start=start,
        end=b.end,
        interval=(first, last),
        relation="during" if opened else "at",
        role="period" if opened else a.role,
        reason=f"{a.reason}, to the second: {b.reason}",
    )


def _in_order(a: Found, b: Found) -> Found:
    """`a`, a weekday, moved a week back where it would come after `b`: "Saturday and Sunday" told on a Saturday."""
    if a.interval is None or b.interval is None or a.role != "day" or b.role != "day":
        return a
    if 0 < (a.interval[0] - b.interval[0]).days < 7:
        return replace(a, interval=(a.interval[0] - timedelta(7), a.interval[1] - timedelta(7)))
    return a


def _same_year(a: Found, b: Found) -> Found:
    """`a`, told without a year, in that of `b`, told with one: "between June and August 2014"."""
    if a.interval is None or b.interval is None or "as written" in a.reason or "as written" not in b.reason:
        return a
    if a.granularity != b.granularity or a.granularity not in ("day", "month"):
        return a
    year = b.interval[0].year
    if a.interval[0].month > b.interval[0].month:
        year -= 1
    if a.granularity == "month":
        return replace(a, interval=month(year, a.interval[0].month))
    on = day(year, a.interval[0].month, a.interval[0].day)
    return a if on is None else replace(a, interval=on)
