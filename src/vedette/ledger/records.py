"""Writing and reading the ledger's records. Every function works on a connection inside the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, or_, select, update

from vedette.ledger import codec, search
from vedette.ledger.columns import claim_columns, happening_columns
from vedette.ledger.filters import Filter
from vedette.ledger.history import record, record_claims
from vedette.ledger.judgements import standing
from vedette.ledger.schema import (
    claims,
    happening_claims,
    happenings,
    reports,
    settlements,
    state,
)
from vedette.model.claim import Claim, from_json
from vedette.model.correction import ADDED, Corrections, corrections
from vedette.model.happening import Happening
from vedette.model.report import Report

HISTORY_SINCE = "history_since"
"""The state that tells when history was last written."""

_NAMES = 10_000  # that a statement can list
_AT_ONCE = 200  # rows that are fetched and decoded before the next are asked for


@dataclass(frozen=True)
class ReportRecord:
    """A report as the ledger keeps it: with where it came from, and the earlier report that it is a near copy of."""

    report: Report
    origin: str
    copy_of: str | None
    extraction: str


def add_reports(db: Connection, batch: Sequence[tuple[Report, Sequence[Claim], str]], extraction: str) -> None:
    """Add new reports with their claims and origins ("file:row"); `extraction` names the versions that made them."""
    now = datetime.now(UTC).replace(tzinfo=None)
    rows = [
        {
            "id": r.id, "ref": r.ref, "outlet": r.outlet, "published": r.published, "title": r.title, "origin": origin,
            "ingested": now, "copy_of": None, "extraction": extraction, "body": codec.report_to_json(r),
        }
        for r, _, origin in batch
    ]  # fmt: skip
    if rows:
        db.execute(insert(reports), rows)
        search.put_reports(db, [r.id for r, _, _ in batch])
    add_claims(db, [claim for _, found, _ in batch for claim in found])


def add_claims(db: Connection, found: Iterable[Claim]) -> None:
    """Add claims of reports that are already there."""
    # What a report says twice in the same words at the same spot is one claim.
    rows = [_claim_row(claim) for claim in {claim.id: claim for claim in found}.values()]
    if rows:
        db.execute(insert(claims), rows)
        search.put_claims(db, [row["id"] for row in rows])
        unlink(db, {row["report_id"] for row in rows})


def unlink(db: Connection, report_ids: Iterable[str]) -> None:
    """Mark reports as those whose claims are to be linked anew."""
    wanted = sorted(report_ids)
    for i in range(0, len(wanted), 500):
        some = reports.c.id.in_(wanted[i : i + 500])
        db.execute(update(reports).where(some, reports.c.linked.is_not(None)).values(linked=None))


def replace_claims(db: Connection, report: Report, found: Sequence[Claim], extraction: str) -> None:
    """Put `found` in the place of all claims of `report`; the report itself is not changed.

    A claim that is made no more leaves a tombstone in the history. One that an analyst added stays; where the new
    reading makes the very same, it is the reading's from now on.
    """
    made = {c.id for c in found}
    held = (from_json(body) for body in db.scalars(select(claims.c.body).where(claims.c.report_id == report.id)))
    old = [c for c in held if ADDED not in c.reasons or c.id in made]
    record_claims(db, old, found, {"cause": "version", "version": extraction})
    kept = {c.id for c in old}
    search.drop_claims(db, [claim.id for claim in old if claim.id not in made])
    for claim in old:
        if claim.id not in made:
            db.execute(delete(claims).where(claims.c.id == claim.id))
    for claim in found:
        if claim.id in kept:
            # The same claim may have other reasons now; what refers to it stays.
            db.execute(update(claims).where(claims.c.id == claim.id).values(**_claim_row(claim)))
    add_claims(db, [claim for claim in found if claim.id not in kept])
    db.execute(update(reports).where(reports.c.id == report.id).values(extraction=extraction, linked=None))


def restamp(db: Connection, report: Report, extraction: str) -> None:
    """Mark the claims of `report` as those that the versions `extraction` make of it too."""
    db.execute(update(reports).where(reports.c.id == report.id).values(extraction=extraction))


def known_reports(db: Connection, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that the ledger holds."""
    wanted = list(ids)
    found: set[str] = set()
    for i in range(0, len(wanted), 500):
        found.update(db.scalars(select(reports.c.id).where(reports.c.id.in_(wanted[i : i + 500]))))
    return found


