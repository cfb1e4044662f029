"""Dates as they are written, in tables and on pages, to days. No guessing: a bare "04-05-2016" stays ambiguous."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from time import strptime

_MONTHS = ("january", "february", "march", "april", "may", "june",
           "july", "august", "september", "october", "november", "december")  # fmt: skip
_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?[,،]?\s+)?"
_DAY = r"(?P<{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"

WRITTEN = re.compile(
    rf"\b{_WEEKDAY}(?:"
    rf"{_DAY.format('d1')}[\s,،-]+(?:of\s+)?{_MONTH.format('m1')}"
    rf"(?:[\s,،-]+(?:{_YEAR.format('y1')}\b|(?P<short>\d\d)(?=\ ?[(-])))?"
    rf"|{_MONTH.format('m2')}[\s-]*{_DAY.format('d2')}(?:\b|(?=20\d\d\b))(?:\s*[,،-]?\s*{_YEAR.format('y2')}\b)?"
    rf"|{_YEAR.format('y3')}[-/.](?P<m3>0?[1-9]|1[0-2])[-/.](?P<d3>3[01]|[12]\d|0?[1-9])(?!\d)"
    rf"|(?P<a>0?[1-9]|[12]\d|3[01])(?P<sep>[-/.])(?P<b>0?[1-9]|[12]\d|3[01])(?P=sep){_YEAR.format('y4')}"
    r")(?!\d)",
    re.IGNORECASE,
)
"""A date written out, with or without a year; a year of two figures only in a dateline: "18 FEB 90 (DPA)"."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date as a text has it, at ``start`` to ``end``. `year` is None where the text gives none.

    `ambiguous`: day and month are figures that could change places; day first was taken.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    ambiguous: bool = False

    def on(self, year: int | None = None) -> date | None:
        """The day, with `year` where the text gives none; None where there is no such day."""
        if self.year is None and year is None:
            return None
        try:
            return date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None


def written_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Written]:
    """Every date written out in ``text[start:end]``, with or without a year, in the order of the text."""
    for m in WRITTEN.finditer(text, start, len(text) if end is None else end):
        yield _written(m)


def _written(m: re.Match[str]) -> Written:
    group = m.groupdict()
    if group["a"]:
        a, b = int(group["a"]), int(group["b"])
        day, month = (b, a) if b > 12 else (a, b)
        ambiguous = a <= 12 and b <= 12 and a != b and group["sep"] != "."  # points: always day first
        return Written(m.start(), m.end(), int(group["y4"]), month, day, ambiguous)
    n = "1" if group["m1"] else "2" if group["m2"] else "3"
    name = group[f"m{n}"]
    month = int(name) if name.isdigit() else _MONTH_NUMBER[name[:3].lower()]
    year = group[f"y{n}"]
    if n == "1" and group["short"]:
        year = str(strptime(group["short"], "%y").tm_year)  # by POSIX: 69 to 99 are of the last century
    return Written(m.start(), m.end(), int(year) if year else None, month, int(group[f"d{n}"]))
