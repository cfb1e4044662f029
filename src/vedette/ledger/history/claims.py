"""Tombstones of claims: those that a new reading no longer makes, those added by hand and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, insert

from vedette.ledger.history.record import CLAIM, WITHDRAWN
from vedette.ledger.judgements.anchors import anchor, nearest
from vedette.ledger.schema import history
from vedette.model.claim import Claim


def record_claims(db: Connection, old: Sequence[Claim], new: Sequence[Claim], why: Mapping[str, str]) -> int:
    """Write what became of one report's claims; `why` is the cause, as history has it; return the number of rows.

    A claim that is gone leaves its words, and the id of the claim that now stands in its place, if any.
    """
    there = {claim.id for claim in new}
    now = datetime.now(UTC).replace(tzinfo=None)
    rows = []
    for claim in sorted(old, key=lambda c: c.id):
        if claim.id in there:
            continue
        heir = nearest(anchor(claim), new)
        body = {
            "why": [dict(why)],
            "before": claim.to_json(),
            "into": [heir] if heir else [],
        }
        rows.append({"at": now, "kind": CLAIM, "subject": claim.id, "change": WITHDRAWN, "body": body})
    if rows:
        db.execute(insert(history), rows)
    return len(rows)
