"""Origins: what goes back to each, who carries it, for whom it speaks, and how it stands beside the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from sqlalchemy import Connection

from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.rows import UNATTRIBUTED, source_rows
from vedette.ledger.ruling import provenance_by_report
from vedette.linking.told import Told, told
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.settlement.agreement import AGREE, CONTRADICT, Comparison, comparisons
from vedette.settlement.mouths import mouth
from vedette.settlement.origins import origin
from vedette.settlement.parties import parties


def list_sources(db: Connection, where: Filter, knowledge: Knowledge | None = None) -> list[dict[str, Any]]:
    """One row an origin, most claims first: its claims and outlets as in `source_rows`, and beside these

    - `party`: the party of the war that it speaks for, null where it is of none; `outlet_sides`: those of its outlets;
    - `happenings`: those that it tells of; `shared`: those of them that another origin tells of too;
    - `compared`: figures that stand beside an independent origin's for the same people; of these `agreed`,
      `contradicted`, and `higher` or `lower` than the other's; `ratio`: the median of its number by the other's;
    - `denied`: what it denies of others, or others of it.
    """
    knowledge = knowledge or default_knowledge()
    book, known = parties(knowledge), Outlets.of(knowledge)
    claims = _as_counted(db, records.list_claims(db, where))
    outlets = {r.report.id: r.report.outlet for r in records.list_reports(db)}
    happenings = records.list_happenings(db, Filter(first=where.first, last=where.last, place=where.place))
    tellings, shared = _tellings(happenings)
    found = _beside(_comparisons(db, happenings))
    denied = _denied(db, happenings)
    out = []
    for row in source_rows(claims, outlets):
        name = row["source"]
        sides = sorted({o.side for carrier in row["outlets"] if (o := known.find(carrier)) and o.side})
        party = book.proper(book.behind(name)) if name != UNATTRIBUTED else None
        beside = found.get(
            name, {"compared": 0, "agreed": 0, "contradicted": 0, "higher": 0, "lower": 0, "ratio": None}
        )
        out.append(
            row
            | {"party": party, "outlet_sides": sides, "happenings": tellings[name], "shared": shared[name]}
            | beside
            | {"denied": denied[name]}
        )
    return out


def _as_counted(db: Connection, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the source that each counts by: the body it names, or the outlet with people there."""
    own = [c for c in claims if c.source is None]
    provenance = provenance_by_report(db, {c.report_id for c in own})
    found = {c.id: origin(Told(c.id, c, provenance[c.report_id]), provenance) for c in own}
    out = []
    for claim in claims:
        there = found.get(claim.id)
        name = mouth(claim.source) if claim.source else there.name if there and there.credited else None
        out.append(replace(claim, source=name) if name != claim.source else claim)
    return out


def _tellings(happenings: Iterable[Happening]) -> tuple[Counter[str], Counter[str]]:
    tellings: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for happening in happenings:
        tellings.update(happening.origins)
        if len(happening.origins) > 1:
            shared.update(happening.origins)
    return tellings, shared


def _comparisons(db: Connection, happenings: Sequence[Happening]) -> list[Comparison]:
    several = [h for h in happenings if len(h.origins) > 1]
    held = records.claims_by_id(db, (c for h in several for c in h.claims))
    provenance = provenance_by_report(db, {c.report_id for c in held.values()})
    members = {t.id: t for t in told(held.values(), provenance)}
    return [x for h in several for x in comparisons([members[c] for c in h.claims], provenance)]


def _beside(found: Iterable[Comparison]) -> dict[str, dict[str, Any]]:
    """For each origin how its figures stand beside those of others."""
    seen: dict[str, list[tuple[str, float | None]]] = defaultdict(list)
    for x in found:
        seen[x.one].append((x.outcome, x.ratio))
        seen[x.other].append((x.outcome, 1 / x.ratio if x.ratio else None))
    out = {}
    for name, pairs in seen.items():
        ratios = [ratio for _, ratio in pairs if ratio is not None]
        out[name] = {
            "compared": len(pairs),
            "agreed": sum(outcome == AGREE for outcome, _ in pairs),
            "contradicted": sum(outcome == CONTRADICT for outcome, _ in pairs),
            "higher": sum(ratio > 1 for ratio in ratios),
            "lower": sum(ratio < 1 for ratio in ratios),
            "ratio": round(median(ratios), 2) if ratios else None,
        }
    return out


def _denied(db: Connection, happenings: Iterable[Happening]) -> Counter[str]:
    disputes = [x for h in happenings for x in h.contradictions if x.effect is None]
    held: Mapping[str, Claim] = records.claims_by_id(db, (c for x in disputes for c in x.claims))
    out: Counter[str] = Counter()
    for one in disputes:
        out.update({mouth(source) for c in one.claims if c in held and (source := held[c].source)})
    return out
