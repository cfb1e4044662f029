"""The Changes page: what came, changed and went, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from vedette.ledger.schema import happenings, history
from vedette.workbench.queries.drawn import Listed, listed
from vedette.workbench.queries.steps import Step, step

MOST = 100
_COUNTED = 10_000


@dataclass(frozen=True)
class Changes:
    """Steps of the history since a moment; `older` is the number to go on from. `count` stops at 10,000."""

    since: datetime | None
    steps: tuple[Step, ...]
    events: dict[str, Listed]
    count: int
    older: int | None


def changes(db: Connection, since: datetime | None, change: str | None = None, before: int | None = None) -> Changes:
    """The newest steps since a moment, of one sort of change if asked, only those before number `before`."""
    own = [history.c.at >= since] if since else []
    if change:
        own.append(history.c.change == change)
    count = (
        db.scalar(select(func.count()).select_from(select(history.c.seq).where(*own).limit(_COUNTED).subquery())) or 0
    )
    query = select(history).where(*own)
    if before is not None:
        query = query.where(history.c.seq < before)
    rows = db.execute(query.order_by(history.c.seq.desc()).limit(MOST + 1)).all()
    steps = tuple(step(row) for row in rows[:MOST])
    ids = sorted({s.subject for s in steps if s.kind == "event"} | {i for s in steps for i in s.into})
    found = db.execute(select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_(ids)))
    events = {row.id: listed(row.body) for row in found}
    return Changes(since, steps, events, count, steps[-1].seq if len(rows) > MOST else None)
