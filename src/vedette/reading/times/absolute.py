"""Dates that name month, year or day outright, and those that leave the year to be told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from vedette.reading.times import calendar as cal
from vedette.reading.times.found import Context, Found, no_publication, told

Rule = tuple[str, Callable[[re.Match[str], Context], Found | None]]
_MIDDLE = 15
_EDGE = {"EARLY": "early", "LATE": "late", "MID": "mid", "BEGIN": "early", "END": "late"}


def _full(m: re.Match[str], c: Context) -> Found | None:
    value = c.value(m, "full")
    if not isinstance(value, tuple):
        return None
    return _on_day(m, *value)


def _on_day(m: re.Match[str], year: int, month: int, number: int, why: str = "date as written") -> Found | None:
    interval = cal.day(year, month, number)
    if interval is None:
        return None
    return told(
        m,
        interval=interval,
        granularity="day",
        reason=why,
        value=interval[0].isoformat(),
        role="day",
    )


def _day_of_month(m: re.Match[str], c: Context) -> Found | None:
    month, number, year = c.number(m, "month"), c.number(m, "day"), c.number(m, "year")
    if year:
        return _on_day(m, year, month, number)
    if (relative := c.word(m, "rel").split()) and c.published:
        return _on_day(m, c.published.year + _offset(relative), month, number, "year told by the words beside it")
    if c.published is None:
        if c.year:
            return _on_day(m, c.year, month, number, "year taken from the date told before")
        return no_publication(m, "day", f"XXXX-{month:02}-{number:02}")
    return _on_day(m, _year_for(c, month, number), month, number, "year nearest before the publication")


def _days_of_month(m: re.Match[str], c: Context) -> Found | None:
    """ "between 5 and 9 December", "December 3-4"; "and" alone joins but two days that follow each other."""
    first, last = c.number(m, "first"), c.number(m, "day")
    joined = m.start("and") >= 0 and m.start("open") < 0
    if first >= last or (joined and last - first > 1):
        return None
    end = _day_of_month(m, c)
    if end is None or end.interval is None:
        return end
    on = end.interval[0]
    return replace(
        end,
        interval=(on.replace(day=first), on),
        reason=f"from day to day of the month: {end.reason}",
        relation="at" if joined else "during",
        value=on.replace(day=first).isoformat(),
    )


def _half_of_month(m: re.Match[str], c: Context) -> Found | None:
    whole = _month(m, c)
    half = c.number(m, "half")
    if whole is None or whole.interval is None or half not in (1, 2):
        return None
    first, last = cal.month(whole.interval[0].year, whole.interval[0].month)
    middle = first.replace(day=_MIDDLE)
    half_of = (first, middle) if half == 1 else (middle + timedelta(1), last)
    return replace(whole, interval=cal.clip(half_of, c.published), reason=f"half of it: {whole.reason}")


def _offset(words: list[str]) -> int:
    if "last" in words or "previous" in words:
        return -1
    return 1 if "next" in words else 0


def _year_for(c: Context, month: int, number: int = 0) -> int:
    """The year of a month told without one: not after the publication, unless the clause tells the future."""
    assert c.published is not None
    year = c.published.year
    if c.future:
        if (month, max(number, 1)) >= (c.published.month, c.published.day if number > 1 else 1):
            return year
        # a date of the last months is past, whatever the clause around it tells
        return year if c.published.month - month <= 2 else year + 1
    # a few days' slack: a report dated at its origin may tell the next day's date
    slack = c.published + timedelta(2 if number or not c.past else 0)
    if (month, number) <= (slack.month, slack.day) or slack.year > year:
        return year
    # "payable Dec. 7", told in October: ten months back is too far to leave the year out
    months_ahead = month - c.published.month
    return year if months_ahead <= 2 and not c.past else year - 1


def _month(m: re.Match[str], c: Context) -> Found | None:
    token = c.scan.token(m.start("month"))
    month, year, edge = c.number(m, "month"), c.number(m, "year"), _edge(c, m)
    relative = c.word(m, "rel").split()
    if not year and not relative and not edge and not _whole_name(token.text):
        return None
    if not year:
        if c.published is None:
            if c.year is None:
                return no_publication(m, "month", f"XXXX-{month:02}")
            year, why = c.year, "year taken from the date told before"
        elif relative and "year" in relative:
            year, why = c.published.year + _offset(relative), "year told by the words beside it"
        elif relative and relative[0] == "last":
            year = c.published.year if month < c.published.month else c.published.year - 1
            why = "the last such month before the publication"
        elif relative and relative[0] == "next":
            year = c.published.year if month > c.published.month else c.published.year + 1
            why = "the next such month after the publication"
        else:
            year, why = _year_for(c, month), "the most recent such month"
    else:
        why = "month as written"
    if not 1 <= year <= 9998:
        return None
    interval = cal.month(year, month)
    value = f"{year}-{month:02}"
    if edge:
        interval = cal.part_of(interval, edge)
    elif not c.future:
        interval = cal.clip(interval, c.published)
    return told(m, interval=interval, granularity="month", reason=why, value=value)


def _edge(c: Context, m: re.Match[str]) -> str:
    words = c.word(m, "edge").split()
    if not words:
        return ""
    for word in words:
        if word in ("early", "start", "beginning", "outset", "onset"):
            return "early"
        if word in ("late", "end", "close"):
            return "late"
        if word in ("mid", "middle", "midway"):
            return "mid"
    return ""


def _whole_name(text: str) -> bool:
    """Whether a month stands in full, or as an abbreviation with its full stop ("Jan" alone may be a name)."""
    return len(text.rstrip(".s'")) > 4 or text.endswith(".") or text.lower() in ("may", "june", "july", "sept")


def _edge_of_joined(m: re.Match[str], c: Context) -> Found | None:
    value = c.value(m, "mid")
    if not isinstance(value, tuple):
        return None
    part, month = str(value[0]), value[2]
    year: int | None = value[1] or c.number(m, "year") or None
    if month is not None:
        if year is None:
            if c.published is None:
                return no_publication(m, "month", f"XXXX-{month:02}")
            year = _year_for(c, month)
        return told(
            m,
            interval=cal.part_of(cal.month(year, month), part),
            granularity="month",
            reason=f"{part} part of the month",
            value=f"{year}-{month:02}",
        )
    if year is None:
        return None
    return told(
        m,
        interval=cal.part_of(cal.year(year), part),
        granularity="season",
        reason=f"{part} part of the year",
        value=str(year),
    )


_COUNTED_AFTER = frozenset({"NNS", "NNPS", "CD"})
_ALWAYS = ("in", "since", "of", "year", "until", "during", "before", "after", "early", "late", "mid")


def _year(m: re.Match[str], c: Context) -> Found | None:
    year, at = c.number(m, "year"), m.start("year")
    edge = _edge(c, m)
    fiscal = m.start("fiscal") >= 0
    if not edge and not fiscal and not _is_year(c, at):
        return None
    interval = cal.year(year)
    if edge:
        interval = cal.part_of(interval, edge)
    if not c.future:
        interval = cal.clip(interval, c.published)
    c.year = year
    granularity = "season" if edge else "year"
    return told(m, interval=interval, granularity=granularity, reason="year as written", value=str(year))


def _is_year(c: Context, at: int) -> bool:
    """Whether four bare digits are a year: by the word before, and by what they would count if they were a number."""
    doc, i = c.scan.doc, c.scan.tokens[at]
    after = doc[i + 1] if i + 1 < len(doc) else None
    before = doc[i - 1] if i else None
    counts = after is not None and (
        after.tag_ in _COUNTED_AFTER or after.lower_ in ("people", "civilian", "km", "kilometers", "percent", "%")
    )
    if before is None or before.text in ("$", "#", "No."):
        return False
    if before.lower_ in ("in", "since", "until") or (before.lower_ in _ALWAYS and not counts):
        return not (
            counts and after is not None and after.head.i == i + 1 and before.lower_ not in ("in", "since", "until")
        )
    if counts or (after is not None and after.pos_ in ("ADJ", "ADV") and after.dep_ == "amod"):
        return False
    if before.lower_ in (
        "from",
        "to",
        "by",
        "between",
        "and",
        "through",
        ",",
        "-",
        "(",
        "for",
        "a",
        "the",
        "his",
        "its",
    ):
        return doc[i].ent_type_ == "DATE" or before.lower_ in ("(",)
    return doc[i].ent_type_ == "DATE"


def _years(m: re.Match[str], c: Context) -> Found | None:
    """ "the 1994-96 war": the second year in two figures, with no blank around the hyphen."""
    first, short = c.number(m, "year"), c.scan.token(m.start("short"))
    hyphen = c.scan.doc[short.i - 1]
    last = first // 100 * 100 + c.number(m, "short")
    if len(short.text) != 2 or hyphen.whitespace_ or c.scan.doc[hyphen.i - 1].whitespace_ or last <= first:
        return None
    interval = cal.clip((cal.year(first)[0], cal.year(last)[1]), c.published)
    return told(m, interval=interval, granularity="year", reason="years as written", value=str(first))


_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "whose"})


def _decade(m: re.Match[str], c: Context) -> Found | None:
    value = c.number(m, "decade")
    before = m.start() - 1
    if before >= 0 and c.scan.token(before).lower_ in _OWNERS:
        return None  # "a woman in her 70s"
    first = value + 1900 if value < 100 else value
    if first % 10 or not 1000 <= first <= 2090:
        return None
    interval = (date(first, 1, 1), date(first + 9, 12, 31))
    if edge := _edge(c, m):
        interval = cal.part_of(interval, edge)
    return told(
        m,
        interval=interval,
        granularity="year",
        reason="a decade",
        value=str(first)[:3],
    )


RULES: list[Rule] = [
    (r"(WEEKDAY COMMA?)? (?P<full>FULL)", _full),
    (
        r"(?P<open>FROM|BETWEEN)? THE? (?P<first>DAYNUM|ORDINAL) (HYPHEN|TO|(?P<and>AND)) THE? (?P<day>DAYNUM|ORDINAL)"
        r"OF? (?P<month>MONTH) (COMMA? (?P<year>YEAR))? (?P<rel>(?!))?",
        _days_of_month,
    ),
    (
        r"(?P<open>FROM|BETWEEN)? (?P<month>MONTH) (?P<first>DAYNUM|ORDINAL) (HYPHEN|TO|(?P<and>AND))"
        r"(?P<day>DAYNUM|ORDINAL) (?! UNIT|UNITS) (COMMA? (?P<year>YEAR))? (?P<rel>(?!))?",
        _days_of_month,
    ),
    (
        r"THE? (?P<half>ORDINAL) HALF OF (?P<month>MONTH) (COMMA? OF? (?P<year>YEAR))? (?P<rel>(?!))? (?P<edge>(?!))?",
        _half_of_month,
    ),
    (
        r"(WEEKDAY COMMA?)? THE? (?P<day>DAYNUM|ORDINAL) OF? (?P<month>MONTH)"
        r"(COMMA? (?P<year>YEAR) | OF? (?P<rel>(LAST|THIS|NEXT|PREVIOUS) UNIT))?",
        _day_of_month,
    ),
    (
        r"(WEEKDAY COMMA?)? (?P<month>MONTH) THE? (?P<day>DAYNUM|ORDINAL) (?! (OF|HYPHEN) (WORD|UNIT|MONTH))"
        r"(COMMA? (?P<year>YEAR) | OF? (?P<rel>(LAST|THIS|NEXT|PREVIOUS) UNIT))?",
        _day_of_month,
    ),
    (
        r"(?P<edge>THE? (EARLY|LATE|MID|BEGIN OF|END OF) HYPHEN?)? (?P<month>MONTH)"
        r"(COMMA? OF? (?P<year>YEAR) | OF? (?P<rel>(LAST|THIS|NEXT|PREVIOUS) UNIT))?",
        _month,
    ),
    (r"(?P<edge>EARLY|LATE)? (?P<rel>LAST|THIS|NEXT) (?P<month>MONTH) (?P<year>(?!))?", _month),
    (r"THE? (?P<mid>MIDYEAR) (COMMA? (?P<year>YEAR))?", _edge_of_joined),
    (r"(?P<edge>THE? (EARLY|LATE|MID|BEGIN OF|END OF) HYPHEN?)? (THE UNIT)? (?P<fiscal>FISCAL)? (?P<year>YEAR)", _year),
    (r"(?P<year>YEAR) (HYPHEN|SLASH) (?P<short>NUMBER|DAYNUM) (?! (HYPHEN|SLASH))", _years),
    (r"THE? (?P<edge>EARLY|LATE|MID)? HYPHEN? (?P<decade>DECADE)", _decade),
]  # fmt: skip
