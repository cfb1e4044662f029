"""Reading reports anew after the gazetteer has changed: only those whose places may be others now.

Added places take part through the names in a report alone: one that has no name of any added place, spelt so or
sounding so, gives the same claims as before, and is only marked as current.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from sqlalchemy import Engine

from vedette.extraction.extract import extract
from vedette.gazetteer.added.folder import added
from vedette.gazetteer.added.mentions import Mentions
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.ingest import PLACES_MARK, extraction_version, finish
from vedette.ledger.locks import one_writer


@dataclass(frozen=True)
class Resolved:
    """How many reports there are, were read anew, and were left as they name no added place; claims moved."""

    reports: int
    read: int
    kept: int
    changed: int


def resolve(engine: Engine, nlp: Language, knowledge: Knowledge, *, every: bool = False) -> Resolved:
    """Bring the places of all reports up to date with the gazetteer; `every`: read all of them anew."""
    version = extraction_version(nlp, knowledge)
    with engine.begin() as db:
        one_writer(db)
        all_reports = records.list_reports(db)
        stale = [r for r in all_reports if every or r.extraction != version]
        anew = []
        for record in stale:
            news = None if every else _news(record.extraction, version)
            if news is None or news.in_text(record.report.full):
                anew.append(record.report)
            else:
                records.restamp(db, record.report, version)
        before = {c.id: c.location.id if c.location else None for c in records.list_claims(db)}
    for report, found in extract(anew, nlp, knowledge):
        with engine.begin() as db:
            one_writer(db)
            records.replace_claims(db, report, found, version)
    if anew:
        finish(engine)
    with engine.connect() as db:
        after = {c.id: c.location.id if c.location else None for c in records.list_claims(db)}
    changed = sum(1 for claim, place in after.items() if claim not in before or before[claim] != place)
    return Resolved(len(all_reports), len(anew), len(stale) - len(anew), changed)


def _news(old: str, new: str) -> Mentions | None:
    """The names that were added between two versions of extraction; None where more than that has changed."""
    (was, _, had), (now, _, has) = old.partition(PLACES_MARK), new.partition(PLACES_MARK)
    gone = set(had.split("+")) - set(has.split("+")) - {""}
    if was != now or gone:
        return None
    fresh = set(has.split("+")) - set(had.split("+"))
    return Mentions(tuple(one for one in added() if one.version in fresh))
