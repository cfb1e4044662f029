"""A ledger to another place, whole: reports, claims, judgements, history, people, what was watched.

It is all one transaction, so that a copy that was broken off leaves nothing behind. What was written is read again and
compared with what was read, table by table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Integer, Row, Table, func, insert, select, text

from vedette.errors import LedgerError
from vedette.ledger import contents, postgresql, search
from vedette.ledger.locks import one_writer, reading
from vedette.ledger.schema import claims, reports

Told = Callable[[str, int], None]
"""Is told the table and how many of its rows have been copied."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Rows by table, and the digest of them all, which is that of the source and of the copy."""

    rows: dict[str, int]
    digest: str


def copy_ledger(source: Engine, target: Engine, told: Told = lambda _table, _rows: None) -> Copied:
    """Copy everything from `source` to `target`. Raises LedgerError where `target` holds anything, or the proof fails.

    What is in memory at any time is a batch of rows. Others may read and write the source meanwhile: the copy is of
    one moment. Full-text indexes are made anew; who is signed in to the workbench is not signed in to the copy.
    """
    with reading(source).begin() as old, target.begin() as new:
        one_writer(new)
        _must_be_empty(new)
        counts, parts = {}, {}
        for table in contents.tables():
            digest = contents.Digest(table)
            for batch in contents.rows(old, table):
                _write(new, table, batch)
                digest.add(batch)
                told(table.name, digest.rows)
            _go_on_counting(new, table)
            counts[table.name], parts[table.name] = digest.rows, digest.words
        found = contents.digests(new)
        if differ := [name for name in parts if found[name] != parts[name]]:
            raise LedgerError(f"the copy is not what was copied ({', '.join(differ)}); nothing was kept of it")
    return Copied(counts, contents.together(parts))


def _must_be_empty(db: Connection) -> None:
    for table in contents.tables():
        if db.execute(select(*table.primary_key.columns).limit(1)).first() is not None:
            raise LedgerError("the ledger to copy to holds something already; name one that is empty or not there")


def _write(db: Connection, table: Table, batch: list[Row[Any]]) -> None:
    if db.dialect.name == "postgresql":
        postgresql.copy_in(db, table, batch)
    else:
        db.execute(insert(table), [dict(row._mapping) for row in batch])
    if table is reports:
        search.put_reports(db, [row.id for row in batch])
    elif table is claims:
        search.put_claims(db, [row.id for row in batch])


def _go_on_counting(db: Connection, table: Table) -> None:
    """Let a column that numbers its rows go on where they end; SQLite does so by itself."""
    column = table.autoincrement_column
    if column is None or not isinstance(column.type, Integer) or db.dialect.name != "postgresql":
        return
    name = {"table": table.name, "column": column.name}
    if db.scalar(text("select pg_get_serial_sequence(:table, :column)"), name) is None:
        return
    last = db.scalar(select(func.max(column)))
    if last is not None:
        db.execute(text("select setval(pg_get_serial_sequence(:table, :column), :last)"), name | {"last": last})
