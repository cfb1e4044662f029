"""What is sorted by stands in columns, as the bodies tell it, for ledgers old and new."""

from __future__ import annotations

from sqlalchemy import select

from ledger.made import put
from makers import event, toll, town
from vedette.ledger.columns import claim_columns, happening_columns
from vedette.ledger.schema import claims, happenings
from vedette.ledger.store import open_ledger

TARSUS = town("Tarsus", 36.9, 34.9)


def test_columns_follow_the_bodies() -> None:
    engine = open_ledger("sqlite://")
    put(engine, [toll("r1", 9, source="medics", location=TARSUS), toll("r2", 24, source="monitors", location=TARSUS)])
    put(engine, [event("r3", place="Nowhere"), event("r4", place=None, on=None)])
    with engine.begin() as db:
        for row in db.execute(select(happenings)):
            assert {k: getattr(row, k) for k in happening_columns(row.body)} == happening_columns(row.body)
        for row in db.execute(select(claims)):
            assert {k: getattr(row, k) for k in claim_columns(row.body)} == claim_columns(row.body)
        gaps = dict(db.execute(select(claims.c.gap, claims.c.kind)).all())
    assert gaps == {None: "toll", "place": "event", "day": "event"}


def test_a_country_has_no_point() -> None:
    body = {"location": {"kind": "country", "lat": 35.0, "lon": 38.0}, "figures": {}, "origins": ["a"]}
    assert happening_columns(body)["lat"] is None


def test_the_dead_are_the_best_then_the_least() -> None:
    figure = {"best": None, "low": 9, "high": None}
    assert happening_columns({"figures": {"killed": figure}})["dead"] == 9
    assert happening_columns({"figures": {"killed": figure | {"best": 12}}})["dead"] == 12
    assert happening_columns({"figures": {}})["dead"] is None
