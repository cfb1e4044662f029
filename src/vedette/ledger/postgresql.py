"""What a ledger on PostgreSQL needs beside the schema that it shares with SQLite, to answer every question the same.

Text has no greatest length and is ordered by its code points, as Python and SQLite order it; counts have 64 bits.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Connection, Row, Table, text

from vedette.errors import LedgerError

SETTINGS: dict[str, Any] = {
    # Every query sees what was confirmed before it; writers wait for one another (`locks.one_writer`).
    "isolation_level": "READ COMMITTED",
    # A connection that the server closed while it lay idle is found out before it is used.
    "pool_pre_ping": True,
    "connect_args": {"client_encoding": "utf8", "connect_timeout": 20, "application_name": "vedette"},
}
"""For `create_engine`."""


def prepare(connection: Any, _record: Any) -> None:
    """Settings of a new connection: text as SQLite takes it, and who waits ten minutes for another writer is told."""
    from psycopg.types.string import StrDumper

    class Whole(StrDumper):
        """A text column holds everything but the character 0, which stands for nothing; bodies keep it, as JSON."""

        def dump(self, obj: str) -> Any:
            return super().dump(obj.replace("\0", "\ufffd") if "\0" in obj else obj)

    connection.adapters.register_dumper(str, Whole)
    with connection.cursor() as cursor:
        cursor.execute("set lock_timeout = '600s'")
    connection.commit()


def check_encoding(db: Connection) -> None:
    """Raise LedgerError where the database cannot hold every text."""
    found = db.exec_driver_sql("show server_encoding").scalar()
    if found != "UTF8":
        raise LedgerError(
            f"the database keeps text in {found} and cannot hold every name; make another with: "
            "createdb --encoding UTF8 --template template0 NAME"
        )


def settle_types(db: Connection) -> None:
    """Bring columns to types that hold and order what SQLite's do; those that are so already are left alone."""
    columns = text(
        "select table_name, column_name, data_type, collation_name from information_schema.columns"
        " where table_schema = current_schema() and table_name <> 'alembic_version' order by 1, ordinal_position"
    )
    quote = db.dialect.identifier_preparer.quote
    changes: dict[str, list[str]] = {}
    for table, column, kind, collation in db.execute(columns):
        if kind in ("character varying", "text") and (kind, collation) != ("text", "C"):
            changes.setdefault(table, []).append(f'alter column {quote(column)} type text collate "C"')
        elif kind == "integer":
            changes.setdefault(table, []).append(f"alter column {quote(column)} type bigint")
    for table, parts in changes.items():
        db.exec_driver_sql(f"alter table {quote(table)} {', '.join(parts)}")


def copy_in(db: Connection, table: Table, rows: Iterable[Row[Any]]) -> None:
    """Add rows as they came from another ledger, by the server's own way for many, which is much the quickest."""
    quote = db.dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in table.columns)
    bodies = [isinstance(column.type, JSON) for column in table.columns]
    connection: Any = db.connection.driver_connection
    with connection.cursor() as cursor, cursor.copy(f"copy {quote(table.name)} ({names}) from stdin") as out:
        for row in rows:
            out.write_row([json.dumps(v) if body else v for v, body in zip(row, bodies, strict=True)])
