"""Progress and health at a glance: for the command, and for a page of the workbench."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from vedette.ledger.schema import reports
from vedette.ledger.watched import capture_reports, captures, items, sources
from vedette.watch.state import GIVEN_UP, READ, REFUSED, UNREAD, WANTED, now


@dataclass(frozen=True)
class SourceHealth:
    """One source: when it last answered, what went wrong since, and what came of it.

    `undated`: its reports without a day of publication. `a_day`: reports a day over the last week.
    """

    name: str
    succeeded: datetime | None
    due: datetime | None
    failures: int
    failure: str | None
    waiting: int
    kept: int
    read: int
    refused: int
    given_up: int
    reports: int
    undated: int
    a_day: float

    @property
    def health(self) -> str:
        """In one word: well, new, failing, or silent where nothing came for a week although it answers."""
        if self.failures:
            return "failing"
        if self.succeeded is None:
            return "new"
        return "well" if self.a_day or self.kept == 0 else "silent"


def health(db: Connection, names: Sequence[str] | None = None, at: datetime | None = None) -> list[SourceHealth]:
    """The health of the sources of these names, or of all that were ever looked at, in order of their names."""
    at = at or now()
    rows = {row.name: row for row in db.execute(select(sources))}
    wanted = sorted(set(names) if names is not None else rows.keys())
    of_items = _counts(db, items.c.source, items.c.state)
    of_captures = _counts(db, captures.c.source, captures.c.state)
    came = _reports(db, None)
    lately = _reports(db, at - timedelta(days=7))
    out = []
    for name in wanted:
        row = rows.get(name)
        own = of_captures.get(name, {})
        total, undated = came.get(name, (0, 0))
        out.append(
            SourceHealth(
                name=name,
                succeeded=row.succeeded if row else None,
                due=row.due if row else None,
                failures=row.failures if row else 0,
                failure=row.failure if row else None,
                waiting=of_items.get(name, {}).get(WANTED, 0) + own.get(UNREAD, 0),
                kept=sum(own.values()),
                read=own.get(READ, 0),
                refused=own.get(REFUSED, 0),
                given_up=of_items.get(name, {}).get(GIVEN_UP, 0),
                reports=total,
                undated=undated,
                a_day=round(lately.get(name, (0, 0))[0] / 7, 1),
            )
        )
    return out


def failures(db: Connection, most: int = 20) -> list[tuple[str, str, str]]:
    """What could not be had or read of late: source, address, and why in words."""
    given_up = select(items.c.source, items.c.url, items.c.note, items.c.found.label("at")).where(items.c.note != "")
    refused = select(captures.c.source, captures.c.url, captures.c.note, captures.c.at).where(
        captures.c.state == REFUSED
    )
    both = given_up.union_all(refused).subquery()
    found = db.execute(select(both).order_by(both.c.at.desc(), both.c.url).limit(most))
    return [(row.source, row.url, row.note) for row in found]


def _counts(db: Connection, source: object, state: object) -> dict[str, dict[str, int]]:
    out: dict[str, dict[str, int]] = {}
    for name, what, count in db.execute(select(source, state, func.count()).group_by(source, state)):  # type: ignore[call-overload]
        out.setdefault(name, {})[what] = count
    return out


def _reports(db: Connection, since: datetime | None) -> dict[str, tuple[int, int]]:
    """Source to the number of its reports, and of those without a day."""
    undated = func.count(reports.c.id.distinct()).filter(reports.c.published.is_(None))
    query = select(captures.c.source, func.count(reports.c.id.distinct()), undated)
    query = query.join(capture_reports, capture_reports.c.capture_id == captures.c.id)
    query = query.join(reports, reports.c.id == capture_reports.c.report_id).group_by(captures.c.source)
    if since is not None:
        query = query.where(reports.c.ingested >= since)
    return {name: (total, none) for name, total, none in db.execute(query)}
