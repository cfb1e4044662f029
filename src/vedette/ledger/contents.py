"""What a ledger holds, row by row in a fixed order, and a digest of it that is the same for every database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from vedette.ledger import watched
from vedette.ledger.schema import claim_docs, report_docs, sessions

LEFT_BEHIND = (report_docs, claim_docs, sessions)
"""Tables that belong to one place: the numbers of its full-text index, and who is signed in there."""
BATCH = 1000


def tables() -> list[Table]:
    """The tables that make up a ledger, each after those that it refers to."""
    return [table for table in watched.sources.metadata.sorted_tables if table not in LEFT_BEHIND]


def rows(db: Connection, table: Table) -> Iterator[list[Row[Any]]]:
    """All rows of a table in the order of its primary key, by batches: no more than one is in memory."""
    query = select(table).order_by(*table.primary_key.columns)
    yield from map(list, db.execution_options(yield_per=BATCH).execute(query).partitions())


class Digest:
    """Takes in the rows of one table; columns of `without` play no part."""

    def __init__(self, table: Table, without: Collection[str] = ()) -> None:
        self._columns = [c.name for c in table.columns if c.name not in without]
        self._hash = hashlib.blake2b(digest_size=16)
        self.rows = 0

    def add(self, batch: list[Row[Any]]) -> None:
        """Take in the next rows."""
        for row in batch:
            held = row._asdict()
            line = json.dumps([_plain(held[name]) for name in self._columns], ensure_ascii=False, sort_keys=True)
            self._hash.update(line.encode("utf-8", "surrogatepass") + b"\n")
        self.rows += len(batch)

    @property
    def words(self) -> str:
        """The digest of what was taken in, in hexadecimal."""
        return self._hash.hexdigest()


def digests(db: Connection, without: Collection[str] = ()) -> dict[str, str]:
    """The digest of each table by its name."""
    out = {}
    for table in tables():
        digest = Digest(table, without)
        for batch in rows(db, table):
            digest.add(batch)
        out[table.name] = digest.words
    return out


def together(parts: Mapping[str, str]) -> str:
    """One digest of those of tables."""
    lines = "".join(f"{name} {parts[name]}\n" for name in sorted(parts))
    return hashlib.blake2b(lines.encode(), digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    """A column's value as JSON has it. PostgreSQL's text holds no character 0 and keeps another in its place."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    return value if isinstance(value, bool | int | float | dict | list | None) else str(value)
