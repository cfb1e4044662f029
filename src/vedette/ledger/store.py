"""Opening a ledger: a URL to an engine with its schema brought up to date."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from pydantic_core import from_json
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from vedette.errors import LedgerError
from vedette.ledger import postgresql
from vedette.ledger.faults import in_words, masked, words_of
from vedette.ledger.locks import one_writer

DEFAULT_LEDGER = "vedette.db"
HEAD = "0008"
"""The newest revision under `migrations/versions`; a test keeps it true."""


def ledger_url(text_: str) -> str:
    """A URL as it is; a plain path as the SQLite file it names."""
    return text_ if "://" in text_ else f"sqlite:///{Path(text_).expanduser()}"


def open_ledger(url: str = DEFAULT_LEDGER, *, create: bool = True) -> Engine:
    """The engine of the ledger at `url`, made or migrated as needed.

    `url`: a file, ``sqlite:///FILE`` or ``postgresql://[USER[:PASSWORD]@]HOST[:PORT]/DATABASE``; libpq's environment
    (PGPASSWORD, PGSERVICE and so on) counts as ever. Raises LedgerError where it cannot be opened, is no ledger, was
    written by a newer Vedette, or does not exist and `create` is false; so does the engine later on, where the database
    fails. No message holds a password.
    """
    url = ledger_url(url)
    try:
        parsed = _with_driver(make_url(url))
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise ArgumentError(f"no ledgers are kept in {parsed.drivername}")
        if not create and parsed.drivername.startswith("sqlite") and not Path(parsed.database or "").exists():
            raise LedgerError(f"there is no ledger at {parsed.database}; make one with: vedette ingest PATH")
        engine = _engine(parsed)
        with engine.begin() as connection:
            _bring_up_to_date(connection, create=create)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise LedgerError(
            f"{masked(url)!r} is no ledger URL; give a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE"
        ) from error
    except ModuleNotFoundError as error:
        raise LedgerError(
            f"a ledger at {masked(url)} needs the driver {error.name}; get it with: pip install 'vedette[postgresql]'"
        ) from error
    except DatabaseError as error:
        told = words_of(error.orig, parsed) if error.orig else None
        raise LedgerError(told or f"the ledger at {masked(url)} cannot be opened: {error.orig}") from error
    return engine


def _with_driver(url: URL) -> URL:
    """PostgreSQL's URLs as its own tools write them, read by the driver that Vedette knows."""
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgres", "postgresql") else url


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        engine = create_engine(url, **postgresql.SETTINGS)
        event.listen(engine, "connect", postgresql.prepare)
    else:
        engine = create_engine(url, json_deserializer=_decoded)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _sqlite_settings)
    event.listen(engine, "handle_error", in_words, retval=True)
    return engine


def _decoded(text: str) -> Any:
    """JSON as Python, two thirds of the time of `json.loads`, which alone reads halves of characters ("\\ud800")."""
    try:
        return from_json(text, cache_strings="keys")
    except ValueError:
        return json.loads(text)


def _sqlite_settings(connection: sqlite3.Connection, _record: Any) -> None:
    """Write-ahead log, so that readers and a killed writer do no harm; every commit reaches the disk.

    Writers wait for one another for ten minutes, as long as linking a large ledger anew may take. A connection keeps
    16 MiB of the file, since with the 2 MiB that SQLite takes by itself a large ledger's index is read over and over.
    """
    settings = ("busy_timeout=600000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-16384")
    for pragma in settings:
        connection.execute(f"PRAGMA {pragma}").close()


def _bring_up_to_date(connection: Connection, *, create: bool) -> None:
    if _current(connection, create=create):
        return
    # Another process may be about it at this moment; what it did is seen only by who asks after it is done.
    one_writer(connection)
    if not _current(connection, create=create):
        if connection.dialect.name == "postgresql":
            postgresql.check_encoding(connection)
        _migrate(connection)
        if connection.dialect.name == "postgresql":
            postgresql.settle_types(connection)


def _current(connection: Connection, *, create: bool) -> bool:
    """Whether the schema is the newest. Raises LedgerError where it is none that can be brought there."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("select version_num from alembic_version")).scalar()
        if found is not None and found > HEAD:
            raise LedgerError(f"the ledger was written by a newer Vedette (schema {found}); upgrade Vedette")
        return bool(found == HEAD)
    if tables:
        raise LedgerError("the database holds other tables and no ledger; choose another")
    if not create:
        raise LedgerError(
            f"there is no ledger at {masked(str(connection.engine.url))}; make one with: vedette ingest PATH"
        )
    return False


def _migrate(connection: Connection) -> None:
    from alembic import command  # slow to import, needed once a ledger
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
