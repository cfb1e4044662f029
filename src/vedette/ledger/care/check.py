"""Whether a ledger is sound: the file, its schema, and what always holds of reports and claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, func, make_url, select

from vedette.errors import LedgerError
from vedette.ledger import codec
from vedette.ledger.schema import claims, happening_claims, reports
from vedette.ledger.store import HEAD, ledger_url, open_ledger
from vedette.ledger.watched import captures, sources
from vedette.model.claim import from_json
from vedette.model.report import report_id

WELL, WARNING, BAD = "well", "look at", "damaged"
_BACK = "bring back a backup (vedette restore), or save what can be read (vedette doctor --salvage FOLDER)"
_TOLD = 5  # ids that a line names


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: how it stands, and what to do."""

    state: str
    what: str
    words: str


def file_of(url: str) -> Path | None:
    """The file of a ledger in SQLite, None for one on a server."""
    parsed = make_url(ledger_url(url))
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def check_file(path: Path) -> list[Finding]:
    """What SQLite itself says of its file, without changing it; empty where it is sound.

    The schema's version is told too, for opening a ledger brings it up to date.
    """
    if not path.exists():
        return [Finding(BAD, "file", f"there is no ledger at {path}; make one with: vedette ingest PATH")]
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            wrong = [row[0] for row in db.execute("pragma integrity_check(20)") if row[0] != "ok"]
            lost = db.execute("pragma foreign_key_check").fetchall()
            found = db.execute("select version_num from alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        return [Finding(BAD, "file", f"the file cannot be read as a ledger ({error}): {_BACK}")]
    out = []
    if wrong:
        out.append(Finding(BAD, "file", f"SQLite finds damage ({'; '.join(map(str, wrong[:3]))}): {_BACK}"))
    if lost:
        out.append(Finding(BAD, "file", f"{len(lost)} rows lead to rows that are not there: {_BACK}"))
    version = found[0] if found else "none"
    if version < HEAD:
        words = f"its schema is {version}: the next command brings it to {HEAD}; take a backup first"
        out.append(Finding(WARNING, "schema", words))
    return out


def check_contents(engine: Engine) -> Iterator[Finding]:
    """What always holds: ids come from content, quotes are the report's own words, claims have a home."""
    with engine.connect() as db:
        yield _reports(db)
        yield _claims(db)
        yield _links(db)
        yield _clock(db)


def _reports(db: Connection) -> Finding:
    wrong, count = [], 0
    for row in db.execute(select(reports.c.id, reports.c.body)):
        count += 1
        report = codec.report_from_json(row.body)
        if report_id(report.outlet, report.title, report.text) != row.id:
            wrong.append(row.id)
    if wrong:
        return Finding(BAD, "reports", f"{_some(wrong)} are not what was read, by their ids: {_BACK}")
    return Finding(WELL, "reports", f"{count:,}, each as it was read, by its id")


def _claims(db: Connection) -> Finding:
    wrong, count = [], 0
    query = select(claims.c.id, claims.c.body, reports.c.body.label("report"))
    for row in db.execute(query.join(reports, reports.c.id == claims.c.report_id).order_by(claims.c.report_id)):
        count += 1
        claim, full = from_json(row.body), f"{row.report['title']}\n{row.report['text']}"
        if full[claim.start : claim.end] != claim.quote or claim.id != row.id:
            wrong.append(row.id)
    if wrong:
        words = f"{_some(wrong)} do not rest on the words of their reports: read them anew with vedette resolve"
        return Finding(BAD, "claims", words)
    return Finding(WELL, "claims", f"{count:,}, each resting on the words of its report")


def _links(db: Connection) -> Finding:
    waiting = db.scalar(select(func.count()).select_from(reports).where(reports.c.linked.is_(None))) or 0
    homed = select(happening_claims.c.claim_id)
    left = select(func.count()).select_from(claims.join(reports, reports.c.id == claims.c.report_id))
    left = left.where(claims.c.kind.in_(("toll", "event")), claims.c.id.not_in(homed))
    left = left.where(reports.c.linked.is_not(None), reports.c.superseded_by.is_(None))
    if waiting:
        return Finding(WELL, "events", f"{waiting:,} reports wait to be linked; the next question does it")
    return Finding(WELL, "events", f"all reports are linked; {db.scalar(left) or 0:,} claims judged wrong stand aside")


def _clock(db: Connection) -> Finding:
    """Moments that lie ahead were written by a clock that went wrong."""
    limit = datetime.now(UTC).replace(tzinfo=None) + timedelta(minutes=10)
    ahead = [
        name
        for name, column in (("reports", reports.c.ingested), ("captures", captures.c.at), ("sources", sources.c.tried))
        if (latest := db.scalar(select(func.max(column)))) is not None and latest > limit
    ]
    if ahead:
        words = f"{', '.join(ahead)} have times that lie ahead: this clock, or the one then, is wrong; nothing else is"
        return Finding(WARNING, "clock", words)
    return Finding(WELL, "clock", "no time in the ledger lies ahead")


def _some(ids: list[str]) -> str:
    more = f" and {len(ids) - _TOLD} more" if len(ids) > _TOLD else ""
    return f"{', '.join(ids[:_TOLD])}{more}"


def examine(url: str) -> list[Finding]:
    """All of it, the file first; contents only where the file is sound. What is wrong is told and never raised."""
    path = file_of(url)
    found = check_file(path) if path is not None else []
    if any(f.state == BAD for f in found):
        return found
    try:
        engine = open_ledger(url, create=False)
        found += check_contents(engine)
        engine.dispose()
    except LedgerError as error:
        found.append(Finding(BAD, "ledger", str(error)))
    except (KeyError, TypeError, ValueError) as error:
        found.append(Finding(BAD, "ledger", f"it holds what no Vedette wrote ({type(error).__name__}): {_BACK}"))
    return found
