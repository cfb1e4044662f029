"""The same day, month or period of another year: "the same day in 2012", "the same period last year"."""

from __future__ import annotations

import re

from vedette.reading.times import calendar as cal
from vedette.reading.times.absolute import Rule
from vedette.reading.times.calendar import Interval
from vedette.reading.times.found import Context, Found, no_publication, told

_UNITS = ("day", "week", "month", "season", "quarter")


def _of_year(m: re.Match[str], c: Context) -> Found | None:
    unit = str(c.value(m, "unit"))
    period = c.word(m, "unit") in ("period", "timeframe", "interval")
    if not period and unit not in _UNITS:
        return None
    year = c.number(m, "year")
    if not year:
        if c.published is None:
            return no_publication(m, "year", "")
        if str(c.value(m, "of")) != "year":
            return None
        year = c.published.year - 1
    base = (c.period if period else None) or c.told or _today(c)
    if base is None:
        return None
    steps = year - base[1].year
    moved = cal.shift(base[0], "year", steps), cal.shift(base[1], "year", steps)
    interval = moved if period else cal.unit(moved[0], unit)
    return told(
        m,
        interval=interval,
        granularity="open" if period else unit,
        reason=f"the same {'period' if period else unit} of {year}",
        value=str(year),
        relation="during" if period else "at",
    )


def _today(c: Context) -> Interval | None:
    return None if c.published is None else (c.published, c.published)


_YEAR = r"(OF|IN|DURING)? ((?P<year>YEAR)|(THE|ART)? (LAST|PREVIOUS)? (?P<of>UNIT) (BEFORE|EARLIER|AGO)?)"

RULES: list[Rule] = [(r"(THE? SAME|THAT) (?P<unit>UNIT|PERIOD)" + _YEAR, _of_year)]
