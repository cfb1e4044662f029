"""Seasons, quarters, halves and centuries, and years spelled out: "last spring", "the first half of 2016"."""

from __future__ import annotations

import re
from datetime import date

from vedette.reading.times import calendar as cal
from vedette.reading.times.absolute import Rule
from vedette.reading.times.found import Context, Found, no_publication, told


def _season(m: re.Match[str], c: Context) -> Found | None:
    """A season; one that is also another word ("fall", "spring") needs a word before it that makes it a time."""
    token, code = c.scan.token(m.start("season")), str(c.value(m, "season"))
    year, direction, edge = c.number(m, "year"), c.word(m, "dir"), c.word(m, "edge")
    if not year and (token.pos_ == "VERB" or (token.text[0].isupper() and not token.is_sent_start)):
        return None
    if not (year or direction or edge) and not (c.word(m, "lead") and code != "FA"):
        return None
    months = c.lexicon.season_months[code]
    if not year:
        if c.published is None:
            return no_publication(m, "season", f"XXXX-{code}")
        year = _season_year(c, months, direction)
    interval = cal.season(year, months)
    if not c.future:
        interval = cal.clip(interval, c.published)
    return told(
        m,
        interval=interval,
        granularity="season",
        value=f"{year}-{code}",
        reason="a season, by northern months",
    )


def _season_year(c: Context, months: tuple[int, int], direction: str) -> int:
    """The year of the most recent season: for "last", of the most recent that is over."""
    assert c.published is not None
    year = c.published.year
    if direction == "next" or (c.future and direction != "last"):
        return year if cal.season(year, months)[0] > c.published else year + 1
    for candidate in (year, year - 1):
        first, last = cal.season(candidate, months)
        if first <= c.published and (direction != "last" or last < c.published):
            return candidate
    return year - 1


def _quarter(m: re.Match[str], c: Context) -> Found | None:
    number, year = c.number(m, "nth"), c.number(m, "year")
    if c.value(m, "unit") != "quarter" or not 1 <= number <= 4:
        return None
    if not year:
        if c.published is None:
            return no_publication(m, "season", f"XXXX-Q{number}")
        year = c.published.year
        if 3 * number - 2 > c.published.month and not c.future:
            year -= 1
        if "last" in c.word(m, "rel"):
            year = c.published.year - 1
    interval = date(year, 3 * number - 2, 1), cal.month(year, 3 * number)[1]
    return told(
        m,
        interval=interval if c.future else cal.clip(interval, c.published),
        granularity="season",
        value=f"{year}-Q{number}",
        reason="a quarter of a year",
    )


def _latest_quarter(m: re.Match[str], c: Context) -> Found | None:
    """ "the latest quarter": the last one that is over."""
    if c.value(m, "unit") != "quarter":
        return None
    if c.published is None:
        return no_publication(m, "season", "XXXX-QX")
    first, last = cal.quarter(cal.shift(c.published, "month", -3))
    return told(
        m,
        interval=(first, last),
        granularity="season",
        value=f"{first.year}-Q{(first.month + 2) // 3}",
        reason="the last quarter that is over",
    )


def _half(m: re.Match[str], c: Context) -> Found | None:
    words, year = c.word(m, "nth"), c.number(m, "year")
    if not year:
        if c.published is None:
            return no_publication(m, "season", "XXXX-HX")
        year = c.published.year - (1 if "last" in c.word(m, "rel") else 0)
    first = words == "first"
    interval = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
    return told(
        m,
        interval=cal.clip(interval, c.published),
        granularity="season",
        value=f"{year}-H{1 if first else 2}",
        reason="half a year",
    )


def _century(m: re.Match[str], c: Context) -> Found | None:
    number = c.number(m, "nth")
    if c.value(m, "unit") != "century" or not 2 <= number <= 21:
        return None
    interval = date(100 * (number - 1) + 1, 1, 1), date(100 * number, 12, 31)
    return told(m, interval=interval, granularity="year", value=f"{number - 1:02}XX", reason="a century")


def _year_before(m: re.Match[str], c: Context) -> Found | None:
    """ "the year-earlier period", "year-ago": the calendar year before."""
    if c.value(m, "unit") != "year":
        return None
    if c.published is None:
        return no_publication(m, "year", "")
    year = c.published.year - 1
    return told(m, interval=cal.year(year), granularity="year", value=str(year), reason="the year before")


def _spelled_year(m: re.Match[str], c: Context) -> Found | None:
    """ "nineteen ninety-seven", "two thousand"; the words must be a century and what follows it."""
    values = [c.scan.values[i] for i in range(m.start("words"), m.end("words"))]
    numbers = [v for v in values if isinstance(v, int)]
    if len(numbers) < 2 or numbers[0] not in (18, 19, 20) or not 10 <= sum(numbers[1:]) <= 99 or numbers[1] < 10:
        return None
    if len(numbers) > 2 and (numbers[1] < 20 or numbers[2] > 9):
        return None
    year = 100 * numbers[0] + sum(numbers[1:])
    return told(
        m,
        interval=cal.clip(cal.year(year), c.published),
        granularity="year",
        value=str(year),
        reason="a year spelled out",
    )


_OF_YEAR = r"(COMMA? (OF|IN)? (FISCAL)? (?P<year>YEAR) | (OF|IN)? (?P<rel>(LAST|THIS|NEXT) UNIT))?"

RULES: list[Rule] = [
    (
        r"(?P<lead>IN THE?|DURING THE?|BY|SINCE)? (?P<edge>EARLY|LATE|MID HYPHEN?|EARLIER|LATER)? THE?"
        r"(?P<dir>LAST|THIS LAST|THIS|NEXT)? (?P<season>SEASON) (OF? (?P<year>YEAR))?",
        _season,
    ),
    (r"THE? (FISCAL HYPHEN?)? (?P<nth>ORDINAL) HYPHEN? (?P<unit>UNIT)" + _OF_YEAR, _quarter),
    (r"(?P<rel>(LAST|THIS|NEXT) UNIT) POSS (?P<nth>ORDINAL) HYPHEN? (?P<unit>UNIT) (?P<year>(?!))?", _quarter),
    (r"THE? (?P<year>YEAR) (?P<nth>ORDINAL) HYPHEN? (?P<unit>UNIT) (?P<rel>(?!))?", _quarter),
    (r"THE? (LATEST|CURRENT) (?P<unit>UNIT)", _latest_quarter),
    (r"THE (?P<nth>ORDINAL|LAST) HALF OF (THE YEAR | (?P<year>YEAR) | (?P<rel>(LAST|THIS) UNIT))", _half),
    (r"THE? (EARLY|LATE|MID)? HYPHEN? (?P<nth>ORDINAL) HYPHEN? (?P<unit>UNIT)", _century),
    (r"(THE|ART)? (?P<unit>UNIT) HYPHEN (EARLIER|AGO)", _year_before),
    (r"(THE UNIT)? (?P<words>WORD WORD (HYPHEN? WORD)?)", _spelled_year),
]
