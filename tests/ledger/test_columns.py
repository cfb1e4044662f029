"""What is sorted by stands in columns, as the bodies tell it, for ledgers old and new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from alembic import command
from alembic.config import Config
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from ledger.made import put
from makers import event, toll, town
from vedette.ledger import store
from vedette.ledger.columns import claim_columns, happening_columns, where_column
from vedette.ledger.filters import Filter
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


def test_a_ledger_of_before_gets_the_names_of_its_places(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = open_ledger(url)
    put(engine, [toll("r1", 9, location=TARSUS), event("r2", place="Nowhere"), event("r3", place=None)])
    with engine.begin() as db:
        config = Config()
        config.set_main_option("script_location", str(Path(store.__file__).parent / "migrations"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = db
        command.downgrade(config, "0007")
        assert "named" not in {c["name"] for c in inspect(db).get_columns("claims")}
    engine.dispose()
    with open_ledger(url).begin() as db:
        for table, column in ((claims, claim_columns), (happenings, happening_columns)):
            for row in db.execute(select(table)):
                assert row.named == column(row.body)["named"]
        assert set(db.scalars(select(claims.c.named))) == {"Tarsus\nTR\ntarsus", "Nowhere", None}


@given(st.text(alphabet="abc -", max_size=4), st.lists(st.sampled_from(["Ab", "al-Ab", "b c", "Cab", ""]), max_size=4))
def test_what_is_looked_through_is_what_the_filter_asks(typed: str, names: list[str]) -> None:
    place, told = [*names, "", ""][:2]
    location = replace(TARSUS, name=told) if told else None
    found = {"name": told, "country": TARSUS.country, "id": TARSUS.id} if told else None
    body = {"place": place or None, "location": found}
    where = Filter(place=typed)
    column = where_column(body)
    assert where.at(place or None, location) == where.names(column.split("\n") if column else ())


def test_a_country_has_no_point() -> None:
    body = {"location": {"kind": "country", "lat": 35.0, "lon": 38.0}, "figures": {}, "origins": ["a"]}
    assert happening_columns(body)["lat"] is None


def test_the_dead_are_the_best_then_the_least() -> None:
    figure = {"best": None, "low": 9, "high": None}
    assert happening_columns({"figures": {"killed": figure}})["dead"] == 9
    assert happening_columns({"figures": {"killed": figure | {"best": 12}}})["dead"] == 12
    assert happening_columns({"figures": {}})["dead"] is None
