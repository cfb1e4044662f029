"""Fetching by id: what a question about one thing needs, without reading the whole ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Text, cast, select

from vedette.ledger import codec
from vedette.ledger.judgements import standing
from vedette.ledger.records import ReportRecord
from vedette.ledger.schema import claims, happening_claims, happenings, reports
from vedette.model.claim import Claim, from_json
from vedette.model.correction import corrections
from vedette.model.happening import Contradiction, Happening

_CHUNK = 500


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]


def reports_by_id(db: Connection, ids: Iterable[str]) -> dict[str, ReportRecord]:
    """The reports with these ids."""
    out: dict[str, ReportRecord] = {}
    query = select(reports.c.id, reports.c.body, reports.c.origin, reports.c.copy_of, reports.c.extraction)
    for some in _chunks(ids):
        for id_, body, origin, copy_of, extraction in db.execute(query.where(reports.c.id.in_(some))):
            out[id_] = ReportRecord(codec.report_from_json(body), origin, copy_of, extraction)
    return out


def claims_of_report(db: Connection, report_id: str) -> list[Claim]:
    """A report's claims as analysts corrected them, those judged wrong too, in the order of its text."""
    fixed = corrections(standing(db))
    query = select(claims.c.body).where(claims.c.report_id == report_id).order_by(claims.c.start, claims.c.id)
    return [fixed.apply(from_json(body)) for body in db.scalars(query)]


def homes_of(db: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """Claim id to the id of the happening that it was put to, for those of these that are in any."""
    out: dict[str, str] = {}
    query = select(happening_claims.c.claim_id, happening_claims.c.happening_id)
    for some in _chunks(claim_ids):
        out.update(
            (row.claim_id, row.happening_id) for row in db.execute(query.where(happening_claims.c.claim_id.in_(some)))
        )
    return out


def happenings_by_id(db: Connection, ids: Iterable[str]) -> list[Happening]:
    """The happenings with these ids, in the order of the ids."""
    query = select(happenings.c.id, happenings.c.body)
    found: dict[str, Happening] = {}
    for some in _chunks(ids):
        for id_, body in db.execute(query.where(happenings.c.id.in_(some))):
            found[id_] = codec.happening_from_json(body)
    return [found[id_] for id_ in sorted(found)]


def dispute_by_id(db: Connection, id_: str) -> tuple[Happening, Contradiction] | None:
    """The contradiction of that id, with the happening that holds it; None where there is none."""
    query = select(happenings.c.body).where(cast(happenings.c.body, Text).like(f"%{id_}%"))
    for body in db.scalars(query):
        happening = codec.happening_from_json(body)
        for one in happening.contradictions:
            if one.id == id_:
                return happening, one
    return None
