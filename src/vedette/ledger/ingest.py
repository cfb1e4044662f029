"""Reports into the ledger: what is new is extracted and kept, batch by batch, each batch one transaction.

A report is confirmed once its outcome is yielded: it and all its claims are committed then.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from spacy.language import Language
from sqlalchemy import Connection, Engine

from vedette import EXTRACTION_VERSION
from vedette.extraction.extract import Failure, extract, extract_each
from vedette.gazetteer.added.folder import version as added_places
from vedette.intake.files import Read, Refused
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.copies import find_copies
from vedette.ledger.locks import one_writer, transact
from vedette.ledger.sync import LinkAll, sync
from vedette.model.claim import Claim
from vedette.model.report import Report

BATCH = 32
"""Reports a transaction: enough for the language pipeline, few enough to lose little work to a kill."""

PLACES_MARK = "/places:"
"""What stands before the versions of the places added."""


class Extractors(Protocol):
    """Several processes that extract, on this machine or others; as `vedette.extraction.workers.Workers`."""

    processes: int

    def ask(self, question: Callable[[Language, Knowledge], str]) -> str:
        """What `question`, a function of a module, answers in one of them."""

    def submit(self, reports: Sequence[Report]) -> Callable[[], list[list[Claim] | Failure]]:
        """Hand in a batch; what is returned waits for the claims of each report."""


Claims = Callable[[], list[list[Claim] | Failure]]
"""Waits for the claims of each report of a batch."""


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

    def hand_in(reports: list[Report]) -> Claims:
        return lambda: extract_each(reports, nlp, knowledge)

    yield from _ingest(engine, items, extraction_version(nlp, knowledge), hand_in, 0)


def ingest_by(workers: Extractors, engine: Engine, items: Iterable[Read | Refused]) -> Iterator[Outcome]:
    """As `ingest`, by several processes: the same records, confirmed in the same order."""
    version = workers.ask(extraction_version)
    yield from _ingest(engine, items, version, workers.submit, workers.processes + 1)


def _ingest(
    engine: Engine,
    items: Iterable[Read | Refused],
    version: str,
    hand_in: Callable[[list[Report]], Claims],
    ahead: int,
) -> Iterator[Outcome]:
    """Hand in up to `ahead` batches before the first of them is confirmed."""
    waiting: deque[_Batch] = deque()
    rest = iter(items)
    while True:
        batch: list[Read] = []
        for item in rest:
            if isinstance(item, Refused):
                yield Outcome(Status.REFUSED, item.origin, note=item.reason)
                continue
            batch.append(item)
            if len(batch) >= BATCH:
                break
        if batch:
            waiting.append(_begin(engine, batch, hand_in))
        if not waiting:
            return
        if not batch or len(waiting) > ahead:
            yield from _confirm(engine, waiting.popleft(), version)


@dataclass(frozen=True, slots=True)
class _Batch:
    items: list[Read]
    new: dict[str, Read]
    claims: Claims


def _begin(engine: Engine, items: list[Read], hand_in: Callable[[list[Report]], Claims]) -> _Batch:
    with engine.connect() as db:
        known = records.known_reports(db, [item.report.id for item in items])
    new: dict[str, Read] = {}
    for item in items:
        if item.report.id not in known:
            new.setdefault(item.report.id, item)
    return _Batch(items, new, hand_in([item.report for item in new.values()]))


def _confirm(engine: Engine, batch: _Batch, version: str) -> list[Outcome]:
    new = batch.new
    made = dict(zip(new, batch.claims(), strict=True))
    failed = {id_: claims.reason for id_, claims in made.items() if isinstance(claims, Failure)}
    found = {id_: claims for id_, claims in made.items() if not isinstance(claims, Failure)}

    def add(db: Connection) -> list[tuple[Report, list[Claim], str]]:
        # Another process, or the batch before, may have brought the same report in meanwhile.
        late = records.known_reports(db, new)
        rows = [(new[id_].report, claims, new[id_].origin) for id_, claims in found.items() if id_ not in late]
        records.add_reports(db, rows, version)
        return rows

    rows = transact(engine, add)
    confirmed = {report.id for report, _, _ in rows}
    outcomes = []
    for item in batch.items:
        report = item.report
        if report.id in failed:
            outcomes.append(Outcome(Status.REFUSED, item.origin, note=failed[report.id]))
        elif report.id in confirmed and new[report.id] is item:
            outcomes.append(Outcome(Status.NEW, item.origin, report, len(found[report.id]), item.note))
        else:
            outcomes.append(Outcome(Status.KNOWN, item.origin, report))
    return outcomes


def finish(engine: Engine, link_all: LinkAll | None = None) -> dict[str, str]:
    """Find near copies of what is new, and bring happenings up to date; return new copies, by what they copy.

    `link_all` as in `vedette.ledger.sync.sync`.
    """
    with engine.begin() as db:
        one_writer(db)
        copies = find_copies(db)
        sync(db, link_all)
    return copies


def refresh(engine: Engine, nlp: Language, knowledge: Knowledge) -> int:
    """Extract anew every report whose claims other versions made; return how many. Reports are not changed."""
    version = extraction_version(nlp, knowledge)
    with engine.connect() as db:
        stale = [r.report for r in records.list_reports(db) if r.extraction != version]
    for report, found in extract(stale, nlp, knowledge):
        with engine.begin() as db:
            one_writer(db)
            records.replace_claims(db, report, found, version)
    if stale:
        finish(engine)
    return len(stale)
