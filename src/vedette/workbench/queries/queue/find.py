"""Finding what stands in the queue, kind by kind. Each finder reads no more rows than it may show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select
from sqlalchemy.orm import aliased

from vedette.ledger.columns import DAY, PLACE
from vedette.ledger.judgements import standing
from vedette.ledger.schema import claims, happenings, incidents, links, queue_marks
from vedette.linking.compare import LINK
from vedette.model.claim import EVENT, TOLL
from vedette.model.judgement import Verdict
from vedette.workbench.queries.queue.holders import contradicting_holders

MANY_DEAD = 10
"""So many dead on the word of one origin are worth a look."""
UNSURE = 0.4
"""A claim of less confidence is worth a look."""
_READ = 400
_PAIRS = 3000
_PART = 50


@dataclass(frozen=True)
class Found:
    """One item: its id, the things that it is about, and why it stands here."""

    id: str
    happenings: tuple[str, ...]
    claims: tuple[str, ...]
    why: str


def find(db: Connection, kind: str, most: int) -> list[Found]:
    """Up to `most` items of a kind, what matters most first; those looked at or judged are left out."""
    done = set(db.scalars(select(queue_marks.c.item)))
    out: list[Found] = []
    for item in FINDERS[kind](db):
        if item.id not in done:
            out.append(item)
        if len(out) >= most:
            break
    return out


def _contradictions(db: Connection) -> Iterator[Found]:
    query = select(happenings.c.id).where(happenings.c.disputes > 0)
    order = (happenings.c.dead.is_(None), happenings.c.dead.desc(), happenings.c.id)
    for id_, body in _bodies(db, db.scalars(query.order_by(*order).limit(_READ)).all()):
        for x in body["contradictions"]:
            if not x.get("settled"):
                yield Found(x["id"], (id_,), tuple(x["claims"]), x["why"])


def _bodies(db: Connection, ids: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Happenings by their ids, in that order; no more are read than are asked for, since bodies are long."""
    for start in range(0, len(ids), _PART):
        part = ids[start : start + _PART]
        rows = db.execute(select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_(part)))
        held = {row.id: row.body for row in rows}
        yield from ((id_, held[id_]) for id_ in part)


def _holders(db: Connection) -> Iterator[Found]:
    for x in contradicting_holders(db):
        yield Found(x.id, (), x.claims, x.why)


def _lone(db: Connection) -> Iterator[Found]:
    own = (happenings.c.origins <= 1, happenings.c.dead >= MANY_DEAD, happenings.c.running.is_(False))
    query = select(happenings.c.id, happenings.c.dead).where(*own)
    dead = {
        row.id: row.dead for row in db.execute(query.order_by(happenings.c.dead.desc(), happenings.c.id).limit(_READ))
    }
    for id_, body in _bodies(db, list(dead)):
        killed = body["figures"].get("killed")
        if killed is None or killed["rule"] == "analyst":
            continue
        who = ", ".join(body["origins"]) or "an outlet in its own voice"
        yield Found(f"lone:{id_}", (id_,), tuple(killed["claims"]), f"{dead[id_]:,} killed, on the word of {who} alone")


def _merges(db: Connection) -> Iterator[Found]:
    """Incidents that are linked, and yet in two happenings: those nearest to the line first."""
    one, two = aliased(incidents), aliased(incidents)
    near = (
        select(links.c.a, links.c.b, links.c.score).where(links.c.a < links.c.b).order_by(links.c.score).limit(_PAIRS)
    )
    pairs = near.subquery()
    query = (
        select(one.c.happening_id.label("one"), two.c.happening_id.label("two"), pairs.c.score)
        .join_from(pairs, one, one.c.id == pairs.c.a)
        .join(two, two.c.id == pairs.c.b)
        .where(one.c.happening_id != two.c.happening_id)
        .order_by(pairs.c.score, one.c.happening_id, two.c.happening_id)
        .limit(_READ)
    )
    judged = [set(j.subjects) for j in standing(db) if j.verdict in (Verdict.UNSURE, Verdict.DIFFERENT)]
    seen: set[str] = set()
    for row in db.execute(query):
        a, b = sorted((row.one, row.two))
        id_ = f"merge:{a}:{b}"
        if id_ in seen or (judged and _judged(db, a, b, judged)):
            continue
        seen.add(id_)
        yield Found(
            id_, (a, b), (), f"alike by {row.score:.1f}, where {LINK} makes one; yet other claims speak against it"
        )


def _judged(db: Connection, a: str, b: str, judged: list[set[str]]) -> bool:
    rows = db.execute(select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_((a, b))))
    held = [set(row.body["claims"]) for row in rows]
    return len(held) == 2 and any(held[0] & subjects and held[1] & subjects for subjects in judged)


def _gaps(gap: str, words: str) -> Callable[[Connection], Iterator[Found]]:
    def finder(db: Connection) -> Iterator[Found]:
        for kind in (TOLL, EVENT, "control"):
            own = and_(claims.c.gap == gap, claims.c.kind == kind)
            yield from _claims(db, own, lambda body: f"{words}: {body.get('place')}" if gap == PLACE else words, gap)

    return finder


def _unsure(db: Connection) -> Iterator[Found]:
    # Few claims are unsure and most are of these kinds: the kind as a value, so that it is not what rows are found by.
    own = and_(claims.c.confidence < UNSURE, func.coalesce(claims.c.kind, "").in_((TOLL, EVENT)))
    yield from _claims(db, own, lambda body: f"the machine trusts its reading by {body['confidence']:.2f} of 1", "slot")


def _claims(
    db: Connection, own: ColumnElement[bool], words: Callable[[dict[str, object]], str], name: str
) -> Iterator[Found]:
    judged = {s for j in standing(db) if j.verdict in (Verdict.WRONG, Verdict.PLACE, Verdict.SLOT) for s in j.subjects}
    query = select(claims.c.id, claims.c.body).where(own).order_by(claims.c.confidence, claims.c.id).limit(_READ)
    for row in db.execute(query):
        if row.id not in judged:
            yield Found(f"{name}:{row.id}", (), (row.id,), words(row.body))


FINDERS: dict[str, Callable[[Connection], Iterator[Found]]] = {
    "contradiction": _contradictions,
    "holder": _holders,
    "merge": _merges,
    "lone": _lone,
    "place": _gaps(PLACE, "the gazetteer has no such place"),
    "day": _gaps(DAY, "no day could be told"),
    "slot": _unsure,
}
