"""Full-text search over reports and claims. How the index is kept is each database's own affair.

An index module has the functions of :class:`Index`; `sqlite.py` keeps one with FTS5, `postgresql.py` with tsvector.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import Connection, text

from vedette.ledger.filters import Filter
from vedette.ledger.search import postgresql, sqlite
from vedette.ledger.search.terms import Hits, Query, parse

__all__ = ["Hits", "drop_claims", "find_claims", "find_reports", "index_missing", "put_claims", "put_reports"]

_REPORT, _CLAIM = "report", "claim"


class Index(Protocol):
    """What an index does, inside the caller's transaction. `kind` is "report" or "claim"."""

    def put(self, db: Connection, kind: str, ids: Sequence[str]) -> None:
        """Take in what the ledger now holds."""

    def drop(self, db: Connection, kind: str, ids: Sequence[str]) -> None:
        """Take out what the ledger still holds and is about to delete."""

    def find(self, db: Connection, kind: str, query: Query, where: Filter, most: int, skip: int) -> Hits:
        """Ids of what matches; see :func:`find_reports`."""


_INDEXES: dict[str, Index] = {"sqlite": sqlite, "postgresql": postgresql}


def _index(db: Connection) -> Index | None:
    return _INDEXES.get(db.dialect.name)


def put_reports(db: Connection, ids: Iterable[str]) -> None:
    """Take new reports into the index, by their ids."""
    if index := _index(db):
        index.put(db, _REPORT, list(ids))


def put_claims(db: Connection, ids: Iterable[str]) -> None:
    """Take new claims into the index, by their ids."""
    if index := _index(db):
        index.put(db, _CLAIM, list(ids))


def drop_claims(db: Connection, ids: Iterable[str]) -> None:
    """Take claims out of the index, before they are deleted."""
    if index := _index(db):
        index.drop(db, _CLAIM, list(ids))


def index_missing(db: Connection) -> int:
    """Take in what came into the ledger without the index knowing, an older ledger's all; return how much."""
    index, count = _index(db), 0
    if index is None:
        return 0
    for kind in (_REPORT, _CLAIM):
        held = f"select id from {kind}s except select {kind}_id from {kind}_docs order by 1"
        out = db.scalars(text(held)).all()
        index.put(db, kind, out)
        count += len(out)
    return count


def find_reports(db: Connection, text: str, where: Filter | None = None, *, most: int = 50, skip: int = 0) -> Hits:
    """Reports with these words in title or text, published in the filter's days, by its outlet.

    `text`: words that must all be there; "a phrase" in quotes; -word must not be there; word* begins so. The best
    matches come first; of very many, those read last. Raises VedetteError where nothing is left to look for.
    """
    return _find(db, _REPORT, text, where, most, skip)


def find_claims(db: Connection, text: str, where: Filter | None = None, *, most: int = 50, skip: int = 0) -> Hits:
    """Claims with these words in their quotes, of the filter's days, kind, outlet and source; as `find_reports`."""
    return _find(db, _CLAIM, text, where, most, skip)


def _find(db: Connection, kind: str, text: str, where: Filter | None, most: int, skip: int) -> Hits:
    index, query = _index(db), parse(text)
    return index.find(db, kind, query, where or Filter(), most, skip) if index else Hits((), 0, False, False)
