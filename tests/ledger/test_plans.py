"""What adding one report asks of a ledger is answered by indexes, and never by reading a table through."""

from __future__ import annotations

import pytest
from sqlalchemy import ColumnElement, Select, select

from ledger.made import empty
from vedette.ledger.schema import (
    blocks,
    claims,
    copy_keys,
    happening_claims,
    happenings,
    incidents,
    links,
    reports,
    settlements,
)

SOME = ["a", "b"]
ASKED: dict[str, tuple[Select[tuple[object]], ColumnElement[bool]]] = {
    "reports to link": (select(reports.c.id), reports.c.linked.is_(None)),
    "reports to sketch": (select(reports.c.id), reports.c.sketched.is_(None)),
    "copies of a report": (select(reports.c.id), reports.c.copy_of.in_(SOME)),
    "who shares keys": (select(copy_keys.c.report_id), copy_keys.c.key.in_([1, 2])),
    "claims of a report": (select(claims.c.body), claims.c.report_id == "a"),
    "incidents of a report": (select(incidents.c.id), incidents.c.report_id == "a"),
    "incidents of a happening": (select(incidents.c.id), incidents.c.happening_id.in_(SOME)),
    "incidents of a block": (select(blocks.c.incident_id), blocks.c.key.in_([1, 2])),
    "blocks of an incident": (select(blocks.c.key), blocks.c.incident_id.in_(SOME)),
    "links of an incident": (select(links.c.b), links.c.a == "a"),
    "happening of a claim": (select(happening_claims.c.happening_id), happening_claims.c.claim_id.in_(SOME)),
    "happenings by id": (select(happenings.c.body), happenings.c.id.in_(SOME)),
    "figures of a happening": (select(settlements.c.low), settlements.c.happening_id.in_(SOME)),
}


@pytest.mark.parametrize("asked", ASKED)
def test_an_index_answers(asked: str) -> None:
    query, where = ASKED[asked]
    engine = empty()
    with engine.connect() as db:
        told = query.where(where).compile(engine, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in db.exec_driver_sql(f"explain query plan {told}")]
    assert plan
    assert all(step.startswith("SEARCH") for step in plan), plan
