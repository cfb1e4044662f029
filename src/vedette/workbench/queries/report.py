"""The Report page: the text with its claims marked, and the reports that are near copies of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from vedette.errors import NotFoundError
from vedette.ledger.fetch import claims_of_report, homes_of, reports_by_id
from vedette.ledger.records import ReportRecord
from vedette.ledger.schema import reports
from vedette.model.claim import Claim
from vedette.model.correction import WITHDRAWN
from vedette.model.report import Report
from vedette.workbench.queries.happening import Card, card

_COPIES = 50


@dataclass(frozen=True)
class Piece:
    """A stretch of text that the same claims rest on; `furniture` names what is not the story."""

    text: str
    claims: tuple[str, ...]
    kinds: tuple[str, ...]
    furniture: str | None
    withdrawn: bool


@dataclass(frozen=True)
class Other:
    """Another report: the one that this is a copy of, or a copy of this one."""

    id: str
    ref: str
    outlet: str | None
    published: date | None
    title: str


@dataclass(frozen=True)
class ReportPage:
    """A report with its claims; `homes` leads from a claim to its happening."""

    id: str
    ref: str
    title: str
    outlet: str | None
    wire: str | None
    url: str | None
    published: date | None
    basis: str | None
    origin: str
    headline: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]
    homes: dict[str, str]
    copy_of: Other | None
    copies: tuple[Other, ...]


def report_page(db: Connection, id_: str) -> ReportPage:
    """The report of that id, or of that name where only one bears it. Raises NotFoundError."""
    found = db.scalars(select(reports.c.id).where(or_(reports.c.id == id_, reports.c.ref == id_)).limit(2)).all()
    if len(found) != 1:
        several = "several reports are" if found else "no report is"
        raise NotFoundError(f"{several} called {id_!r} in the ledger")
    record = reports_by_id(db, found)[found[0]]
    report = record.report
    claims = claims_of_report(db, report.id)
    parts = pieces(report, claims)
    cut = len(report.title) + 1
    return ReportPage(
        id=report.id,
        ref=report.ref,
        title=report.title or report.text.strip().split("\n", 1)[0][:120],
        outlet=report.outlet,
        wire=report.wire,
        url=report.url if report.url and report.url.startswith(("http://", "https://")) else None,
        published=report.published,
        basis=report.published_basis.value if report.published_basis else None,
        origin=record.origin,
        headline=tuple(_from_to(parts, 0, cut - 1)),
        pieces=tuple(_from_to(parts, cut, len(report.full))),
        cards=tuple(card(c, {report.id: record}) for c in claims),
        homes=homes_of(db, (c.id for c in claims)),
        copy_of=_original(db, record),
        copies=tuple(_others(db, record)),
    )


def pieces(report: Report, claims: Sequence[Claim]) -> list[Piece]:
    """The full text cut wherever a claim or a piece of furniture begins or ends; joined they give the text again."""
    full = report.full
    furniture = [(max(0, s.start), min(len(full), s.end), s.kind.value) for s in report.furniture]
    spans = [(max(0, c.start), min(len(full), c.end), c) for c in claims if c.start < c.end]
    cuts = {0, len(full), min(len(report.title), len(full)), min(len(report.title) + 1, len(full))}
    cuts |= {edge for start, end, _ in (*furniture, *spans) for edge in (start, end) if 0 <= edge <= len(full)}
    order = sorted(cuts)
    out = []
    for start, end in pairwise(order):
        here = [c for a, b, c in spans if a <= start and end <= b]
        standing = [c for c in here if WITHDRAWN not in c.reasons]
        out.append(
            Piece(
                text=full[start:end],
                claims=tuple(c.id for c in here),
                kinds=tuple(sorted({c.kind for c in standing or here})),
                furniture=next((kind for a, b, kind in furniture if a <= start and end <= b), None),
                withdrawn=bool(here) and not standing,
            )
        )
    return out


def _from_to(parts: Sequence[Piece], start: int, end: int) -> list[Piece]:
    at, out = 0, []
    for piece in parts:
        if start <= at and at + len(piece.text) <= end:
            out.append(piece)
        at += len(piece.text)
    return out


def _original(db: Connection, record: ReportRecord) -> Other | None:
    if record.copy_of is None:
        return None
    rows = db.execute(_columns().where(reports.c.id == record.copy_of)).all()
    return _other(rows[0]) if rows else None


def _others(db: Connection, record: ReportRecord) -> list[Other]:
    """Copies of this report, and of the one that it is a copy of."""
    first = record.copy_of or record.report.id
    query = _columns().where(reports.c.copy_of == first, reports.c.id != record.report.id)
    return [_other(row) for row in db.execute(query.order_by(reports.c.published, reports.c.id).limit(_COPIES))]


def _other(row: Row[Any]) -> Other:
    return Other(row.id, row.ref, row.outlet, row.published, row.title)


def _columns() -> Select[Any]:
    return select(reports.c.id, reports.c.ref, reports.c.outlet, reports.c.published, reports.c.title)
