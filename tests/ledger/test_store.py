"""Opening ledgers: new, old, newer, foreign, broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, inspect, text

import vedette.ledger.store as store
from vedette.errors import LedgerError
from vedette.ledger.schema import metadata
from vedette.ledger.store import HEAD, ledger_url, open_ledger


def test_a_new_ledger_has_every_table_and_is_at_head(new_ledger: Callable[[], str]) -> None:
    engine = open_ledger(new_ledger())
    assert set(metadata.tables) < set(inspect(engine).get_table_names())
    with engine.connect() as db:
        assert db.exec_driver_sql("select version_num from alembic_version").scalar() == HEAD


def test_head_is_the_newest_migration() -> None:
    folder = Path(store.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == HEAD


def test_migrations_make_the_schema_that_the_code_declares(new_ledger: Callable[[], str]) -> None:
    found = inspect(open_ledger(new_ledger()))
    for name, table in metadata.tables.items():
        assert {c["name"] for c in found.get_columns(name)} == {c.name for c in table.columns}, name
        indexes = {i["name"] for i in found.get_indexes(name) if "duplicates_constraint" not in i}
        assert indexes == {i.name for i in table.indexes}, name


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_ledger(str(path)).dispose()
    before = path.read_bytes()
    open_ledger(f"sqlite:///{path}").dispose()
    assert path.read_bytes() == before


def test_a_missing_ledger_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="vedette ingest"):
        open_ledger(str(tmp_path / "none.db"), create=False)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"this is a letter, not a ledger" * 40)
    with pytest.raises(LedgerError, match="is no ledger"):
        open_ledger(str(path))
    assert path.read_bytes().startswith(b"this is a letter")


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as db:
        db.execute("create table recipes (name text)")
    db.close()
    with pytest.raises(LedgerError, match="other tables"):
        open_ledger(str(path))


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    engine = open_ledger(str(path))
    with engine.begin() as db:
        db.exec_driver_sql("update alembic_version set version_num = '9999'")
    engine.dispose()
    with pytest.raises(LedgerError, match="newer Vedette"):
        open_ledger(str(path))


@pytest.mark.parametrize("url", ["nonsense://x", "sqlite:////no/such/folder/a.db"])
def test_what_cannot_be_opened_is_told_in_words(url: str) -> None:
    with pytest.raises(LedgerError):
        open_ledger(url)


def test_a_plain_path_is_a_sqlite_file() -> None:
    assert ledger_url("a/b.db") == "sqlite:///a/b.db"
    assert ledger_url("postgresql://h/d") == "postgresql://h/d"


def test_halves_of_characters_in_a_body_are_read_as_they_were_written(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "record.db")).begin() as db:
        half = db.scalar(text("""select '{"a": "\\ud800", "b": 1.5}' as body""").columns(body=JSON))
        plain = db.scalar(text("""select '{"a": [1, null]}' as body""").columns(body=JSON))
    assert (half, plain) == ({"a": "\ud800", "b": 1.5}, {"a": [1, None]})
