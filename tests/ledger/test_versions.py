"""A page that changes: its newest version counts, and its earlier ones stay."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

import vedette.ledger.watched as watched
from ledger.made import empty, of_reports, put, record_of, report
from makers import toll
from vedette.ledger import records
from vedette.ledger.sync import sync
from vedette.ledger.versions import supersede, superseding

pytestmark = pytest.mark.usefixtures("made_ledgers")


def test_the_claims_of_an_earlier_version_count_no_more_but_stay() -> None:
    engine = empty()
    old, new = put(engine, [toll("r1", 9), toll("r2", 14)])
    happenings, _ = record_of(engine)
    assert [h.killed.high for h in happenings if h.killed] == [14]
    with engine.begin() as db:
        supersede(db, [old.report_id], new.report_id)
        assert superseding(db, old.report_id) == new.report_id
    happenings, claims = record_of(engine)
    assert [h.claims for h in happenings] == [(new.id,)]
    assert {c.id for c in claims} == {old.id, new.id}
    with engine.connect() as db:
        assert [c.id for c in records.list_claims(db)] == [new.id]
        assert len(records.list_reports(db)) == 2
        assert [r.report.id for r in records.list_reports(db, superseded=False)] == [new.report_id]


def test_a_page_that_goes_back_makes_the_earlier_report_count_again() -> None:
    engine = empty()
    old, new = put(engine, [toll("r1", 9), toll("r2", 14)])
    with engine.begin() as db:
        supersede(db, [old.report_id], new.report_id)
        sync(db)
        supersede(db, [new.report_id], old.report_id)
    happenings, _ = record_of(engine)
    assert [h.claims for h in happenings] == [(old.id,)]


def test_superseding_and_building_from_nothing_give_the_same() -> None:
    one, two = empty(), empty()
    claims = [toll("r1", 9), toll("r2", 14), toll("r3", 30, place="Adana", on=None)]
    put(one, claims)
    with one.begin() as db:
        supersede(db, [report("r1").id], report("r2").id)
    put(two, claims[1:])
    assert record_of(one)[0] == record_of(two)[0]
    assert of_reports(claims[:1])[0].report_id == report("r1").id


def test_the_migration_makes_the_tables_that_watching_declares() -> None:
    found = inspect(empty())
    for table in (watched.sources, watched.items, watched.captures, watched.capture_reports, watched.alerts,
                  watched.alert_sendings):  # fmt: skip
        assert {c["name"] for c in found.get_columns(table.name)} == {c.name for c in table.columns}, table.name
        assert {i["name"] for i in found.get_indexes(table.name)} == {i.name for i in table.indexes}, table.name
