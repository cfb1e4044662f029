"""Records to flat rows, as the commands print them and the products use them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from vedette.ledger.records import ReportRecord
from vedette.model.claim import GOLD_FIELDS, Claim, Control, Event, Statement, Toll
from vedette.model.correction import ADDED, WITHDRAWN
from vedette.model.happening import Happening, Settlement

UNATTRIBUTED = "(unattributed)"
FIGURE_FIELDS = ("low", "high", "best", "open", "rule", "reason")


def report_row(record: ReportRecord, claims: int) -> dict[str, Any]:
    """A report without its text; `report` is the id that it came with, `id` Vedette's."""
    r = record.report
    return {
        "report": r.ref,
        "id": r.id,
        "outlet": r.outlet,
        "published": r.published.isoformat() if r.published else None,
        "published_basis": r.published_basis.value if r.published_basis else None,
        "published_quote": r.published_quote,
        "title": r.title,
        "url": r.url,
        "wire": r.wire,
        "language": r.language,
        "claims": claims,
        "copy_of": record.copy_of,
        "origin": record.origin,
    }


def claim_row(claim: Claim, event: str | None = None) -> dict[str, Any]:
    """A claim in the claim format, `id` first and `event` last of its fields, then Vedette's own fields.

    `withdrawn` says who judged it wrong, `added` who added it by hand; null for a claim that stands, or was read.
    """
    body = claim.to_json()
    row = {"id": claim.id, **{k: body.pop(k) for k in GOLD_FIELDS[claim.kind]}, "event": event}
    return row | {"withdrawn": claim.reasons.get(WITHDRAWN), "added": claim.reasons.get(ADDED)} | body


def claim_summary(claim: Claim) -> str:
    """What a claim says, in a few words: "killed 9 (civilian) by rebels"."""
    match claim:
        case Toll():
            number = claim.words or figure_words(claim.low, claim.high, claim.approx)
            number = "" if number.lower() == claim.effect else number  # "casualties casualties"
            who = claim.group or {"unknown": ""}.get(claim.who, claim.who)
            by = f" by {claim.by}" if claim.by else ""
            return " ".join(f"{claim.effect} {number}{f' ({who})' if who else ''}{by}".split())
        case Event():
            arrow = " on ".join(x for x in (claim.actor, claim.target) if x)
            status = "" if claim.status == "happened" else f" ({claim.status})"
            return f"{claim.type}{status}{f': {arrow}' if arrow else ''}"
        case Control():
            part = f" ({claim.part})" if claim.part else ""
            return f"{claim.holder or 'unknown'} {claim.change}{part}"
        case Statement():
            return f"{claim.speaker}: {claim.act} {claim.about}"
    return claim.kind


def figure_words(low: int | None, high: int | None, approx: bool = False) -> str:
    """A range in words: "9", "at least 9", "up to 50", "10 to 15", "about 50", "no number"."""
    if low is None and high is None:
        return "no number"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    words = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"about {words}" if approx else words


def settled_words(figure: Settlement) -> str:
    """A settled figure in words: "9", "9 to 12", "at least 9", "9 to 12 or more", "no number"."""
    if figure.open and figure.low not in (None, figure.high):
        return f"{figure.low:,} to {figure.high:,} or more"
    return figure_words(figure.low, None if figure.open else figure.high)


def event_row(happening: Happening, claims: Mapping[str, Claim]) -> dict[str, Any]:
    """A happening as one row: its settled range of killed and the claims, reports and origins behind it."""
    killed = happening.killed
    location = happening.location
    return {
        "id": happening.id,
        "type": happening.type,
        "place": happening.place,
        "from": happening.first.isoformat() if happening.first else None,
        "to": happening.last.isoformat() if happening.last else None,
        "actor": happening.actor,
        "target": happening.target,
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "killed_best": killed.best if killed else None,
        "killed_open": killed.open if killed else None,
        "rule": killed.rule if killed else None,
        "grade": happening.grade.name if happening.grade else None,
        "grade_rule": happening.grade.rule if happening.grade else None,
        "grade_reason": happening.grade.reason if happening.grade else None,
        "claims": list(happening.claims),
        "origins": list(happening.origins),
        "reports": sorted({claims[c].report for c in happening.claims if c in claims}),
        "running": happening.running,
        "contradictions": [c.why for c in happening.contradictions],
        "differences": list(happening.differences),
        "figures": {e: {k: getattr(s, k) for k in FIGURE_FIELDS} for e, s in happening.figures.items()},
        "place_id": location.id if location else None,
        "lat": location.lat if location else None,
        "lon": location.lon if location else None,
    }


def source_rows(claims: Iterable[Claim], outlets: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """One row an origin: how many claims of which kinds go back to it, and which outlets carry them."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    carried: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[Any]] = defaultdict(list)
    for claim in claims:
        source = claim.source or UNATTRIBUTED
        kinds[source][claim.kind] += 1
        carried[source].add(outlets.get(claim.report_id) or "(unknown outlet)")
        days[source] += [day for day in (claim.first, claim.last) if day]
    return [
        {
            "source": source,
            "claims": count.total(),
            **{f"{kind}s": count[kind] for kind in GOLD_FIELDS},
            "outlets": sorted(carried[source]),
            "first": min(days[source]).isoformat() if days[source] else None,
            "last": max(days[source]).isoformat() if days[source] else None,
        }
        for source, count in sorted(kinds.items(), key=lambda item: (-item[1].total(), item[0]))
    ]
