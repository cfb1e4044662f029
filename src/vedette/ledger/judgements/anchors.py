"""Claims that judgements are about, by more than their ids: a report read anew may give its claims other ids.

A claim's id is made from its slots, so a better reading of a sentence is another claim. A judgement then holds for the
claim of the same report and kind whose span overlaps that of the one judged, best for one of the same effect or type.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from vedette.errors import NotFoundError
from vedette.ledger import codec
from vedette.ledger.schema import claims, happenings
from vedette.linking.judged import happening_id
from vedette.model.claim import Claim, from_json
from vedette.model.correction import ADDED
from vedette.model.happening import Happening
from vedette.model.judgement import Anchor

_HALF = 0.5  # of two spans' common length: so much must overlap where effect or type differ


def what_of(claim: Claim) -> str:
    """The word that tells a claim from others of its kind: a toll's effect, an event's type, a change, an act."""
    return next(str(getattr(claim, k)) for k in ("effect", "type", "change", "act") if hasattr(claim, k))


def anchor(claim: Claim, event: str | None = None) -> Anchor:
    """The anchor of a claim; `event` is the happening that it stands for, if it was named."""
    return Anchor(
        claim=claim.id,
        report=claim.report_id,
        kind=claim.kind,
        start=claim.start,
        end=claim.end,
        what=what_of(claim),
        quote=claim.quote,
        event=event,
        added=ADDED in claim.reasons,
    )


def claim_or_event(db: Connection, id_: str) -> Claim | Happening:
    """What bears the id. Raises NotFoundError."""
    body = db.scalar(select(claims.c.body).where(claims.c.id == id_))
    if body is not None:
        return from_json(body)
    body = db.scalar(select(happenings.c.body).where(happenings.c.id == id_))
    if body is not None:
        return codec.happening_from_json(body)
    raise NotFoundError(f"no claim and no event in the ledger is called {id_!r}; see: vedette claims, vedette events")


def claims_of(db: Connection, happening: Happening) -> list[Claim]:
    """The claims of a happening as they were extracted, its first one first."""
    ids = sorted(happening.claims, key=lambda c: (happening_id(c) != happening.id, c))
    rows: dict[str, Any] = {}
    for start in range(0, len(ids), 500):
        query = select(claims.c.id, claims.c.body).where(claims.c.id.in_(ids[start : start + 500]))
        rows.update((row.id, row.body) for row in db.execute(query))
    return [from_json(rows[c]) for c in ids if c in rows]


def find_again(db: Connection, anchors: Iterable[Anchor]) -> dict[str, str]:
    """The claim that now stands where each anchor's did, by the id that the judgement has; those gone are left out."""
    wanted = {a.claim: a for a in anchors}
    ids = sorted(wanted)
    found: dict[str, str] = {}
    for start in range(0, len(ids), 500):
        there = db.scalars(select(claims.c.id).where(claims.c.id.in_(ids[start : start + 500])))
        found.update((id_, id_) for id_ in there)
    for id_ in ids:
        if id_ not in found and not wanted[id_].added and (now := _same_span(db, wanted[id_])) is not None:
            found[id_] = now
    return found


def _same_span(db: Connection, gone: Anchor) -> str | None:
    query = select(claims.c.body).where(claims.c.report_id == gone.report, claims.c.kind == gone.kind)
    return nearest(gone, (from_json(body) for body in db.scalars(query)))


def nearest(gone: Anchor, there: Iterable[Claim]) -> str | None:
    """Of claims of one report, the id of the one that stands where the anchor's did; None where none does."""
    scored = []
    for claim in there:
        shared = min(gone.end, claim.end) - max(gone.start, claim.start)
        if claim.kind != gone.kind or shared <= 0:
            continue
        alike = shared / (max(gone.end, claim.end) - min(gone.start, claim.start))
        same = what_of(claim) == gone.what
        if same or alike >= _HALF:
            scored.append((not same, -alike, claim.id))
    return min(scored)[2] if scored else None