def set_copies(db: Connection, copies: dict[str, str]) -> None:
    """Record which report is a near copy of which (id to id); all others are copies of none."""
    known = {
        r.id: r.copy_of for r in db.execute(select(reports.c.id, reports.c.copy_of).where(reports.c.copy_of != ""))
    }
    for copy in sorted(known.keys() | copies.keys()):
        if known.get(copy) != copies.get(copy):
            db.execute(update(reports).where(reports.c.id == copy).values(copy_of=copies.get(copy), linked=None))


def list_reports(db: Connection, where: Filter | None = None, *, superseded: bool = True) -> list[ReportRecord]:
    """Reports published in the filter's days, by its outlet; oldest first, undated last.

    Earlier versions of pages that changed are among them, unless `superseded` is false.
    """
    where = where or Filter()
    query = select(reports.c.body, reports.c.origin, reports.c.copy_of, reports.c.extraction)
    query = query.order_by(reports.c.published.is_(None), reports.c.published, reports.c.ref, reports.c.id)
    if not superseded:
        query = query.where(reports.c.superseded_by.is_(None))
    query = query.where(*_within(where, reports.c.published, reports.c.published))
    if where.outlet:
        query = query.where(reports.c.outlet.in_(_spelled(db, reports.c.outlet, where.outlet)))
    records = [ReportRecord(codec.report_from_json(b), o, c, e) for b, o, c, e in db.execute(query)]
    return [r for r in records if where.overlaps(r.report.published, r.report.published)]


def list_claims(
    db: Connection, where: Filter | None = None, *, as_judged: bool = True, withdrawn: bool = False
) -> list[Claim]:
    """Claims that pass the filter, in the order of their reports and texts.

    As analysts corrected them, unless `as_judged` is false. Those judged wrong, and those of earlier versions of pages
    that changed, only where `withdrawn` is true.
    """
    where = where or Filter()
    fixed = corrections(standing(db)) if as_judged else Corrections()
    query: Select[Any] = select(claims.c.id, claims.c.body).join(reports, reports.c.id == claims.c.report_id)
    query = query.order_by(reports.c.published.is_(None), reports.c.published, reports.c.ref, reports.c.id)
    query = query.order_by(claims.c.start, claims.c.id)
    if not withdrawn:
        # Those few left out, by an index; asked for all the others, SQLite would begin with them.
        replaced = select(reports.c.id).where(reports.c.superseded_by > "")
        query = query.where(claims.c.report_id.not_in(replaced))
    if not fixed.slots:  # a judged day is not that of the row
        query = query.where(*_within(where, claims.c.first, claims.c.last))
        query = query.where(*_there(db, claims.c.named, where))
    if where.kind:
        query = query.where(claims.c.kind == where.kind)
    if where.outlet:
        query = query.where(reports.c.outlet.in_(_spelled(db, reports.c.outlet, where.outlet)))
    if where.source:
        credited = claims.c.source.in_(_spelled(db, claims.c.source, where.source))
        query = query.where(or_(credited, claims.c.id.in_(sorted(fixed.slots))) if fixed.slots else credited)
    found = [fixed.apply(from_json(row.body, row.id)) for row in db.execute(query)]
    return [
        c
        for c in found
        if where.overlaps(c.first, c.last)
        and where.at(c.place, c.location)
        and (withdrawn or c.id not in fixed.wrong)
        and (not where.source or (c.source or "").lower() == where.source.lower())
    ]


