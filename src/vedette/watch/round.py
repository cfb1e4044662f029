"""One round: sources that are due, then the pages that they named, then what was kept is read; and again."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Engine, select

from vedette.ledger.ingest import Outcome, Status, finish
from vedette.ledger.schema import reports
from vedette.watch import state
from vedette.watch.config import Feeds
from vedette.watch.jobs import Done, Job, do, run
from vedette.watch.keep import Keeper, Tally
from vedette.watch.net.fetch import Fetcher
from vedette.watch.net.manners import Manners
from vedette.watch.read import Reader

Tell = Callable[[str], None]
PAGES_AT_ONCE = 200
"""Pages that are fetched before what was kept of them is read."""


@dataclass
class Watch:
    """What a watch works with. `tell` is given a line for each thing that happened and is confirmed."""

    engine: Engine
    feeds: Feeds
    fetcher: Fetcher
    manners: Manners
    keeper: Keeper
    reader: Reader
    stop: threading.Event
    tell: Tell
    after: Callable[[], None] = lambda: None

    def round(self) -> Tally:
        """Look at what is due, fetch what is named, read what was kept; return what was fetched.

        Goes on until nothing more is due, or `stop` is set.
        """
        self.keeper.tally = Tally()
        new = self._read()
        for done in self._fetched(self._sources()):
            self.tell(self.keeper.take(done))
        for source in self.feeds.sources:
            if source.kind == "folder" and not self.stop.is_set() and self._is_due(source.name, source.every):
                self.tell(self.keeper.take_folder(source))
        new += self._read()
        while not self.stop.is_set():
            jobs = self._pages()
            if not jobs:
                break
            for done in self._fetched(jobs):
                self.tell(self.keeper.take(done))
            new += self._read()
        if new or self._unlinked():
            finish(self.engine)
        self.after()
        return self.keeper.tally

    def _unlinked(self) -> bool:
        """Whether a kill left reports that were taken in and not linked."""
        with self.engine.connect() as db:
            return db.scalar(select(reports.c.id).where(reports.c.linked.is_(None)).limit(1)) is not None

    def _fetched(self, jobs: list[Job]) -> Iterator[Done]:
        work = partial(do, fetcher=self.fetcher, manners=self.manners, stop=self.stop)
        yield from run(jobs, work, self.feeds.hosts_at_once, self.stop)

    def _is_due(self, name: str, every: timedelta) -> bool:
        with self.engine.connect() as db:
            return state.is_due(state.source_rows(db, [name]).get(name), every, state.now())

    def _sources(self) -> list[Job]:
        names = [s.name for s in self.feeds.sources]
        at = state.now()
        with self.engine.connect() as db:
            rows = state.source_rows(db, names)
        return [
            Job(s, s.address, rows[s.name].memory if s.name in rows else {})
            for s in self.feeds.sources
            if s.kind != "folder" and state.is_due(rows.get(s.name), s.every, at)
        ]

    def _pages(self) -> list[Job]:
        by_name = {s.name: s for s in self.feeds.sources if s.kind not in ("imap", "folder")}
        with self.engine.connect() as db:
            rows = state.due_items(db, sorted(by_name), state.now(), PAGES_AT_ONCE)
        return [Job(by_name[row.source], row.url, row.memory, row) for row in rows]

    def _read(self) -> int:
        """Read all that waits; return the number of new reports."""
        new = 0
        while not self.stop.is_set():
            outcomes = self.reader.read_some()
            if outcomes is None:
                return new
            for capture, outcome in outcomes:
                new += outcome.status is not Status.REFUSED
                self.tell(f"read {capture}: {words(outcome)}")
        return new

    def next_due(self) -> datetime:
        """When something is due next; a minute from now at the latest, so that a clock put right is noticed."""
        at = state.now()
        names = [s.name for s in self.feeds.sources]
        with self.engine.connect() as db:
            due: list[datetime] = [row.due for row in state.source_rows(db, names).values() if row.due is not None]
        return max(at, min([*due, at + timedelta(minutes=1)]))


def words(outcome: Outcome) -> str:
    """What became of a report, in a line."""
    if outcome.report is None:
        return f"refused: {outcome.note}"
    note = f"; {outcome.note}" if outcome.note else ""
    return f"{outcome.status.value} {outcome.report.id} with {outcome.claims} claims{note}"


def is_full(error: BaseException | None) -> bool:
    """Whether an error says that the disk took no more."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (27, 28, 122):  # EFBIG, ENOSPC, EDQUOT
            return True
        if isinstance(error, sqlite3.OperationalError) and "full" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
