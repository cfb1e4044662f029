"""Which happenings touch a period, and how many there are around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from vedette.ledger.filters import Filter
from vedette.ledger.schema import happenings
from vedette.model.place import Place, PlaceKind

MOST = 750
"""Happenings that one page draws; of more the deadliest."""
_WEEK = timedelta(days=6)


@dataclass(frozen=True)
class Period:
    """Days, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    def moved(self, by: int) -> Period:
        """The period of the same length `by` lengths later."""
        step = timedelta(days=self.days * by)
        return Period(self.first + step, self.last + step)

    def of(self, days: int) -> Period:
        """The last `days` days up to the same end."""
        return Period(self.last - timedelta(days=days - 1), self.last)


def last_day(db: Connection) -> date | None:
    """The last day on which anything is told to have happened."""
    day: date | None = db.scalar(select(func.max(happenings.c.first)))
    return day


def chosen(db: Connection, first: date | None, last: date | None) -> Period | None:
    """The period asked for; the last week of the record where none is; None where nothing has a day."""
    if first is None and last is None:
        end = last_day(db)
        return Period(end - _WEEK, end) if end else None
    start, end = first or last, last or first
    assert start is not None and end is not None
    return Period(min(start, end), max(start, end))


def in_period(db: Connection, period: Period, place: str | None = None) -> tuple[list[Mapping[str, Any]], int]:
    """The bodies of happenings that touch the period, by day, and how many there are; of too many the deadliest."""
    touches = (happenings.c.first <= period.last, func.coalesce(happenings.c.last, happenings.c.first) >= period.first)
    query = select(happenings.c.id, happenings.c.first, happenings.c.body).where(*touches)
    if place is None:
        # One look through the days counts them, and reads no bodies; then another takes them, or the deadliest.
        count = db.scalar(select(func.count()).select_from(happenings).where(*touches)) or 0
        if count > MOST:
            order = (happenings.c.dead.is_(None), happenings.c.dead.desc(), happenings.c.id)
            deadliest = select(happenings.c.id).where(*touches).order_by(*order).limit(MOST)
            own = select(happenings.c.id, happenings.c.first, happenings.c.body).where(happenings.c.id.in_(deadliest))
            few = db.execute(own).all()
        else:
            few = db.execute(query).all()
        return [row.body for row in sorted(few, key=lambda r: (r.first, r.id))], count
    where = Filter(place=place)
    found = [row for row in db.execute(query) if where.at(row.body.get("place"), _location(row.body))]
    found.sort(key=lambda r: (r.first, r.id))
    return [row.body for row in found[:MOST]], len(found)


def _location(body: Mapping[str, Any]) -> Place | None:
    row = body.get("location")
    return Place(**row | {"kind": PlaceKind(row["kind"])}) if row else None


def day_counts(db: Connection, around: Period, span: int = 60) -> list[tuple[date, int]]:
    """How many happenings began on each of `span` days about the period."""
    spare = max(0, span - around.days)
    start = around.first - timedelta(days=spare * 2 // 3)
    days = [start + timedelta(days=n) for n in range(max(span, around.days))]
    query = select(happenings.c.first, func.count()).where(happenings.c.first.between(days[0], days[-1]))
    found = {row[0]: row[1] for row in db.execute(query.group_by(happenings.c.first))}
    return [(day, found.get(day, 0)) for day in days]
