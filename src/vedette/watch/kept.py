"""What a report was read from, and how it changed: to check a claim after its page is gone."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, or_, select

from vedette.errors import NotFoundError, VedetteError
from vedette.ledger.fetch import reports_by_id
from vedette.ledger.schema import reports
from vedette.ledger.versions import superseding
from vedette.watch import state
from vedette.watch.archive import Record, read_record
from vedette.watch.keep import ENTRY


@dataclass(frozen=True)
class Version:
    """One version of what was fetched: when, from where, its hash, where its bytes lie, what was read from it."""

    capture: int
    version: int
    at: datetime
    url: str
    sha256: str
    mime: str
    warc: str
    offset: int
    reports: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The version as a JSON-ready object."""
        return {
            "version": self.version, "fetched": f"{self.at.isoformat(timespec='seconds')}Z", "url": self.url,
            "sha256": self.sha256, "file": self.warc, "offset": self.offset, "reports": list(self.reports),
        }  # fmt: skip


def find_report(db: Connection, id_: str) -> str:
    """The id of the report that bears this id or name. Raises NotFoundError."""
    found = db.scalar(select(reports.c.id).where(or_(reports.c.id == id_, reports.c.ref == id_)).order_by(reports.c.id))
    if found is None:
        raise NotFoundError(f"no report is called {id_!r}; see: vedette reports")
    return str(found)


def versions(db: Connection, report_id: str) -> list[Version]:
    """Every version of the pages that a report was read from, the first first; empty for one that was not fetched."""
    own = state.captures_of_report(db, report_id)
    found = {row.id: row for item in dict.fromkeys(r.item_id for r in own) for row in state.captures_of_item(db, item)}
    return [
        Version(
            capture=row.id, version=row.version, at=row.at, url=row.url, sha256=row.sha256, mime=row.mime,
            warc=row.warc, offset=row.offset, reports=tuple(sorted(state.reports_of(db, row.id))),
        )
        for row in sorted(found.values(), key=lambda r: (r.item_id, r.version))
    ]  # fmt: skip


def bytes_of(version: Version, folder: Path) -> Record:
    """The bytes as they were fetched. Raises VedetteError where they are not there, or are not what was fetched."""
    record = read_record(folder, version.warc, version.offset)
    digest = hashlib.sha256(record.payload).hexdigest()
    if digest != (record.claimed if version.mime == ENTRY else version.sha256):
        raise VedetteError(f"{version.warc} at byte {version.offset} is not what was fetched: its hash is {digest}")
    return record


def newest(db: Connection, report_id: str) -> str:
    """The id of the report that counts in a report's place, itself where it is the newest."""
    seen = {report_id}
    while (after := superseding(db, report_id)) is not None and after not in seen:
        seen.add(after)
        report_id = after
    return report_id


def difference(db: Connection, old: str, new: str) -> list[str]:
    """How the text of one report became another's, as a unified diff of lines."""
    found = reports_by_id(db, [old, new])
    before, after = (found[id_].report.full.splitlines() for id_ in (old, new))
    return list(difflib.unified_diff(before, after, fromfile=old, tofile=new, lineterm="", n=1))
