"""The Happening page: everything of one happening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from vedette.errors import NotFoundError
from vedette.ledger import codec, records
from vedette.ledger.fetch import reports_by_id
from vedette.ledger.history.changes import tombstone
from vedette.ledger.history.words import why_words
from vedette.ledger.judgements import standing
from vedette.ledger.records import ReportRecord
from vedette.ledger.rows import settled_words
from vedette.ledger.ruling import ledger_rule, provenance_by_report
from vedette.ledger.schema import happenings
from vedette.linking.told import Told, told
from vedette.model.claim import Claim
from vedette.model.correction import WITHDRAWN, signature
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement
from vedette.products.situation.evidence import evidence
from vedette.products.situation.model import EventView, Evidence
from vedette.settlement.origins import origin
from vedette.settlement.rules import Rule
from vedette.settlement.settle import Settler
from vedette.workbench.queries.drawn import Listed, drawn, listed
from vedette.workbench.queries.steps import Step, steps_of

OWN_VOICE = "Outlets in their own voice"
RULES = ("range", "standing", "majority", "latest")
_NEAR_DAYS = 3
_NEAR_MOST = 12
_DEGREE = 0.35  # about 40 km: so near another happening may be the same one


@dataclass(frozen=True)
class Card:
    """A claim as the pages show it. `slots` are its fields with their values and the reason of each, if any."""

    id: str
    kind: str
    evidence: Evidence
    report_id: str
    slots: tuple[tuple[str, str | None, str | None], ...]
    confidence: float
    withdrawn: str | None
    why_here: str | None


@dataclass(frozen=True)
class Column:
    """The claims of one origin."""

    origin: str
    credited: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Settled:
    """A figure: how it was settled, on which claims it rests, and what other rules would make of it.

    `others` are (rule, words, best) for each rule that gives something else.
    """

    effect: str
    words: str
    best: int | None
    rule: str
    reason: str
    parts: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    dissent: tuple[str, ...]
    others: tuple[tuple[str, str, int | None], ...]


@dataclass(frozen=True)
class Page:
    """Everything of one happening. `near` are others that may be the same."""

    event: Listed
    place_words: str | None
    grade_reason: str | None
    settled: tuple[Settled, ...]
    columns: tuple[Column, ...]
    contradictions: tuple[Any, ...]
    differences: tuple[str, ...]
    judgements: tuple[tuple[Judgement, str], ...]
    steps: tuple[Step, ...]
    near: tuple[Listed, ...]


def happening_page(db: Connection, id_: str) -> tuple[Page, EventView]:
    """The happening of that id. Raises NotFoundError, which names what took the place of one that is no more."""
    body = db.scalar(select(happenings.c.body).where(happenings.c.id == id_))
    if body is None:
        raise _gone(db, id_)
    row, drawing = drawn(body)
    happening = codec.happening_from_json(body)
    claims = records.claims_by_id(db, happening.claims)
    known = reports_by_id(db, (c.report_id for c in claims.values()))
    provenance = provenance_by_report(db, {c.report_id for c in claims.values()})
    members = sorted(told(claims.values(), provenance), key=lambda t: t.id)
    given = standing(db)
    held = {happening.id, *happening.claims}
    about = [j for j in given if held & set(j.subjects) or any(a.event == happening.id for a in j.anchors)]
    return Page(
        event=row,
        place_words=_place_words(happening),
        grade_reason=f"{happening.grade.rule}: {happening.grade.reason}" if happening.grade else None,
        settled=_settled(db, happening, members, provenance, given),
        columns=columns(happening, claims, known, members, provenance),
        contradictions=happening.contradictions,
        differences=happening.differences,
        judgements=tuple((j, signature(j)) for j in about),
        steps=tuple(steps_of(db, id_)),
        near=tuple(near(db, body)),
    ), drawing


def _gone(db: Connection, id_: str) -> NotFoundError:
    found = tombstone(db, id_)
    if found is None:
        return NotFoundError(f"nothing in the ledger is called {id_!r}")
    into = ", ".join(found.into) or "nothing"
    return NotFoundError(
        f"{id_} is no more since {found.at:%Y-%m-%d %H:%M} ({why_words(found.why)}). In its place: {into}"
    )


def _place_words(happening: Happening) -> str | None:
    place = happening.location
    if place is None:
        return None
    within = ", ".join(x for x in (place.adm2, place.adm1, place.country) if x and x != place.name)
    near_ = "near it; " if place.near else ""
    return f"{place.name} ({near_}{place.kind.value}{', ' if within else ''}{within}; {place.id})"


def _settled(
    db: Connection,
    happening: Happening,
    members: Sequence[Told],
    provenance: Mapping[str, Any],
    given: Sequence[Judgement],
) -> tuple[Settled, ...]:
    own = ledger_rule(db)
    by_rule = {
        name: Settler(Rule(name), given).settle(happening, members, provenance).figures
        for name in RULES
        if name != own.name
    }
    out = []
    for effect, figure in happening.figures.items():
        words = settled_words(figure)
        others = []
        for name, figures in by_rule.items():
            other = figures.get(effect)
            if other and other.rule == name and (settled_words(other), other.best) != (words, figure.best):
                others.append((name, settled_words(other), other.best))
        parts = [
            (who, f"{low} to {high}" if low != high else str(low))
            for who, low, high in (
                ("civilians", figure.civilians_low, figure.civilians_high),
                ("combatants", figure.combatants_low, figure.combatants_high),
            )
            if low is not None
        ]
        out.append(
            Settled(
                effect=effect,
                words=words,
                best=figure.best,
                rule=figure.rule,
                reason=figure.reason,
                parts=tuple(parts),
                claims=figure.claims,
                dissent=figure.dissent,
                others=tuple(others),
            )
        )
    return tuple(out)


def columns(
    happening: Happening,
    claims: Mapping[str, Claim],
    known: Mapping[str, ReportRecord],
    members: Sequence[Told],
    provenance: Mapping[str, Any],
) -> tuple[Column, ...]:
    """The claims by who they go back to; what outlets say in their own voice stands last."""
    contested = frozenset(c for x in happening.contradictions for c in x.claims)
    groups: dict[tuple[bool, str], list[Claim]] = {}
    for member in members:
        back_to = origin(member, provenance)
        key = (not back_to.credited, back_to.name if back_to.credited else OWN_VOICE)
        groups.setdefault(key, []).append(claims[member.id])
    out = []
    for (own, name), found in sorted(groups.items(), key=lambda g: (g[0][0], -len(g[1]), g[0][1])):
        found.sort(key=lambda c: (c.kind != "toll", c.report, c.start, c.id))
        cards = [card(c, known, contested, happening.reasons.get(c.id)) for c in found]
        out.append(Column(name, not own, tuple(cards)))
    return tuple(out)


def card(
    claim: Claim, known: Mapping[str, ReportRecord], contested: frozenset[str] = frozenset(), why: str | None = None
) -> Card:
    """One claim with its sentence and slots."""
    row = claim.to_json()
    hidden = {"kind", "report", "report_id", "quote", "start", "end", "location", "reasons", "confidence", "chain"}
    slots = tuple(
        (name, words(value), claim.reasons.get({"first": "from", "last": "to"}.get(name, name)))
        for name, value in row.items()
        if name not in hidden
    )
    return Card(
        id=claim.id,
        kind=claim.kind,
        evidence=evidence(claim, known, contested),
        report_id=claim.report_id,
        slots=slots,
        confidence=claim.confidence,
        withdrawn=claim.reasons.get(WITHDRAWN),
        why_here=why,
    )


def words(value: Any) -> str | None:
    """A slot's value for people; None where it is empty."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) else str(value)


