"""All about one thing in the ledger: a report, a claim, an event, a source."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from vedette.errors import NotFoundError
from vedette.intake.presence import provenance_of
from vedette.ledger import codec, records
from vedette.ledger.fetch import claims_of_report, dispute_by_id, happenings_by_id, homes_of, reports_by_id
from vedette.ledger.filters import Filter
from vedette.ledger.history.changes import tombstone
from vedette.ledger.history.words import change_row, what_words, why_words
from vedette.ledger.judgements import standing
from vedette.ledger.records import ReportRecord
from vedette.ledger.rows import claim_row, claim_summary, event_row, figure_words, report_row, settled_words
from vedette.ledger.ruling import settled_by
from vedette.ledger.schema import reports
from vedette.linking.told import Told
from vedette.model.claim import Claim
from vedette.model.correction import ADDED, WITHDRAWN, signature
from vedette.model.happening import Contradiction, Happening
from vedette.settlement.origins import origin
from vedette.settlement.rules import Rule


@dataclass(frozen=True)
class Found:
    """One thing as a JSON-ready row and as words for people."""

    row: dict[str, Any]
    words: str


def look_up(db: Connection, id_: str, rule: Rule | None = None) -> Found:
    """The thing that bears this id, or bore it, or the origin of this name. Raises NotFoundError.

    `rule` settles the figures of an event, in the place of the ledger's own.
    """
    claims = records.claims_by_id(db, [id_])
    if id_ in claims:
        return _claim(db, claims[id_])
    for event in happenings_by_id(db, [id_]):
        return _event(db, settled_by(db, [event], rule)[0] if rule else event)
    if id_.startswith("x-") and (dispute := dispute_by_id(db, id_)):
        return _dispute(db, *dispute)
    found = db.execute(
        select(reports.c.body, reports.c.origin, reports.c.copy_of, reports.c.extraction)
        .where(or_(reports.c.id == id_, reports.c.ref == id_))
        .order_by(reports.c.id)
    ).all()
    if found:
        return _reports(db, [ReportRecord(codec.report_from_json(b), o, c, e) for b, o, c, e in found])
    credited = records.list_claims(db, Filter(source=id_))
    if credited:
        return _source(db, id_, credited)
    gone = tombstone(db, id_)
    if gone is not None:
        when = f"withdrawn {gone.at:%Y-%m-%d %H:%M}: {why_words(gone.why)}"
        return Found(change_row(gone), f"{id_}  {what_words(gone)}\n{when}")
    raise NotFoundError(
        f"nothing in the ledger is called {id_!r}; see: vedette events, vedette claims, vedette reports"
    )


def _chain(claim: Claim, record: ReportRecord | None) -> str:
    """The way from the outlet to the origin: "Daily Star < AFP < Syrian Observatory for Human Rights"."""
    outlet = (record.report.outlet if record else None) or "unknown outlet"
    wire = [record.report.wire] if record and record.report.wire and record.report.wire != outlet else []
    steps = [outlet, *wire, *(c for c in claim.chain if c not in wire and c != outlet)]
    if claim.source and steps[-1] != claim.source:
        steps.append(claim.source)
    return " < ".join(steps) + ("" if claim.source else f" ({_own_voice(claim, record)})")


def _own_voice(claim: Claim, record: ReportRecord | None) -> str:
    """What an outlet's own word is worth: nothing, unless it has people there or documents by itself."""
    if record is not None:
        given = provenance_of(record.report, record.copy_of)
        if origin(Told(claim.id, claim, given), {}).credited:
            return "its own count" if given.documents else "its own people there"
    return "in its own voice"


def _claim_lines(claim: Claim, record: ReportRecord | None, contest: set[str]) -> list[str]:
    day = " to ".join(str(d) for d in dict.fromkeys((claim.first, claim.last)) if d) or "no day"
    mark = "  [contradicted]" if claim.id in contest else ""
    if WITHDRAWN in claim.reasons:
        mark = f"  [withdrawn: {claim.reasons[WITHDRAWN]}]"
    if ADDED in claim.reasons:
        mark += f"  [added by hand: {claim.reasons[ADDED]}]"
    return [
        f"  {claim.id}  {claim_summary(claim)}; {claim.place or 'no place'}; {day}{mark}",
        f'    "{claim.quote}"',
        f"    {_chain(claim, record)} | report {claim.report}",
    ]


