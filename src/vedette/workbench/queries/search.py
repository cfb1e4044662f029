"""The Search page: full text over reports and claims, with filters that live in the address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from vedette.ledger import records
from vedette.ledger.fetch import homes_of, reports_by_id
from vedette.ledger.filters import Filter
from vedette.ledger.records import ReportRecord
from vedette.ledger.schema import claims, reports
from vedette.ledger.search import Hits, find_claims, find_reports
from vedette.ledger.search.terms import parse
from vedette.workbench.queries.happening import Card, card

MOST = 30
_AROUND = 110


@dataclass(frozen=True)
class ReportHit:
    """A report with the words around the first match: `before`, `match`, `after`."""

    id: str
    ref: str
    title: str
    outlet: str | None
    published: date | None
    copy_of: str | None
    before: str
    match: str
    after: str


@dataclass(frozen=True)
class Results:
    """Reports or claims that match; `homes` leads from a claim to its happening."""

    reports: tuple[ReportHit, ...]
    cards: tuple[Card, ...]
    homes: dict[str, str]
    count: int
    more: bool
    ranked: bool


def search_reports(db: Connection, text: str, where: Filter, skip: int = 0) -> Results:
    """Reports with these words, or without words the latest that pass the filter."""
    hits = find_reports(db, text, where, most=MOST, skip=skip) if text.strip() else _latest_reports(db, where, skip)
    known = reports_by_id(db, hits.ids)
    found = tuple(_hit(known[id_], text) for id_ in hits.ids if id_ in known)
    return Results(found, (), {}, hits.count, hits.more, hits.ranked)


def search_claims(db: Connection, text: str, where: Filter, skip: int = 0) -> Results:
    """Claims with these words in their quotes, or without words the latest that pass the filter."""
    hits = find_claims(db, text, where, most=MOST, skip=skip) if text.strip() else _latest_claims(db, where, skip)
    held = records.claims_by_id(db, hits.ids)
    known = reports_by_id(db, (c.report_id for c in held.values()))
    cards = tuple(card(held[id_], known) for id_ in hits.ids if id_ in held)
    return Results((), cards, homes_of(db, hits.ids), hits.count, hits.more, hits.ranked)


def _latest_reports(db: Connection, where: Filter, skip: int) -> Hits:
    query = select(reports.c.id).where(reports.c.published.is_not(None))
    if where.outlet:
        query = query.where(reports.c.outlet == where.outlet)
    if where.first:
        query = query.where(reports.c.published >= where.first)
    if where.last:
        query = query.where(reports.c.published <= where.last)
    ids = db.scalars(query.order_by(reports.c.published.desc(), reports.c.id).offset(skip).limit(MOST + 1)).all()
    return _page(ids, skip)


def _latest_claims(db: Connection, where: Filter, skip: int) -> Hits:
    query = select(claims.c.id).where(claims.c.first.is_not(None))
    if where.outlet:
        query = query.join(reports, reports.c.id == claims.c.report_id).where(reports.c.outlet == where.outlet)
    if where.source:
        query = query.where(claims.c.source == where.source)
    if where.kind:
        query = query.where(claims.c.kind == where.kind)
    if where.first:
        query = query.where(claims.c.first >= where.first)
    if where.last:
        query = query.where(claims.c.first <= where.last)
    ids = db.scalars(query.order_by(claims.c.first.desc(), claims.c.id).offset(skip).limit(MOST + 1)).all()
    return _page(ids, skip)


def _page(ids: Sequence[str], skip: int) -> Hits:
    found = tuple(ids)
    return Hits(found[:MOST], skip + len(found), len(found) > MOST, ranked=False)


def _hit(record: ReportRecord, text: str) -> ReportHit:
    report = record.report
    start, end = _first_match(report.text, text)
    return ReportHit(
        id=report.id,
        ref=report.ref,
        title=report.title or report.text.strip().split("\n", 1)[0][:120],
        outlet=report.outlet,
        published=report.published,
        copy_of=record.copy_of,
        before=_tidy(report.text[_word_start(report.text, start - _AROUND) : start]),
        match=_tidy(report.text[start:end]),
        after=_tidy(report.text[end : _word_start(report.text, end + 2 * _AROUND)]),
    )


def _first_match(body: str, text: str) -> tuple[int, int]:
    """Where the first of the words wanted stands; the beginning, where an accent or the title hides it."""
    if text.strip():
        for term in parse(text).wanted:
            words = r"\W+".join(map(re.escape, term.words)) + (r"\w*" if term.prefix else r"\b")
            if found := re.search(rf"\b{words}", body, re.IGNORECASE):
                return found.span()
    return 0, 0


def _word_start(text: str, at: int) -> int:
    """The next beginning of a word from `at` on; the ends of the text beyond them."""
    if at <= 0:
        return 0
    found = re.search(r"\s", text[at:])
    return at + found.end() if found else len(text)


def _tidy(text: str) -> str:
    spaced = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + spaced + (" " if text[-1:].isspace() and spaced else "")
