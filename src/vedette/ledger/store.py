"""Opening a ledger: a URL to an engine with its schema brought up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from vedette.errors import LedgerError

DEFAULT_LEDGER = "vedette.db"
HEAD = "0005"
"""The newest revision under `migrations/versions`; a test keeps it true."""


def ledger_url(text_: str) -> str:
    """A URL as it is; a plain path as the SQLite file it names."""
    return text_ if "://" in text_ else f"sqlite:///{Path(text_).expanduser()}"


def open_ledger(url: str = DEFAULT_LEDGER, *, create: bool = True) -> Engine:
    """The engine of the ledger at `url`, made or migrated as needed.

    Raises LedgerError where it cannot be opened, is no ledger, was written by a newer Vedette, or does not exist
    and `create` is false.
    """
    url = ledger_url(url)
    try:
        parsed = make_url(url)
        if not create and parsed.drivername.startswith("sqlite") and not Path(parsed.database or "").exists():
            raise LedgerError(f"there is no ledger at {parsed.database}; make one with: vedette ingest PATH")
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _sqlite_settings)
        with engine.begin() as connection:
            _bring_up_to_date(connection)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise LedgerError(f"{url!r} is no ledger URL; give a file or sqlite:///FILE") from error
    except OperationalError as error:
        raise LedgerError(f"the ledger at {url} cannot be opened: {error.orig}") from error
    except DatabaseError as error:
        raise LedgerError(f"the file at {url} is no ledger: {error.orig}") from error
    return engine


def _sqlite_settings(connection: sqlite3.Connection, _record: Any) -> None:
    """Write-ahead log, so that readers and a killed writer do no harm; every commit reaches the disk."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=20000"):
        connection.execute(f"PRAGMA {pragma}").close()


def _bring_up_to_date(connection: Connection) -> None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("select version_num from alembic_version")).scalar()
        if found == HEAD:
            return
        if found is not None and found > HEAD:
            raise LedgerError(f"the ledger was written by a newer Vedette (schema {found}); upgrade Vedette")
    elif tables:
        raise LedgerError("the database holds other tables and no ledger; choose another file")
    _migrate(connection)


def _migrate(connection: Connection) -> None:
    from alembic import command  # slow to import, needed once a ledger
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