def _within(where: Filter, first: ColumnElement[Any], last: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """The days of a filter as conditions, as `Filter.overlaps` has them: what is of one end only is of that day.

    Written so that an index over first and last answers.
    """
    if where.first is None and where.last is None:
        return []
    both: list[ColumnElement[bool]] = [first.is_not(None)]
    end_only: list[ColumnElement[bool]] = [first.is_(None), last.is_not(None)]
    if where.last is not None:
        both.append(first <= where.last)
        end_only.append(last <= where.last)
    if where.first is not None:
        both.append(func.coalesce(last, first) >= where.first)
        end_only.append(last >= where.first)
    return [or_(and_(*both), and_(*end_only))]


def _there(db: Connection, named: ColumnElement[Any], where: Filter) -> list[ColumnElement[bool]]:
    """The place of a filter as a condition, as `Filter.at` has it: which names are meant is asked of each name once.

    No condition where most of all would be named one by one.
    """
    if where.names(()):
        return []
    values = db.scalars(select(named).where(named.is_not(None)).distinct()).all()
    meant = [v for v in values if where.names(v.split("\n"))]
    return [named.in_(meant)] if len(meant) <= _NAMES else []


def _spelled(db: Connection, column: ColumnElement[Any], name: str) -> list[str]:
    """The values of `column` that are `name` in any case; read from an index, where comparing case by case is not."""
    return [v for v in db.scalars(select(column).where(column.is_not(None)).distinct()) if v.lower() == name.lower()]


def replace_happenings(
    db: Connection, built: Sequence[Happening], touched: Iterable[str] | None = None, linking: str | None = None
) -> None:
    """Put `built` in the place of the happenings `touched` (all, where not given), and write what changed to history.

    Only those that differ are written. A happening that was touched and is not in `built` is gone. `linking` names the
    version of linking or settlement that made them, where it is a new one.
    """
    new = {h.id: h for h in built}
    old = happening_bodies(db, None if touched is None else {*touched, *new})
    bodies = {id_: codec.happening_to_json(h) for id_, h in new.items()}
    differ = sorted(id_ for id_ in old.keys() | bodies.keys() if old.get(id_) != bodies.get(id_))
    before = {id_: old[id_] for id_ in differ if id_ in old}
    after = {id_: bodies[id_] for id_ in differ if id_ in bodies}
    since = get_state(db, HISTORY_SINCE)
    record(db, before, after, datetime.fromisoformat(since) if since else None, linking)
    set_state(db, HISTORY_SINCE, datetime.now(UTC).replace(tzinfo=None).isoformat())
    for start in range(0, len(differ), 500):
        ids = differ[start : start + 500]
        db.execute(delete(settlements).where(settlements.c.happening_id.in_(ids)))
        db.execute(delete(happening_claims).where(happening_claims.c.happening_id.in_(ids)))
        db.execute(delete(happenings).where(happenings.c.id.in_(ids)))
    rows, links, figures = [], [], []
    for h in (new[id_] for id_ in after):
        days = {"first": h.first, "last": h.last}
        row = {"id": h.id, "type": h.type, "place": h.place, **days, "body": after[h.id]}
        rows.append(row | happening_columns(after[h.id]))
        links += [{"happening_id": h.id, "claim_id": claim} for claim in h.claims]
        for effect, settled in h.figures.items():
            figure = {k: getattr(settled, k) for k in ("rule", "low", "high", "best", "reason")}
            figures.append({"happening_id": h.id, "measure": effect, **figure})
    for table, values in ((happenings, rows), (happening_claims, links), (settlements, figures)):
        if values:
            db.execute(insert(table), values)


def happening_bodies(db: Connection, ids: Iterable[str] | None = None) -> dict[str, dict[str, Any]]:
    """Happenings as they are stored, by id; all of them, or those with these ids."""
    query = select(happenings.c.id, happenings.c.body)
    if ids is None:
        return {row.id: row.body for row in db.execute(query)}
    wanted = sorted(ids)
    out: dict[str, dict[str, Any]] = {}
    for start in range(0, len(wanted), 500):
        found = db.execute(query.where(happenings.c.id.in_(wanted[start : start + 500])))
        out.update((row.id, row.body) for row in found)
    return out


def list_happenings(db: Connection, where: Filter | None = None) -> list[Happening]:
    """Happenings that pass the filter's days and place and have a claim of its source or outlet; oldest first."""
    return list(each_happening(db, where))


def each_happening(db: Connection, where: Filter | None = None) -> Iterator[Happening]:
    """The same one by one, read some hundreds at a time; the transaction must last until the last is taken."""
    where = where or Filter()
    changed = sorted(corrections(standing(db)).slots) if where.source else []
    query = select(happenings.c.body).order_by(happenings.c.first.is_(None), happenings.c.first, happenings.c.id)
    query = query.where(*_within(where, happenings.c.first, happenings.c.last))
    query = query.where(*_there(db, happenings.c.named, where))
    if where.kind:
        query = query.where(happenings.c.type == where.kind)
    if where.outlet or where.source:
        inner = select(happening_claims.c.happening_id).join(claims, claims.c.id == happening_claims.c.claim_id)
        inner = inner.join(reports, reports.c.id == claims.c.report_id)
        if where.outlet:
            inner = inner.where(reports.c.outlet.in_(_spelled(db, reports.c.outlet, where.outlet)))
        if where.source:
            credited = claims.c.source.in_(_spelled(db, claims.c.source, where.source))
            inner = inner.where(or_(credited, claims.c.id.in_(changed)) if changed else credited)
        query = query.where(happenings.c.id.in_(inner))
    source = (where.source or "").lower()
    for stored in db.execute(query.execution_options(yield_per=_AT_ONCE)).scalars():
        happening = codec.happening_from_json(stored)
        if (
            where.overlaps(happening.first, happening.last)
            and where.at(happening.place, happening.location)
            and (not source or any(o.lower() == source for o in happening.origins))
        ):
            yield happening


def events_of_claims(db: Connection) -> dict[str, str]:
    """Claim id to the id of the happening that it was put to."""
    query = select(happening_claims.c.claim_id, happening_claims.c.happening_id)
    return {row.claim_id: row.happening_id for row in db.execute(query)}


def claims_by_id(db: Connection, ids: Iterable[str]) -> dict[str, Claim]:
    """The claims with these ids, as analysts corrected them, those judged wrong too; unknown ids are left out."""
    wanted = sorted(set(ids))
    out: dict[str, Claim] = {}
    fixed = corrections(standing(db))
    for i in range(0, len(wanted), 500):
        query = select(claims.c.id, claims.c.body).where(claims.c.id.in_(wanted[i : i + 500]))
        out.update((row.id, fixed.apply(from_json(row.body, row.id))) for row in db.execute(query))
    return out


def counts_by_report(db: Connection) -> dict[str, int]:
    """Report id to its number of claims."""
    query = select(claims.c.report_id, func.count().label("n")).group_by(claims.c.report_id)
    return defaultdict(int, {row.report_id: row.n for row in db.execute(query)})


def get_state(db: Connection, key: str) -> str | None:
    """A fact on the ledger itself."""
    return db.scalar(select(state.c.value).where(state.c.key == key))


def set_state(db: Connection, key: str, value: str) -> None:
    """Set a fact on the ledger itself."""
    if db.execute(update(state).where(state.c.key == key).values(value=value)).rowcount == 0:
        db.execute(insert(state).values(key=key, value=value))


def _claim_row(claim: Claim) -> dict[str, Any]:
    location, body = claim.location, claim.to_json()
    return {
        "id": claim.id, "report_id": claim.report_id, "kind": claim.kind, "source": claim.source,
        "place": claim.place, "place_id": location.id if location else None,
        "lat": location.lat if location else None, "lon": location.lon if location else None,
        "first": claim.first, "last": claim.last, "start": claim.start, "body": body,
        **claim_columns(body),
    }  # fmt: skip
