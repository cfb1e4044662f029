"""The desk: the ledger that is served, how, and by whom."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from vedette.ledger.locks import one_writer, reading
from vedette.ledger.schema import claim_docs, history, judgements, queue_marks
from vedette.ledger.sync import sync
from vedette.workbench.judging.readings import Readings
from vedette.workbench.kept import Kept

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Desk:
    """One ledger being served.

    `analyst` signs where nobody has to sign in. `hosts` are the names that a browser may call it by; `https`: it
    stands behind a proxy that speaks TLS, so cookies are for TLS only.
    """

    def __init__(
        self, engine: Engine, *, analyst: str = "analyst", hosts: Sequence[str] = LOOPBACK, https: bool = False
    ) -> None:
        self.analyst, self.hosts, self.https = analyst, tuple(hosts), https
        self.kept, self.readings = Kept(), Readings()
        self._engine, self._reader = engine, reading(engine)
        self._writing = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection to read by; it sees one state of the ledger throughout."""
        with self._reader.begin() as db:
            yield db

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that nobody else writes beside: what is read in it is so when it is written."""
        with self._writing, self._engine.begin() as db:
            one_writer(db)
            yield db

    @contextmanager
    def judge(self) -> Iterator[Connection]:
        """The same, with the record brought up to date before and after."""
        with self.write() as db:
            sync(db)
            yield db
            sync(db)

    @staticmethod
    def stamp(db: Connection) -> tuple[Any, ...]:
        """What tells one state of the record from another, cheaply; see :class:`Kept`."""
        return tuple(
            db.scalar(select(func.max(column)))
            for column in (history.c.seq, judgements.c.recorded, queue_marks.c.at, claim_docs.c.doc)
        )
