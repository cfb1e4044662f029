"""What was kept is read: bytes of the archive to reports, into the ledger with their claims, newer versions first.

A capture is marked as read in the end. A kill before that has it read again, which adds nothing, for reports are known
by their content.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from vedette.errors import IntakeError, VedetteError
from vedette.intake.columns import TableOptions
from vedette.intake.files import Read, Refused, read_bytes
from vedette.intake.guard import AnyGuard
from vedette.ledger.fetch import reports_by_id
from vedette.ledger.ingest import Outcome, Status
from vedette.ledger.versions import supersede
from vedette.ledger.watched import capture_reports, captures
from vedette.watch import state
from vedette.watch.archive import read_record
from vedette.watch.keep import ENTRY
from vedette.watch.kinds.lists import feed_entries

Ingest = Callable[[Iterable[Read | Refused]], Iterator[Outcome]]
AT_ONCE = 32
"""Captures a batch, as many as the ledger takes reports in one transaction."""


class Reader:
    """Reads captures. `ingest` takes reports into the ledger and yields what became of each, once it is confirmed."""

    def __init__(self, engine: Engine, folder: Path, guard: AnyGuard, ingest: Ingest) -> None:
        self._engine = engine
        self._folder = folder
        self._guard = guard
        self._ingest = ingest

    def read_some(self) -> list[tuple[int, Outcome]] | None:
        """Read the captures that wait, up to a batch; return what became of their reports, with the capture's id.

        None where none waits.
        """
        with self._engine.connect() as db:
            waiting = state.unread(db, AT_ONCE)
        if not waiting:
            return None
        found: dict[int, list[Read | Refused]] = {row.id: self._reports(row) for row in waiting}
        items = [(id_, item) for id_, some in found.items() for item in some]
        taken = self._take([item for _, item in items])
        out = [(id_, taken[id(item)]) for id_, item in items]
        for row in waiting:
            with state.writing(self._engine) as db:
                self._mark(db, row, [outcome for id_, outcome in out if id_ == row.id])
        return out

    def _take(self, items: list[Read | Refused]) -> dict[int, Outcome]:
        """The outcome of each item, by its identity: outcomes come in the order of their confirmation."""
        reads = [item for item in items if isinstance(item, Read)]
        out = {id(item): outcome for item, outcome in zip(reads, self._ingest(reads), strict=True)}
        for item in items:
            if isinstance(item, Refused):
                out[id(item)] = Outcome(Status.REFUSED, item.origin, note=item.reason)
        return out

    def _reports(self, row: Any) -> list[Read | Refused]:
        origin = f"{row.url} (capture {row.id})"
        try:
            record = read_record(self._folder, row.warc, row.offset)
            return self._guard.call(reports_of, record.payload, origin, row.mime, row.url, dict(row.hint), row.by)
        except (IntakeError, VedetteError) as error:
            return [Refused(origin, str(error))]

    def _mark(self, db: Connection, row: Any, outcomes: list[Outcome]) -> None:
        reports = [o.report for o in outcomes if o.report is not None]
        notes = [o.note for o in outcomes if o.note]
        mark = state.READ if reports else state.REFUSED
        state.capture_done(db, row.id, [r.id for r in reports], mark, "; ".join(notes[:5]))
        if not reports or row.version == 1:
            return
        query = select(captures.c.id).where(captures.c.item_id == row.item_id, captures.c.version < row.version)
        earlier = {id_ for capture in db.scalars(query) for id_ in state.reports_of(db, capture)}
        refs = _refs(db, earlier)
        for report in reports:
            # A page is one report. Of a file of many, only what bears the same id of its own is a newer version.
            old = earlier if len(reports) == 1 and len(outcomes) == 1 else {i for i in earlier if refs[i] == report.ref}
            gone = {i for i in old - {report.id} if not _stands_elsewhere(db, i, row.item_id)}
            supersede(db, gone, report.id)


def _refs(db: Connection, ids: set[str]) -> dict[str, str]:
    return {id_: record.report.ref for id_, record in reports_by_id(db, ids).items()}


def _stands_elsewhere(db: Connection, report_id: str, item: str) -> bool:
    """Whether the newest version of another item is this same report."""
    query = select(captures.c.item_id, captures.c.id).join(
        capture_reports, capture_reports.c.capture_id == captures.c.id
    )
    query = query.where(capture_reports.c.report_id == report_id, captures.c.item_id != item)
    for row in db.execute(query):
        newest = state.last_capture(db, row.item_id)
        if newest is not None and newest.id == row.id:
            return True
    return False


def reports_of(
    payload: bytes, origin: str, mime: str, url: str, hint: Mapping[str, Any], source: str
) -> list[Read | Refused]:
    """Reports of kept bytes; runs in the guarded process."""
    known = {k: v for k, v in hint.items() if k in ("title", "published", "outlet", "language")}
    if url.startswith(("http://", "https://")):
        known["url"] = url
    if mime == ENTRY:
        entry = next((e for e in feed_entries(payload) if e.key == hint.get("key")), None)
        if entry is None:
            return [Refused(origin, "the feed does not hold this entry")]
        row = entry.row()
        data = json.dumps([{**row, **{k: v for k, v in known.items() if k in ("outlet", "language")}}]).encode()
        return read_bytes(data, origin=origin, mime="application/json")
    known["id"] = f"{source}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
    kind = mime.partition(";")[0].strip().lower()
    options = TableOptions(columns=hint.get("fields") or {})
    name = str(hint.get("name") or "")
    return read_bytes(payload, origin=origin, name=name, mime="" if name else kind, hint=known, options=options)
