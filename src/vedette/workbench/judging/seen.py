"""What an analyst saw when judging, so that no judgement rests on something that another has changed meanwhile.

A form carries a mark for each thing that it is about: the thing's id, a digest of how it stood, and where history was.
When the form comes in, a thing that stands otherwise is shown with what became of it, before anything is judged.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from vedette.ledger import codec
from vedette.ledger.fetch import homes_of
from vedette.ledger.judgements import all_judgements, standing
from vedette.ledger.records import claims_by_id
from vedette.ledger.rows import claim_summary
from vedette.ledger.schema import claims, happenings, history, judgements
from vedette.model.judgement import Judgement, Verdict
from vedette.workbench.queries.drawn import place_name
from vedette.workbench.queries.steps import Step, steps_of

_DIGITS = 16
GONE = "gone"


@dataclass(frozen=True)
class Changed:
    """A thing that stands otherwise than it was seen: in words what it is now (none where it is gone), the steps since
    then, and the judgements that touch it.
    """

    id: str
    what: str
    gone: bool
    steps: tuple[Step, ...]
    judgements: tuple[Judgement, ...]


def marks(db: Connection, ids: Sequence[str]) -> dict[str, str]:
    """A mark for each claim or happening, as it stands now."""
    seq = db.scalar(select(func.max(history.c.seq))) or 0
    count = db.scalar(select(func.count()).select_from(judgements)) or 0
    return {id_: f"{id_}|{digest}|{seq}|{count}" for id_, digest in _digests(db, ids).items()}


def changed(db: Connection, seen: Iterable[str]) -> list[Changed]:
    """What of the marks is true no more. A mark that is none counts as changed: it was not made here."""
    given: dict[str, tuple[str, int, int]] = {}
    for mark in seen:
        id_, *rest = mark.split("|")
        if len(rest) == 3 and rest[1].isdecimal() and rest[2].isdecimal():
            given[id_] = (rest[0], int(rest[1]), int(rest[2]))
        else:
            given[id_] = ("", 0, 0)
    now = _digests(db, list(given))
    what = _words(db, [id_ for id_, (digest, *_) in given.items() if now[id_] != digest])
    out = []
    for id_, (digest, seq, count) in given.items():
        if now[id_] != digest:
            since = tuple(j for j in _since(db, count) if _touches(j, id_))
            out.append(Changed(id_, what.get(id_, ""), now[id_] == GONE, tuple(steps_of(db, id_, seq)), since))
    return out


def _digests(db: Connection, ids: Sequence[str]) -> dict[str, str]:
    events = {
        r.id: r.body for r in db.execute(select(happenings.c.id, happenings.c.body).where(happenings.c.id.in_(ids)))
    }
    own = {r.id: r.body for r in db.execute(select(claims.c.id, claims.c.body).where(claims.c.id.in_(ids)))}
    homes = homes_of(db, own)
    given = standing(db)
    out = {}
    for id_ in ids:
        if id_ in events:
            held = {id_, *events[id_]["claims"]}
            state: object = events[id_]
        elif id_ in own:
            held, state = {id_}, [own[id_], homes.get(id_)]
        else:
            out[id_] = GONE
            continue
        touching = [j.id for j in given if held & set(j.subjects)]
        text = json.dumps([state, touching], sort_keys=True)
        out[id_] = hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
    return out


def _words(db: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What each of these happenings and claims is, in words."""
    events = db.scalars(select(happenings.c.body).where(happenings.c.id.in_(ids)))
    out = {body["id"]: f"{body['type']}, {place_name(body) or 'place not told'}" for body in events}
    return out | {id_: claim_summary(claim) for id_, claim in claims_by_id(db, ids).items()}


def _since(db: Connection, count: int) -> list[Judgement]:
    """The judgements beyond the first `count` that the ledger took in."""
    query = select(judgements.c.body).order_by(judgements.c.recorded, judgements.c.id).offset(count)
    return [codec.judgement_from_json(body) for body in db.scalars(query)]


def _touches(judgement: Judgement, id_: str) -> bool:
    return (
        judgement.verdict is Verdict.UNDO
        or id_ in judgement.subjects
        or any(a.event == id_ or a.claim == id_ for a in judgement.anchors)
        or id_.startswith("e-")
    )


def latest(db: Connection, author: str) -> list[Judgement]:
    """What an author judged last and has not taken back: all judgements of one moment."""
    own = [
        j for j in all_judgements(db) if j.author == author and j.undone_by is None and j.verdict is not Verdict.UNDO
    ]
    return [j for j in own if j.when == own[-1].when] if own else []
