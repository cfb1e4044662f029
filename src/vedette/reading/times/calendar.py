"""Arithmetic on days and intervals. No words here."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]

DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 2}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def day(year: int, month: int, number: int) -> Interval | None:
    """One day as an interval, None where the calendar has no such day."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found, found


def month(year: int, number: int) -> Interval:
    """A whole month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def year(number: int) -> Interval:
    """A whole year."""
    return date(number, 1, 1), date(number, 12, 31)


def week(of: date) -> Interval:
    """The week, Monday to Sunday, that a day lies in."""
    first = of - timedelta(of.weekday())
    return first, first + timedelta(6)


def quarter(of: date) -> Interval:
    """The quarter of a year that a day lies in."""
    first = 3 * ((of.month - 1) // 3) + 1
    return date(of.year, first, 1), month(of.year, first + 2)[1]


def unit(of: date, name: str) -> Interval:
    """The day, week, weekend, month, quarter, year, decade or century that a day lies in."""
    if name == "week" or name == "fortnight":
        return week(of)
    if name == "weekend":
        saturday = of - timedelta((of.weekday() - 5) % 7)
        return saturday, saturday + timedelta(1)
    if name == "month":
        return month(of.year, of.month)
    if name == "quarter":
        return quarter(of)
    if name == "year":
        return year(of.year)
    if name == "decade":
        return date(of.year // 10 * 10, 1, 1), date(of.year // 10 * 10 + 9, 12, 31)
    if name == "century":
        return date(of.year // 100 * 100 or 1, 1, 1), date(of.year // 100 * 100 + 99, 12, 31)
    return of, of


def shift(of: date, name: str, count: float) -> date:
    """`of` moved by `count` units; hours and shorter move by whole days of 24 hours."""
    if name in MONTHS:
        index = of.year * 12 + of.month - 1 + round(count * MONTHS[name])
        year_, month_ = index // 12, index % 12 + 1
        if not 1 <= year_ <= 9998:
            return of
        return date(year_, month_, min(of.day, monthrange(year_, month_)[1]))
    if name == "hour":
        days = -int(-count // 24) if count > 0 else int(count // 24)
        return of + timedelta(days)
    if name in ("minute", "second"):
        return of
    return of + timedelta(round(count * DAYS.get(name, 1)))


def recent_weekday(reference: date, weekday: int) -> date:
    """The most recent such weekday, `reference` itself included."""
    return reference - timedelta((reference.weekday() - weekday) % 7)


def next_weekday(reference: date, weekday: int) -> date:
    """The first such weekday after `reference`."""
    return reference + timedelta((weekday - reference.weekday() - 1) % 7 + 1)


def season(number: int, months: tuple[int, int]) -> Interval:
    """A season that begins in year `number`, from its first to its last month."""
    last_year = number if months[1] >= months[0] else number + 1
    return date(number, months[0], 1), month(last_year, months[1])[1]


def part_of(interval: Interval, part: str) -> Interval:
    """The early, mid or late part of a month, year or other interval: thirds of a month, or by whole months."""
    first, last = interval
    if first.day == 1 and last == month(first.year, first.month)[1]:
        bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=bounds[0]), first.replace(day=bounds[1])
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        # "mid-2012" starts at the middle of the year: a running total since then starts in July
        months = {"early": (1, 3), "mid": (7, 8), "late": (10, 12)}[part]
        return date(first.year, months[0], 1), month(first.year, months[1])[1]
    length = (last - first).days + 1
    third = max(1, length // 3)
    if part == "early":
        return first, first + timedelta(third - 1)
    if part == "late":
        return last - timedelta(third - 1), last
    return first + timedelta(third), max(first + timedelta(third), last - timedelta(third))


def clip(interval: Interval, end: date | None) -> Interval:
    """The interval up to `end`, unless it begins after it."""
    if end is None or interval[0] > end:
        return interval
    return interval[0], min(interval[1], end)
