"""The judgements that the record is built with, and how each of them stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from sqlalchemy import Connection

from vedette.ledger.judgements.anchors import find_again
from vedette.ledger.judgements.keep import all_judgements
from vedette.linking.judged import OPINIONS, judged
from vedette.model.correction import in_force
from vedette.model.judgement import Judgement, Verdict

IN_FORCE = "in force"
GONE = "nothing like its claim is in the ledger"
UNREAD = "its report, with these words, is not in the ledger"
OVERRULED = "overruled by later judgements"


def standing(db: Connection) -> list[Judgement]:
    """The judgements in force, with the ids that their claims have now; oldest first."""
    return _as_of_now(db, in_force(all_judgements(db)))


def _as_of_now(db: Connection, given: list[Judgement]) -> list[Judgement]:
    now = find_again(db, (a for j in given for a in j.anchors))
    return [replace(j, subjects=_subjects(j, now)) for j in given]


def _subjects(judgement: Judgement, now: dict[str, str]) -> tuple[str, ...]:
    anchored = {a.claim for a in judgement.anchors}
    return tuple(dict.fromkeys(now.get(s, s) for s in judgement.subjects if s in now or s not in anchored))


def states(db: Connection, given: Iterable[Judgement]) -> dict[str, str]:
    """How each judgement stands, by its id: in force, undone, overruled, or without its claim."""
    given = list(given)
    current = {j.id: j for j in standing(db)}
    overruled = judged(current.values()).overruled
    out: dict[str, str] = {}
    for one in given:
        if one.undone_by is not None:
            out[one.id] = f"undone by {one.undone_by}"
            continue
        out[one.id] = IN_FORCE
        if one.id in current:
            now = current[one.id]
            needed = 2 if one.verdict in OPINIONS else 1
            pairs = set(combinations(sorted(set(now.subjects)), 2))
            if one.verdict is not Verdict.UNDO and len(now.subjects) < needed:
                out[one.id] = UNREAD if one.verdict is Verdict.ADD else GONE
            elif one.verdict in OPINIONS and pairs & overruled:
                out[one.id] = OVERRULED
    return out
