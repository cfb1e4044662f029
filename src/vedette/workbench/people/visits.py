"""When somebody was last here, so that what is new since can be told."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from vedette.ledger.judgements.keep import now
from vedette.ledger.schema import visits

APART = timedelta(minutes=30)
"""A pause this long ends a visit."""
_EVERY = timedelta(minutes=1)


def last_visit(db: Connection, person: str) -> datetime | None:
    """When the visit before this one ended; None on the first."""
    row = db.execute(select(visits).where(visits.c.person == person)).first()
    if row is None:
        return None
    before: datetime | None = row.seen if now() - row.seen > APART else row.before
    return before


def due(db: Connection, person: str) -> bool:
    """Whether the visit should be written down anew."""
    seen = db.scalar(select(visits.c.seen).where(visits.c.person == person))
    return seen is None or now() - seen > _EVERY


def visited(db: Connection, person: str) -> None:
    """Note that somebody is here."""
    row = db.execute(select(visits).where(visits.c.person == person)).first()
    moment = now()
    if row is None:
        db.execute(insert(visits).values(person=person, seen=moment, before=None))
        return
    before = row.seen if moment - row.seen > APART else row.before
    db.execute(update(visits).where(visits.c.person == person).values(seen=moment, before=before))
