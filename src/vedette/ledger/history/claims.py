"""Tombstones of claims that a new reading of their report no longer makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, insert

from vedette.ledger.history.record import CLAIM, WITHDRAWN
from vedette.ledger.judgements.anchors import anchor, nearest
from vedette.ledger.schema import history
from vedette.model.claim import Claim


def record_claims(db: Connection, old: Sequence[Claim], new: Sequence[Claim], version: str) -> int:
    """Write what became of one report's claims when it was read anew; return the number of rows.

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
            "why": [{"cause": "version", "version": version}],
            "before": claim.to_json(),
            "into": [heir] if heir else [],
        }
        rows.append({"at": now, "kind": CLAIM, "subject": claim.id, "change": WITHDRAWN, "body": body})
    if rows:
        db.execute(insert(history), rows)
    return len(rows)