def near(db: Connection, body: Mapping[str, Any]) -> list[Listed]:
    """Other happenings of about the same days and place, which may be the same one; the nearest days first."""
    if not body.get("first") or body.get("running"):
        return []
    first, last = date.fromisoformat(body["first"]), date.fromisoformat(body.get("last") or body["first"])
    around = timedelta(days=_NEAR_DAYS)
    query = select(happenings.c.id, happenings.c.first, happenings.c.body).where(
        happenings.c.first.between(first - around, last + around), happenings.c.id != body["id"]
    )
    place = body.get("location") or {}
    if place.get("lat") is not None and place.get("kind") != "country":
        query = query.where(
            func.abs(happenings.c.lat - place["lat"]) < _DEGREE, func.abs(happenings.c.lon - place["lon"]) < _DEGREE
        )
    else:
        query = query.where(happenings.c.place == body.get("place"))
    found = [row for row in db.execute(query.limit(200)) if not row.body.get("running")]
    found.sort(key=lambda r: (r.body["type"] != body["type"], abs((r.first - first).days), r.id))
    return [listed(row.body) for row in found[:_NEAR_MOST]]


def sentences(db: Connection, id_: str, effect: str | None) -> tuple[Listed, tuple[Card, ...]]:
    """The claims that a happening's figure rests on, or all that tell of it; those that a figure rests on first."""
    body = db.scalar(select(happenings.c.body).where(happenings.c.id == id_))
    if body is None:
        raise _gone(db, id_)
    figure = (body.get("figures") or {}).get(effect or "")
    ids = figure["claims"] if figure else body["claims"]
    claims = records.claims_by_id(db, ids)
    known = reports_by_id(db, (c.report_id for c in claims.values()))
    contested = frozenset(c for x in body.get("contradictions") or () for c in x["claims"])
    order = sorted(claims.values(), key=lambda c: (c.kind != "toll", c.source or "~", c.report, c.start, c.id))
    return listed(body), tuple(card(c, known, contested) for c in order)
