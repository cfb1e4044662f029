"""Who held what on a day, by no more claims than a page can weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from vedette.ledger.judgements import standing
from vedette.ledger.schema import claims
from vedette.model.claim import CONTROL, Claim, from_json
from vedette.model.correction import WITHDRAWN, corrections
from vedette.products.situation.control import control_of
from vedette.products.situation.model import ControlDays
from vedette.settlement.who_holds import Holding, who_holds

MOST = 200
"""Claims that one page weighs."""


@dataclass(frozen=True)
class Held:
    """Holdings on a day, the claims that they rest on, and how many days back claims were asked; None for all."""

    on: date
    rows: tuple[Holding, ...]
    claims: dict[str, Claim]
    reach: int | None


def held_on(db: Connection, on: date, place: str | None = None) -> Held:
    """Who held what on a day by the last word up to it.

    All words up to the day count, unless they are too many: then those of the last days, as far back as can be.
    """
    own = [claims.c.kind == CONTROL, claims.c.first <= on]
    reach = _reach(db, on) if place is None else None
    if reach is not None:
        own.append(claims.c.first > on - timedelta(days=reach))
    if place is not None:
        own.append(func.lower(claims.c.place) == place.lower())
    fixed = corrections(standing(db))
    query = select(claims.c.id, claims.c.body).where(*own).order_by(claims.c.first.desc(), claims.c.id).limit(2 * MOST)
    found = [fixed.apply(from_json(row.body, row.id)) for row in db.execute(query)]
    told: Sequence[Claim] = [c for c in found if WITHDRAWN not in c.reasons]
    rows = who_holds(told, on, place)
    used = {c for row in rows for c in row.claims}
    return Held(on, tuple(rows), {c.id: c for c in told if c.id in used}, reach)


def _reach(db: Connection, on: date) -> int | None:
    """How many days back a page's worth of claims goes; None where all of them are no more than that."""
    own = select(claims.c.first).where(claims.c.kind == CONTROL, claims.c.first <= on)
    beyond: date | None = db.scalar(own.order_by(claims.c.first.desc()).offset(MOST).limit(1))
    return None if beyond is None else max(1, (on - beyond).days)


def control_span(db: Connection) -> tuple[date, date] | None:
    """The first and the last day that a claim tells of control; None where none does."""
    query = select(func.min(claims.c.first), func.max(claims.c.first)).where(claims.c.kind == CONTROL)
    row = db.execute(query).one()
    return (row[0], row[1]) if row[0] else None


def control_drawn(found: Held) -> ControlDays:
    """The holdings of the day as the map takes them."""
    return control_of({found.on: found.rows}, found.claims)
