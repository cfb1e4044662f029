"""The Day page: the situation of a day or period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from vedette.ledger.schema import happenings, history
from vedette.products.situation.highlights import weight
from vedette.products.situation.model import ControlDays, EventView, Figure
from vedette.settlement.who_holds import Holding
from vedette.workbench.queries.drawn import Listed, drawn, listed, sums
from vedette.workbench.queries.holding import control_drawn, held_on
from vedette.workbench.queries.period import Period, chosen, day_counts, in_period

_NEW = 12
_TOUCHED = 200


@dataclass(frozen=True)
class Fresh:
    """A happening that came or changed since the last visit."""

    event: Listed
    change: str
    at: datetime


@dataclass(frozen=True)
class Day:
    """A period's happenings, figures, control and news.

    `rows` are in the order of weight; `count` is how many touch the period, of which `rows` may be the deadliest only.
    `strip` is the number of happenings by day around the period.
    """

    first: date
    last: date
    place: str | None
    rows: tuple[Listed, ...]
    count: int
    figures: tuple[Figure, ...]
    contested: tuple[Listed, ...]
    control: tuple[Holding, ...]
    control_reach: int | None
    fresh: tuple[Fresh, ...]
    strip: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class Drawn:
    """What of a day is drawn."""

    views: tuple[EventView, ...]
    control: ControlDays


def day(
    db: Connection, first: date | None, last: date | None, place: str | None, since: datetime | None
) -> tuple[Day, Drawn] | None:
    """The situation of a period; None where the record has nothing with a day."""
    period = chosen(db, first, last)
    if period is None:
        return None
    bodies, count = in_period(db, period, place)
    both = [drawn(body) for body in bodies]
    views = [view for row, view in both if not row.running]
    rank = {v.id: weight(v) for v in views}
    rows = sorted((row for row, _ in both), key=lambda r: (-rank.get(r.id, -1.0), r.first or date.max, r.id))
    held = held_on(db, period.last, place)
    found = Day(
        first=period.first,
        last=period.last,
        place=place,
        rows=tuple(rows),
        count=count,
        figures=sums(bodies),
        contested=tuple(r for r in rows if r.disputes),
        control=held.rows,
        control_reach=held.reach,
        fresh=tuple(_fresh(db, since)) if since else (),
        strip=tuple(day_counts(db, period)),
    )
    return found, Drawn(tuple(views), control_drawn(held))


def _fresh(db: Connection, since: datetime) -> list[Fresh]:
    """The happenings that came or changed last."""
    query = select(history.c.subject, history.c.change, history.c.at).where(history.c.kind == "event")
    latest: dict[str, tuple[str, datetime]] = {}
    # The last entries are the latest: asked by time, the database looks through all of them where nothing is new.
    for row in db.execute(query.order_by(history.c.seq.desc()).limit(_TOUCHED)):
        if row.at <= since:
            break
        if row.subject in latest and row.change == "new":
            latest[row.subject] = ("new", latest[row.subject][1])
        latest.setdefault(row.subject, (row.change, row.at))
    found: Mapping[str, Any] = {
        row.id: row.body
        for row in db.execute(
            select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_(list(latest)[: 3 * _NEW]))
        )
    }
    out = [Fresh(listed(found[id_]), change, at) for id_, (change, at) in latest.items() if id_ in found]
    return out[:_NEW]


def happenings_by_ids(db: Connection, ids: Sequence[str]) -> list[Listed]:
    """The happenings of these ids that are there, those with most dead first."""
    bodies = db.scalars(select(happenings.c.body).where(happenings.c.id.in_(ids)))
    return sorted(map(listed, bodies), key=lambda r: (-(r.dead or 0), r.first or date.max, r.id))


def neighbours(found: Day) -> dict[str, Period]:
    """Periods that a reader goes to from here: the one before, the one after, and other lengths."""
    here = Period(found.first, found.last)
    return {
        "before": here.moved(-1),
        "after": here.moved(1),
        "day": here.of(1),
        "week": here.of(7),
        "month": here.of(30),
    }
