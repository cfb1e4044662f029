"""The Judgements page: everything that analysts decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from vedette.ledger import codec
from vedette.ledger.fetch import homes_of
from vedette.ledger.judgements import states
from vedette.ledger.rows import claim_summary
from vedette.ledger.schema import judgements
from vedette.model.claim import from_json
from vedette.model.judgement import Judgement

MOST = 100


@dataclass(frozen=True)
class Judged:
    """A judgement, what it is about now, how it stands, and its quotes."""

    id: str
    when: datetime
    author: str
    verdict: str
    reason: str
    value: str
    state: str
    undone: bool
    about: tuple[tuple[str, str], ...]
    quotes: tuple[str, ...]


def list_judged(db: Connection, author: str | None = None, skip: int = 0) -> tuple[list[Judged], int]:
    """Judgements, the newest first, and how many there are."""
    query = select(judgements.c.body)
    if author:
        query = query.where(judgements.c.author == author)
    count = db.scalar(select(func.count()).select_from(query.subquery())) or 0
    order = query.order_by(judgements.c.when.desc(), judgements.c.id)
    found = [codec.judgement_from_json(body) for body in db.scalars(order.limit(MOST).offset(skip))]
    how = states(db, found)
    homes = homes_of(db, (a.claim for j in found for a in j.anchors))
    return [_judged(j, how[j.id], homes) for j in found], count


def _judged(one: Judgement, state: str, homes: dict[str, str]) -> Judged:
    about: dict[str, str] = {}
    for anchor in one.anchors:
        home = homes.get(anchor.claim)
        if home:
            about[home] = f"/happening/{home}#{anchor.claim}"
        else:
            about[anchor.claim] = f"/report/{anchor.report}#{anchor.claim}"
    if not one.anchors:
        about = {subject: f"/judgements#{subject}" for subject in one.subjects}
    return Judged(
        id=one.id,
        when=one.when,
        author=one.author,
        verdict=one.verdict.value,
        reason=one.reason,
        value=value_words(one),
        state=state,
        undone=one.undone_by is not None,
        about=tuple(about.items()),
        quotes=tuple(dict.fromkeys(a.quote for a in one.anchors if a.quote))[:4],
    )


def value_words(one: Judgement) -> str:
    """What a judgement decided beyond its verdict: "low=12", "Palmyra", "killed 9 to 12"."""
    value = one.value
    if "claim" in value:
        return claim_summary(from_json(value["claim"]))
    if "slots" in value:
        return ", ".join(f"{k}={'nothing' if v is None else v}" for k, v in value["slots"].items())
    if "place" in value:
        location = value.get("location") or {}
        return f"{value['place']} ({location.get('id', 'no entry')})"
    if "rule" in value:
        return f"{value['effect']} by the rule {value['rule']}"
    if "effect" in value:
        numbers = (f"{k} {value[k]:,}" for k in ("low", "best", "high") if value.get(k) is not None)
        return f"{value['effect']}: {', '.join(numbers)}"
    return ""
