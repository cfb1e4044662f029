"""Deciding and taking back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Text, cast, select

from vedette.errors import JudgementError, NotFoundError
from vedette.ledger import codec
from vedette.ledger.judgements.anchors import anchor, claim_or_event, claims_of
from vedette.ledger.judgements.keep import add_judgements, all_judgements, now, utc
from vedette.ledger.locks import one_writer
from vedette.ledger.schema import happenings
from vedette.linking.judged import OPINIONS
from vedette.model.claim import CONTROL, STATEMENT, Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Anchor, Judgement, Verdict, judgement_id


def decide(
    db: Connection,
    verdict: Verdict,
    subjects: Sequence[str],
    *,
    author: str,
    reason: str,
    when: datetime | None = None,
    value: dict[str, Any] | None = None,
) -> Judgement:
    """Keep an analyst's decision on claims or events; return it.

    An event stands for its first claim; a ``place`` for all of its claims; a contradiction's id, in a ``settle``, for
    its event and effect. Raises NotFoundError for an unknown id, JudgementError for a decision that makes no sense.
    """
    if not author.strip():
        raise JudgementError("a judgement is signed: say who decided with --by NAME")
    one_writer(db)
    value = dict(value or {})
    anchors: list[Anchor] = []
    for id_ in dict.fromkeys(subjects):
        if id_.startswith("x-") and verdict is Verdict.SETTLE:
            happening, value["effect"] = _disputed(db, id_)
            anchors.append(anchor(claims_of(db, happening)[0], happening.id))
            continue
        found = claim_or_event(db, id_)
        anchors += _anchors(db, verdict, found)
    if verdict in OPINIONS and len({a.claim for a in anchors}) < 2:
        raise JudgementError(f"{verdict.value} needs two claims or events at least")
    if not anchors:
        raise JudgementError(f"{verdict.value} needs a claim or an event")
    ids = tuple(dict.fromkeys(a.claim for a in anchors))
    moment = utc(when) if when else now()
    one = Judgement(
        id=judgement_id(verdict, ids, author, moment, value),
        verdict=verdict,
        subjects=ids,
        author=author,
        when=moment,
        reason=reason,
        value=value,
        anchors=tuple(anchors),
    )
    add_judgements(db, [one])
    return one


def undo(
    db: Connection, ids: Iterable[str], *, author: str, reason: str, when: datetime | None = None
) -> list[Judgement]:
    """Take judgements back (an undo too, which restores); return the undo of each.

    Raises NotFoundError for an unknown id, JudgementError for what is undone already.
    """
    if not author.strip():
        raise JudgementError("an undo is signed: say who takes it back with --by NAME")
    one_writer(db)
    held = {j.id: j for j in all_judgements(db)}
    out = []
    for id_ in dict.fromkeys(ids):
        if id_ not in held:
            raise NotFoundError(f"no judgement is called {id_!r}; see: vedette judgements")
        target = held[id_]
        if target.undone_by is not None:
            raise JudgementError(f"{id_} is undone already, by {target.undone_by}; undo that one to restore it")
        # An undo is later than what it takes back, whatever clock gave the day.
        moment = max(utc(when) if when else now(), target.when + timedelta(microseconds=1))
        one = Judgement(
            id=judgement_id(Verdict.UNDO, (id_,), author, moment, {}),
            verdict=Verdict.UNDO,
            subjects=(id_,),
            author=author,
            when=moment,
            reason=reason,
        )
        add_judgements(db, [one])
        out.append(one)
    return out


def _anchors(db: Connection, verdict: Verdict, found: Claim | Happening) -> list[Anchor]:
    if isinstance(found, Happening):
        if verdict in (Verdict.WRONG, Verdict.SLOT):
            raise JudgementError(
                f"{verdict.value} is about a claim; the claims of {found.id} are listed by: vedette show {found.id}"
            )
        own = claims_of(db, found)
        return [anchor(c, found.id) for c in (own if verdict is Verdict.PLACE else own[:1])]
    if found.kind in (CONTROL, STATEMENT) and verdict in (*OPINIONS, Verdict.SETTLE):
        raise JudgementError(f"{found.id} is a {found.kind}; only tolls and events make happenings")
    return [anchor(found)]


def _disputed(db: Connection, contradiction: str) -> tuple[Happening, str]:
    """The happening that holds a contradiction on a number, and the effect that it is about."""
    like = cast(happenings.c.body, Text).like(f"%{contradiction}%")
    for body in db.scalars(select(happenings.c.body).where(like)):
        happening = codec.happening_from_json(body)
        for one in happening.contradictions:
            if one.id == contradiction:
                if not one.about.startswith("how many were "):
                    raise JudgementError(
                        f"{contradiction} is about {one.about}: no figure settles it; judge a claim of it wrong instead"
                    )
                return happening, one.about.removeprefix("how many were ")
    raise NotFoundError(f"no contradiction is called {contradiction!r}; see: vedette contradictions")
