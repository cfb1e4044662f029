"""The history of one thing: each time that it came, changed or went, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from vedette.ledger.history.changes import Change
from vedette.ledger.history.words import fields_words, what_words, why_words
from vedette.ledger.schema import history

_MOST = 200


@dataclass(frozen=True)
class Step:
    """One change of one thing, in words; `judgements` are the ids of those among its causes."""

    seq: int
    at: datetime
    kind: str
    subject: str
    change: str
    what: str
    why: str
    judgements: tuple[str, ...]
    into: tuple[str, ...]


def step(row: Row[Any]) -> Step:
    """A row of the history in words."""
    body = row.body
    change = Change(
        kind=row.kind,
        id=row.subject,
        change=row.change,
        at=row.at,
        now=body.get("before") or {},
        fields={k: list(v) for k, v in body.get("fields", {}).items()},
        into=tuple(body.get("into", ())),
        why=tuple(body.get("why", ())),
    )
    if row.change == "changed":
        what = fields_words(change)
    else:
        what = what_words(change) if change.now else "came into the record"
    judged = tuple(w["id"] for w in change.why if w["cause"] == "judgement")
    return Step(row.seq, row.at, row.kind, row.subject, row.change, what, why_words(change.why), judged, change.into)


def steps_of(db: Connection, id_: str, after: int = 0) -> list[Step]:
    """What became of one thing, newest first; only steps after number `after`."""
    query = select(history).where(history.c.subject == id_, history.c.seq > after)
    return [step(row) for row in db.execute(query.order_by(history.c.seq.desc()).limit(_MOST))]
