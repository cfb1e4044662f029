"""Added claims in the table of claims: there while a judgement that adds them is in force.

They stand beside those that the reading made, and are linked, settled and shown with them. A new reading leaves them;
where it makes the very same claim, that is the reading's from then on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, select, update

from vedette.ledger import codec, records, search
from vedette.ledger.history import record_claims
from vedette.ledger.judgements import all_judgements
from vedette.ledger.judgements.add import added_claim
from vedette.ledger.schema import claims, reports
from vedette.model.claim import Claim, from_json
from vedette.model.correction import ADDED, in_force, signature
from vedette.model.judgement import Judgement, Verdict

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """What the table of claims lacks, what it has too much, and what is signed otherwise; by claim id."""

    put: Mapping[str, Claim]
    drop: Mapping[str, Claim]
    sign: Mapping[str, Claim]

    def __bool__(self) -> bool:
        return bool(self.put or self.drop or self.sign)


def difference(db: Connection) -> Difference:
    """How the table of claims differs from the judgements that add claims. Costs nothing where nobody added any."""
    given = [j for j in all_judgements(db) if j.verdict is Verdict.ADD]
    if not given:
        return Difference({}, {}, {})
    wanted: dict[str, Claim] = {}
    for one in in_force(given):
        claim = added_claim(one)
        signed = replace(claim, reasons={**claim.reasons, ADDED: signature(one)})
        wanted.setdefault(claim.id, signed)
    there: dict[str, Claim] = {}
    ids = sorted({s for j in given for s in j.subjects})
    for start in range(0, len(ids), _CHUNK):
        query = select(claims.c.body).where(claims.c.id.in_(ids[start : start + _CHUNK]))
        there |= {c.id: c for body in db.scalars(query) if (c := from_json(body))}
    put = {id_: c for id_, c in wanted.items() if id_ not in there}
    by_hand = {id_: c for id_, c in there.items() if ADDED in c.reasons}
    both = by_hand.keys() & wanted.keys()
    return Difference(
        put=_readable(db, put),
        drop={id_: c for id_, c in by_hand.items() if id_ not in wanted},
        sign={id_: wanted[id_] for id_ in sorted(both) if by_hand[id_].reasons[ADDED] != wanted[id_].reasons[ADDED]},
    )


def _readable(db: Connection, wanted: Mapping[str, Claim]) -> dict[str, Claim]:
    """Those whose report is in the ledger and has the words."""
    out = {}
    for id_, claim in wanted.items():
        body = db.scalar(select(reports.c.body).where(reports.c.id == claim.report_id))
        if body is not None and codec.report_from_json(body).full[claim.start : claim.end] == claim.quote:
            out[id_] = claim
    return out


def put_added(db: Connection, found: Difference) -> None:
    """Bring the table of claims to the judgements, and mark the reports concerned to be linked anew."""
    records.add_claims(db, found.put.values())
    search.drop_claims(db, list(found.drop))
    for id_, claim in found.drop.items():
        record_claims(db, [claim], [], _why(db, id_))
        db.execute(delete(claims).where(claims.c.id == id_))
    for id_, claim in found.sign.items():
        db.execute(update(claims).where(claims.c.id == id_).values(body=claim.to_json()))
    records.unlink(db, {c.report_id for c in (*found.drop.values(), *found.sign.values())})


def _why(db: Connection, claim: str) -> dict[str, str]:
    """The undo by which a claim went, as history has causes."""
    held = {j.id: j for j in all_judgements(db)}
    undone = [held[j.undone_by] for j in held.values() if _adds(j, claim) and j.undone_by in held]
    last = max(undone, key=lambda j: (j.when, j.id))
    return {"cause": "judgement", "id": last.id, "verdict": last.verdict, "by": last.author, "reason": last.reason}


def _adds(judgement: Judgement, claim: str) -> bool:
    return judgement.verdict is Verdict.ADD and claim in judgement.subjects
