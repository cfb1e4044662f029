"""Contradictions of control: two origins that put one place into different hands on one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, func, or_, select, tuple_

from vedette.ledger.judgements import standing
from vedette.ledger.ruling import provenance_by_report
from vedette.ledger.schema import claims, reports
from vedette.linking.told import Told
from vedette.model.claim import CONTROL, from_json
from vedette.model.correction import WITHDRAWN, corrections
from vedette.model.happening import Contradiction
from vedette.settlement.contradict import control_contradictions

_LATEST = 3000
"""Claims of control among which contradictions are looked for: the latest."""
_GROUPS = 200
"""Places and days of which so many claims are read."""
_SPOTS = (claims.c.place_id, func.lower(claims.c.place))
"""A place is told again under its entry, or by its name."""


def contradicting_holders(db: Connection) -> list[Contradiction]:
    """Places that one origin puts into one party's hands and another into another's, the latest days first.

    Spots and days of which only one report tells, or all alike, are left out in the database, so that few claims are
    read.
    """
    fixed = corrections(standing(db))
    rows: dict[str, Any] = {}
    for spot in _SPOTS:
        rows |= {row.id: row.body for row in _told_twice(db, spot, sorted(fixed.claims))}
    held = [c for id_ in sorted(rows) if WITHDRAWN not in (c := fixed.apply(from_json(rows[id_], id_))).reasons]
    provenance = provenance_by_report(db, {c.report_id for c in held})
    found = control_contradictions([Told(c.id, c, provenance[c.report_id]) for c in held], provenance)
    days = {c.id: c.last or date.min for c in held}
    return sorted(found, key=lambda x: (-days[x.claims[0]].toordinal(), x.id))


def _told_twice(db: Connection, spot: ColumnElement[Any], judged: Sequence[str]) -> Sequence[Row[Any, Any]]:
    """The claims of control on places and days of which several reports tell, among the latest claims.

    They name several holders, or one of them is of the `judged`, whose holder the row does not tell.
    """
    own = (claims.c.kind == CONTROL, claims.c.first.is_not(None), claims.c.last.is_not(None), spot.is_not(None))
    holder = claims.c.body["holder"].as_string()
    corrected = case((claims.c.id.in_(judged), 1), else_=0)
    latest = select(
        spot.label("spot"), claims.c.first, claims.c.last, claims.c.report_id, holder.label("holder"),
        corrected.label("corrected"),
    ).where(*own)  # fmt: skip
    window = latest.order_by(claims.c.first.desc(), claims.c.id).limit(_LATEST).subquery()
    groups = db.execute(
        select(window.c.spot, window.c.last, func.min(window.c.first).label("since"))
        .group_by(window.c.spot, window.c.last)
        .having(
            func.count(window.c.report_id.distinct()) > 1,
            or_(func.count(window.c.holder.distinct()) > 1, func.max(window.c.corrected) > 0),
        )
        .order_by(window.c.last.desc(), window.c.spot)
        .limit(_GROUPS)
    ).all()
    if not groups:
        return []
    query = select(claims.c.id, claims.c.body).join(reports, reports.c.id == claims.c.report_id)
    query = query.where(*own, claims.c.first >= min(g.since for g in groups), reports.c.superseded_by.is_(None))
    return db.execute(query.where(tuple_(spot, claims.c.last).in_([(g.spot, g.last) for g in groups]))).all()
