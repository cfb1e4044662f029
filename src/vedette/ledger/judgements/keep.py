"""Judgements as rows. Nothing changes one but an undo, and an undo only by standing beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from vedette.ledger import codec
from vedette.ledger.schema import judgements
from vedette.model.judgement import Judgement, with_undone


def now() -> datetime:
    """The moment, in UTC without a zone, as the ledger keeps all times."""
    return datetime.now(UTC).replace(tzinfo=None)


def utc(when: datetime) -> datetime:
    """A time as the ledger keeps it; one without a zone is taken to be in UTC."""
    return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when


def all_judgements(db: Connection) -> list[Judgement]:
    """Every judgement, undone ones included, oldest first."""
    query = select(judgements.c.body).order_by(judgements.c.when, judgements.c.id)
    return [codec.judgement_from_json(body) for body in db.scalars(query)]


def add_judgements(db: Connection, new: Iterable[Judgement]) -> int:
    """Keep those of `new` that the ledger does not hold, and set what is undone by what; return how many are new."""
    held = {j.id: j for j in all_judgements(db)}
    fresh = {j.id: j for j in new if j.id not in held}
    if not fresh:
        return 0
    recorded = now()
    for one in with_undone((*held.values(), *fresh.values())):
        body = codec.judgement_to_json(one)
        if one.id in fresh:
            row = {"id": one.id, "author": one.author, "undone_by": one.undone_by, "when": one.when, "body": body}
            db.execute(insert(judgements), [row | {"verdict": one.verdict.value, "recorded": recorded}])
        elif one.undone_by != held[one.id].undone_by:
            change = update(judgements).where(judgements.c.id == one.id)
            db.execute(change.values(undone_by=one.undone_by, body=body))
    return len(fresh)