def _event(db: Connection, happening: Happening) -> Found:
    claims = records.claims_by_id(db, happening.claims)
    outlets = reports_by_id(db, (c.report_id for c in claims.values()))
    row = event_row(happening, claims)
    contest = {c for x in happening.contradictions for c in x.claims}
    days = " to ".join(dict.fromkeys(d for d in (row["from"], row["to"]) if d)) or "no day told"
    lines = [f"{happening.id}  {happening.type}, {happening.place or 'no place told'}, {days}"]
    if happening.location:
        place = happening.location
        lines.append(f"place: {place.name} ({place.kind.value}, {place.country or 'country unknown'}; {place.id})")
    if happening.actor or happening.target:
        lines.append(f"actor: {happening.actor or 'not told'}; target: {happening.target or 'not told'}")
    for effect, figure in happening.figures.items():
        best = "" if figure.best is None else f", best {figure.best:,}"
        lines += [f"{effect}: {settled_words(figure)}{best} (rule {figure.rule})", f"  {figure.reason}"]
        lines += [
            f"  {who}: {figure_words(low, high)}"
            for who, low, high in (
                ("civilians", figure.civilians_low, figure.civilians_high),
                ("combatants", figure.combatants_low, figure.combatants_high),
            )
            if (low, high) != (None, None)
        ]
    if happening.grade:
        lines.append(f"grade: {happening.grade.name} ({happening.grade.rule}): {happening.grade.reason}")
    lines.append(f"independent origins: {', '.join(happening.origins) or 'none credited'}")
    for contradiction in happening.contradictions:
        lines += _dispute_lines(contradiction)
    lines += [f"difference: {difference}" for difference in happening.differences]
    held = set(happening.claims)
    judged = [j for j in standing(db) if held & set(j.subjects) or any(a.event == happening.id for a in j.anchors)]
    lines += [f"{j.verdict.value}: {signature(j)}" for j in judged]
    lines.append(f"{len(happening.claims)} claims:")
    ordered = sorted(claims.values(), key=lambda c: (c.source or "", c.report, c.start, c.id))
    for claim in ordered:
        lines += _claim_lines(claim, outlets.get(claim.report_id), contest)
    row["judgements"] = [j.id for j in judged]
    row["claims"] = [claim_row(c, happening.id) | {"outlet": outlets[c.report_id].report.outlet} for c in ordered]
    return Found(row, "\n".join(lines))


def _dispute_lines(one: Contradiction) -> list[str]:
    how = f"settled {one.settled}" if one.settled else "open"
    return [f"contradiction {one.id} ({how}): {one.why}", *(f"  {check}" for check in one.checks)]


def _dispute(db: Connection, happening: Happening, one: Contradiction) -> Found:
    claims = records.claims_by_id(db, one.claims)
    outlets = reports_by_id(db, (c.report_id for c in claims.values()))
    lines = [*_dispute_lines(one), f"event: {happening.id}"]
    for claim in claims.values():
        lines += _claim_lines(claim, outlets.get(claim.report_id), set())
    row = asdict(one) | {"event": happening.id, "claims": [claim_row(c, happening.id) for c in claims.values()]}
    return Found(row, "\n".join(lines))


def _claim(db: Connection, claim: Claim) -> Found:
    event = homes_of(db, [claim.id]).get(claim.id)
    lines = _claim_lines(claim, reports_by_id(db, [claim.report_id]).get(claim.report_id), set())
    lines.append(f"event: {event or 'none'}; confidence {claim.confidence:.2f}")
    lines += [f"  {slot}: {reason}" for slot, reason in sorted(claim.reasons.items())]
    return Found(claim_row(claim, event), "\n".join(line.removeprefix("  ") for line in lines))


def _reports(db: Connection, found: list[ReportRecord]) -> Found:
    rows, lines = [], []
    for record in found:
        claims = claims_of_report(db, record.report.id)
        events = homes_of(db, (c.id for c in claims))
        row = report_row(record, len(claims))
        lines += [f"{key}: {value}" for key, value in row.items() if value is not None]
        for claim in claims:
            lines += _claim_lines(claim, record, set())
        row["text"] = record.report.full
        row["claim_rows"] = [claim_row(c, events.get(c.id)) for c in claims]
        rows.append(row)
    return Found(rows[0] if len(rows) == 1 else {"reports": rows}, "\n".join(lines))


def _source(db: Connection, name: str, claims: list[Claim]) -> Found:
    outlets = reports_by_id(db, (c.report_id for c in claims))
    events = homes_of(db, (c.id for c in claims))
    lines = [f"{claims[0].source}: {len(claims)} claims"]
    for claim in claims:
        lines += _claim_lines(claim, outlets.get(claim.report_id), set())
    return Found({"source": name, "claims": [claim_row(c, events.get(c.id)) for c in claims]}, "\n".join(lines))
