"""Reading history: what is new, changed and withdrawn since a moment, steps in between folded into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from vedette.ledger import codec
from vedette.ledger.history.record import CHANGED, CLAIM, EVENT, NEW, WITHDRAWN, difference, state_of
from vedette.ledger.schema import happenings, history, judgements, reports

REPORT, JUDGEMENT = "report", "judgement"


@dataclass(frozen=True, kw_only=True)
class Change:
    """What became of one thing since a moment.

    `kind`: report, judgement, event or claim. `change`: new, changed, withdrawn. `fields`: each field as it was and as
    it is. `now` is what it is, or was at the last. `into`: what took its place. `why`: the causes.
    """

    kind: str
    id: str
    change: str
    at: datetime
    now: dict[str, Any]
    fields: dict[str, list[Any]] = field(default_factory=dict)
    into: tuple[str, ...] = ()
    why: tuple[dict[str, str], ...] = ()


def changes_since(db: Connection, since: datetime) -> list[Change]:
    """What is different from the record as it was at `since` (UTC, no zone): reports, judgements, events, claims.

    What came and went in between, or is again as it was, is not told.
    """
    query = select(history).where(history.c.at >= since).order_by(history.c.seq)
    steps: dict[tuple[str, str], list[Row[Any]]] = {}
    for row in db.execute(query):
        steps.setdefault((row.kind, row.subject), []).append(row)
    current = _current(db, [id_ for kind, id_ in steps if kind == EVENT])
    folded = [
        _event(id_, rows, current.get(id_)) if kind == EVENT else _claim(id_, rows)
        for (kind, id_), rows in steps.items()
    ]
    order = {REPORT: 0, JUDGEMENT: 1, EVENT: 2, CLAIM: 3}
    found = [*_reports(db, since), *_judgements(db, since), *(c for c in folded if c is not None)]
    return sorted(found, key=lambda c: (order[c.kind], c.change, c.at, c.id))


def tombstone(db: Connection, id_: str) -> Change | None:
    """What became of a happening or claim that is no more, by its last step; None where there was none of that id."""
    query = select(history).where(history.c.subject == id_, history.c.change == WITHDRAWN)
    row = db.execute(query.order_by(history.c.seq.desc()).limit(1)).first()
    if row is None:
        return None
    return Change(
        kind=row.kind,
        id=id_,
        change=WITHDRAWN,
        at=row.at,
        now=row.body["before"],
        into=tuple(row.body["into"]),
        why=tuple(row.body["why"]),
    )


def _current(db: Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    out: dict[str, dict[str, Any]] = {}
    for start in range(0, len(ids), 500):
        query = select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_(ids[start : start + 500]))
        out.update((row.id, state_of(row.body)) for row in db.execute(query))
    return out


def _event(id_: str, rows: Sequence[Row[Any]], now: dict[str, Any] | None) -> Change | None:
    """The steps of one happening as one; None where they lead back to where they began."""
    before = now
    for row in reversed(rows):
        if row.change == NEW:
            before = None
        elif row.change == WITHDRAWN:
            before = dict(row.body["before"])
        else:
            before = {**(before or {}), **{k: was for k, (was, _) in row.body["fields"].items()}}
    why = tuple({str(sorted(w.items())): w for row in rows for w in row.body["why"]}.values())
    at = rows[-1].at
    if now is None:
        if before is None:
            return None
        into = tuple(rows[-1].body.get("into", ()))
        return Change(kind=EVENT, id=id_, change=WITHDRAWN, at=at, now=before, into=into, why=why)
    if before is None:
        return Change(kind=EVENT, id=id_, change=NEW, at=at, now=now, why=why)
    fields = difference(before, now)
    return Change(kind=EVENT, id=id_, change=CHANGED, at=at, now=now, fields=fields, why=why) if fields else None


def _claim(id_: str, rows: Sequence[Row[Any]]) -> Change:
    body = rows[-1].body
    return Change(
        kind=CLAIM,
        id=id_,
        change=WITHDRAWN,
        at=rows[-1].at,
        now=body["before"],
        into=tuple(body["into"]),
        why=tuple(body["why"]),
    )


def _reports(db: Connection, since: datetime) -> list[Change]:
    query = select(
        reports.c.id, reports.c.ref, reports.c.outlet, reports.c.title, reports.c.ingested, reports.c.copy_of
    )
    return [
        Change(
            kind=REPORT,
            id=row.id,
            change=NEW,
            at=row.ingested,
            now={"report": row.ref, "outlet": row.outlet, "title": row.title, "copy_of": row.copy_of},
        )
        for row in db.execute(query.where(reports.c.ingested >= since).order_by(reports.c.id))
    ]


def _judgements(db: Connection, since: datetime) -> list[Change]:
    query = select(judgements.c.body, judgements.c.recorded).where(judgements.c.recorded >= since)
    out = []
    for body, recorded in db.execute(query.order_by(judgements.c.id)):
        one = codec.judgement_from_json(body)
        now = {"verdict": one.verdict.value, "by": one.author, "reason": one.reason, "undone_by": one.undone_by}
        about = [*dict.fromkeys(a.event or a.claim for a in one.anchors)] or list(one.subjects)
        out.append(Change(kind=JUDGEMENT, id=one.id, change=NEW, at=recorded, now=now | {"about": about}))
    return out
