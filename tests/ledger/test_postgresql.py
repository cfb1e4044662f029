"""A ledger on a PostgreSQL server: types, order of text, what goes wrong, in words and without passwords."""

from __future__ import annotations

import sys
import threading

import pytest
from sqlalchemy import Engine, make_url, text

import postgres
from ledger.made import report
from makers import toll
from vedette.errors import LedgerError
from vedette.ledger import records
from vedette.ledger.faults import masked
from vedette.ledger.store import HEAD, open_ledger

WRONG = "another-word"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"password": WRONG}, "PGPASSWORD"),
        ({"database": "nowhere"}, "createdb"),
        ({"query": {"host": "/nowhere"}}, "is it running"),
        ({"host": "127.0.0.1", "port": 1, "query": {}}, "is it running"),
        ({"host": "no-such-host.invalid", "query": {}}, "spelt right"),
    ],
)
def test_what_stands_in_the_way_is_told_without_the_password(
    postgres_server: postgres.Server, change: dict[str, object], words: str
) -> None:
    url = make_url(postgres_server.database()).set(**change)  # type: ignore[arg-type]
    with pytest.raises(LedgerError, match=words) as told:
        open_ledger(url.render_as_string(hide_password=False))
    assert WRONG not in str(told.value) and postgres.PASSWORD not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_missing_driver_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"vedette\[postgresql\]") as told:
        open_ledger(f"postgresql://ann:{WRONG}@localhost/ledger")
    assert WRONG not in str(told.value)


def test_a_url_is_shown_without_its_password() -> None:
    assert masked("postgresql://ann:pw@host:5433/ledger") == "postgresql://ann@host:5433/ledger"
    assert masked("postgresql://ann:pw@host:port/ledger") == "postgresql://ann@host:port/ledger"
    assert masked("sqlite:///a/b.db") == "sqlite:///a/b.db"


def test_reading_makes_no_ledger(postgres_server: postgres.Server) -> None:
    with pytest.raises(LedgerError, match="vedette ingest"):
        open_ledger(postgres_server.database(), create=False)


def test_a_database_of_something_else_is_left_alone(postgres_server: postgres.Server) -> None:
    url = postgres_server.database()
    engine = open_ledger(postgres_server.ledger()).execution_options()
    engine.dispose()
    with open_ledger(url).begin() as db:
        db.exec_driver_sql("drop table alembic_version")
    with pytest.raises(LedgerError, match="other tables"):
        open_ledger(url)


def test_a_database_that_cannot_hold_every_name_is_refused(postgres_server: postgres.Server) -> None:
    with pytest.raises(LedgerError, match="encoding UTF8"):
        open_ledger(postgres_server.database(encoding="LATIN1"))


def test_who_opens_a_new_ledger_at_once_with_another_finds_it_made(postgres_server: postgres.Server) -> None:
    url, found = postgres_server.database(), []
    start = threading.Barrier(3)

    def make() -> None:
        start.wait(30)
        with open_ledger(url).connect() as db:
            found.append(db.scalar(text("select version_num from alembic_version")))

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [HEAD] * 3


def test_text_is_kept_whole_and_ordered_by_code_points(postgres_engine: Engine) -> None:
    with postgres_engine.connect() as db:
        odd = db.execute(
            text(
                "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                " and table_name <> 'alembic_version' and (data_type in ('character varying', 'integer')"
                " or data_type = 'text' and collation_name is distinct from 'C')"
            )
        )
        assert odd.all() == []
        words = db.scalars(text("select column1 collate \"C\" from (values ('é'), ('b'), ('B'), ('a')) v order by 1"))
        assert words.all() == sorted("ébBa")


def test_long_names_large_numbers_and_odd_characters_go_in(postgres_engine: Engine) -> None:
    one = report("r1")
    claim = toll("r1", 5_000_000_000, report_id=one.id, source="s" * 5000, place="نص 村 \x00 🕊")
    with postgres_engine.begin() as db:
        records.add_reports(db, [(one, [claim], "o" * 9000)], "v" * 300)
    with postgres_engine.connect() as db:
        assert records.list_claims(db) == [claim]


def test_a_connection_that_the_server_ended_is_made_anew(postgres_engine: Engine) -> None:
    with postgres_engine.connect() as db:
        mine = db.exec_driver_sql("select pg_backend_pid()").scalar()
    other = open_ledger(postgres_engine.url.render_as_string(hide_password=False))
    with other.connect() as db:
        db.exec_driver_sql(f"select pg_terminate_backend({mine})")
    with postgres_engine.connect() as db:
        assert records.get_state(db, "nothing") is None
        with other.connect() as killer:
            mine = db.exec_driver_sql("select pg_backend_pid()").scalar()
            killer.exec_driver_sql(f"select pg_terminate_backend({mine})")
        with pytest.raises(LedgerError, match="what was confirmed stays"):
            records.get_state(db, "nothing")
        db.rollback()
