"""The Sources page: the origins that claims go back to; and one of them, beside the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from vedette.errors import NotFoundError
from vedette.knowledge.pack import default_knowledge
from vedette.ledger import codec, records
from vedette.ledger.fetch import reports_by_id
from vedette.ledger.rows import UNATTRIBUTED
from vedette.ledger.ruling import provenance_by_report
from vedette.ledger.schema import claims, happening_claims, happenings
from vedette.linking.told import told
from vedette.model.claim import CONTROL, EVENT, STATEMENT, TOLL
from vedette.settlement.agreement import Comparison, comparisons
from vedette.settlement.parties import parties
from vedette.workbench.queries.drawn import Listed, listed
from vedette.workbench.queries.happening import Card, card

_SHARED = 15
_CLAIMS = 40
_OUTLETS = 12
_WINDOWS = (100, 1000, 10_000)


@dataclass(frozen=True)
class Source:
    """An origin: its claims by kind and the days that they are about."""

    source: str
    party: str | None
    claims: int
    tolls: int
    events: int
    controls: int
    statements: int
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Beside:
    """A figure of this origin beside another's, for the same people."""

    event: Listed
    other: str
    outcome: str
    ratio: float | None


@dataclass(frozen=True)
class SourcePage:
    """One origin: who carries it, how its last shared figures stand beside others', its last claims."""

    row: Source
    outlets: tuple[tuple[str, int], ...]
    beside: tuple[Beside, ...]
    compared: int
    cards: tuple[Card, ...]


def list_sources(db: Connection, text: str | None = None) -> list[Source]:
    """Every origin, or those with `text` in the name; most claims first."""
    query = select(
        claims.c.source, claims.c.kind, func.count().label("n"), func.min(claims.c.first), func.max(claims.c.first)
    ).group_by(claims.c.source, claims.c.kind)
    found: dict[str | None, dict[str, tuple[int, date | None, date | None]]] = defaultdict(dict)
    for source, kind, n, first, last in db.execute(query):
        found[source][kind] = (n, first, last)
    wanted = (text or "").lower()
    rows = [_source(source, kinds) for source, kinds in found.items() if wanted in (source or UNATTRIBUTED).lower()]
    return sorted(rows, key=lambda r: (-r.claims, r.source))


def one_source(db: Connection, name: str) -> Source:
    """An origin by its name. Raises NotFoundError."""
    kinds = db.execute(
        select(claims.c.kind, func.count(), func.min(claims.c.first), func.max(claims.c.first))
        .where(_of(name))
        .group_by(claims.c.kind)
    ).all()
    if not kinds:
        raise NotFoundError(f"no claim is credited to {name!r}")
    return _source(None if name == UNATTRIBUTED else name, {kind: (n, first, last) for kind, n, first, last in kinds})


def _of(name: str) -> ColumnElement[bool]:
    return claims.c.source.is_(None) if name == UNATTRIBUTED else claims.c.source == name


def _source(source: str | None, kinds: Mapping[str, tuple[int, date | None, date | None]]) -> Source:
    days = [d for _, first, last in kinds.values() for d in (first, last) if d]
    count = {kind: kinds.get(kind, (0, None, None))[0] for kind in (TOLL, EVENT, CONTROL, STATEMENT)}
    book = parties(default_knowledge())
    return Source(
        source=source or UNATTRIBUTED,
        party=book.proper(book.behind(source)) if source else None,
        claims=sum(count.values()),
        tolls=count[TOLL],
        events=count[EVENT],
        controls=count[CONTROL],
        statements=count[STATEMENT],
        first=min(days) if days else None,
        last=max(days) if days else None,
    )


def source_page(db: Connection, row: Source) -> SourcePage:
    """One origin beside the others."""
    name = row.source
    latest = _latest(db, name)
    held = records.claims_by_id(db, latest)
    known = reports_by_id(db, (c.report_id for c in held.values()))
    outlets: dict[str, int] = defaultdict(int)
    for claim in held.values():
        outlets[known[claim.report_id].report.outlet or "unknown outlet"] += 1
    beside, compared = _beside(db, name)
    return SourcePage(
        row=row,
        outlets=tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))[:_OUTLETS]),
        beside=tuple(beside),
        compared=compared,
        cards=tuple(card(held[c], known) for c in latest if c in held),
    )


def _latest(db: Connection, name: str) -> list[str]:
    """The ids of its last claims; those without a day come after all others."""
    own = select(claims.c.id).where(_of(name))
    dated = own.where(claims.c.first.is_not(None)).order_by(claims.c.first.desc(), claims.c.id)
    found = list(db.scalars(dated.limit(_CLAIMS)))
    if len(found) < _CLAIMS:
        undated = own.where(claims.c.first.is_(None)).order_by(claims.c.id)
        found += db.scalars(undated.limit(_CLAIMS - len(found)))
    return found


def _shared(db: Connection, name: str) -> list[str]:
    """The last happenings in which it tells of people along with others.

    They are looked for among its last claims first, and among ever more of them while they are too few: an origin may
    have told of a hundred thousand.
    """
    tolls = (
        select(claims.c.id)
        .where(claims.c.source == name, claims.c.kind == TOLL, claims.c.first.is_not(None))
        .order_by(claims.c.first.desc(), claims.c.id)
    )
    for most in _WINDOWS:
        latest = tolls.limit(most).subquery()
        query = (
            select(happenings.c.id, happenings.c.first)
            .distinct()
            .join_from(latest, happening_claims, happening_claims.c.claim_id == latest.c.id)
            .join(happenings, happenings.c.id == happening_claims.c.happening_id)
            .where(happenings.c.origins > 1, happenings.c.first.is_not(None))
            .order_by(happenings.c.first.desc(), happenings.c.id)
            .limit(_SHARED)
        )
        found = [row.id for row in db.execute(query)]
        if len(found) == _SHARED or (db.scalar(select(func.count()).select_from(latest)) or 0) < most:
            break
    return found


def _beside(db: Connection, name: str) -> tuple[list[Beside], int]:
    """How its figures stand beside those of others, in the last happenings that it shares with any."""
    ids = _shared(db, name)
    rows = db.execute(select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_(ids)))
    bodies = {row.id: row.body for row in rows}
    shared = {id_: bodies[id_] for id_ in ids}
    chosen = [codec.happening_from_json(body) for body in shared.values()]
    held = records.claims_by_id(db, (c for h in chosen for c in h.claims))
    provenance = provenance_by_report(db, {c.report_id for c in held.values()})
    members = {t.id: t for t in told(held.values(), provenance)}
    out: list[Beside] = []
    for happening in chosen:
        found = comparisons([members[c] for c in happening.claims], provenance)
        out += [_one(listed(shared[happening.id]), name, x) for x in found if name in (x.one, x.other)]
    return out, len(chosen)


def _one(event: Listed, name: str, x: Comparison) -> Beside:
    if x.one == name:
        return Beside(event, x.other, x.outcome, round(x.ratio, 2) if x.ratio else None)
    return Beside(event, x.one, x.outcome, round(1 / x.ratio, 2) if x.ratio else None)
