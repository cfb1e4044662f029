"""Reports into the ledger: what is new is extracted and kept, batch by batch, each batch one transaction.

A report is confirmed once its outcome is yielded: it and all its claims are committed then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.language import Language
from sqlalchemy import Engine

from vedette import EXTRACTION_VERSION
from vedette.extraction.extract import extract
from vedette.gazetteer.added.folder import version as added_places
from vedette.intake.copies import near_copies
from vedette.intake.files import Read, Refused
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.sync import sync
from vedette.model.report import Report

BATCH = 32
"""Reports a transaction: enough for the language pipeline, few enough to lose little work to a kill."""

PLACES_MARK = "/places:"
"""What stands before the versions of the places added."""


class Status(StrEnum):
    """What became of one report."""

    NEW = "new"
    KNOWN = "already there"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What became of one report or row of the input, and why."""

    status: Status
    origin: str
    report: Report | None = None
    claims: int = 0
    note: str = ""


def extraction_version(nlp: Language, knowledge: Knowledge) -> str:
    """What claims are a function of, besides the report: code, pipeline, knowledge, and the places added."""
    known = f"{EXTRACTION_VERSION}/{nlp.meta['name']}-{nlp.meta['version']}/{knowledge.version}"
    return f"{known}{PLACES_MARK}{places}" if (places := added_places()) else known


def ingest(engine: Engine, items: Iterable[Read | Refused], nlp: Language, knowledge: Knowledge) -> Iterator[Outcome]:
    """Take in what intake read; yield one outcome for each item, in order of confirmation."""
    version = extraction_version(nlp, knowledge)
    batch: list[Read] = []
    for item in items:
        if isinstance(item, Refused):
            yield Outcome(Status.REFUSED, item.origin, note=item.reason)
            continue
        batch.append(item)
        if len(batch) >= BATCH:
            yield from _take(engine, batch, nlp, knowledge, version)
            batch = []
    if batch:
        yield from _take(engine, batch, nlp, knowledge, version)


def _take(engine: Engine, batch: list[Read], nlp: Language, knowledge: Knowledge, version: str) -> list[Outcome]:
    with engine.connect() as db:
        known = records.known_reports(db, [item.report.id for item in batch])
    new: dict[str, Read] = {}
    for item in batch:
        if item.report.id not in known:
            new.setdefault(item.report.id, item)
    found = {report.id: claims for report, claims in extract([i.report for i in new.values()], nlp, knowledge)}
    with engine.begin() as db:
        # Another process may have brought the same report in meanwhile.
        late = records.known_reports(db, new)
        rows = [(i.report, found[i.report.id], i.origin) for i in new.values() if i.report.id not in late]
        records.add_reports(db, rows, version)
    confirmed = {report.id for report, _, _ in rows}
    outcomes = []
    for item in batch:
        report = item.report
        if report.id in confirmed and new[report.id] is item:
            outcomes.append(Outcome(Status.NEW, item.origin, report, len(found[report.id]), item.note))
        else:
            outcomes.append(Outcome(Status.KNOWN, item.origin, report))
    return outcomes


def finish(engine: Engine) -> dict[str, str]:
    """Find near copies and build happenings, over the whole ledger; return report id to the id that it copies."""
    with engine.begin() as db:
        copies = near_copies(r.report for r in records.list_reports(db))
        records.set_copies(db, copies)
        sync(db)
    return copies


def refresh(engine: Engine, nlp: Language, knowledge: Knowledge) -> int:
    """Extract anew every report whose claims other versions made; return how many. Reports are not changed."""
    version = extraction_version(nlp, knowledge)
    with engine.connect() as db:
        stale = [r.report for r in records.list_reports(db) if r.extraction != version]
    for report, found in extract(stale, nlp, knowledge):
        with engine.begin() as db:
            records.replace_claims(db, report, found, version)
    if stale:
        finish(engine)
    return len(stale)
