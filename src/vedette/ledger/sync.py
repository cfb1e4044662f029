"""Keeping happenings true to the claims: they are built anew whenever claims, copies or judgements have changed.

Happenings are a function of these three, so a digest over their ids tells whether those in the ledger are current,
also after a kill between the reports' transaction and this one.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, Engine, select

from vedette.intake.presence import provenance_of
from vedette.ledger import records
from vedette.ledger.judgements import standing
from vedette.ledger.ruling import ledger_rule
from vedette.ledger.schema import claims, judgements, reports
from vedette.ledger.store import open_ledger
from vedette.settlement import build

BUILT_FROM = "happenings_built_from"
SETTLEMENT = "2"
"""What settlement makes of claims; a new number has every ledger settled anew."""


def open_synced(url: str) -> Engine:
    """The existing ledger at `url` with its happenings current. Raises LedgerError as `open_ledger` does."""
    engine = open_ledger(url, create=False)
    with engine.begin() as db:
        sync(db)
    return engine


def sync(db: Connection) -> bool:
    """Build happenings and settlements anew if what they rest on has changed; tell whether it had."""
    digest = _digest(db)
    if records.get_state(db, BUILT_FROM) == digest:
        return False
    meta = {r.report.id: provenance_of(r.report, r.copy_of) for r in records.list_reports(db)}
    claims_told = records.list_claims(db, as_judged=False)
    records.replace_happenings(db, build(claims_told, meta, standing(db), ledger_rule(db)))
    records.set_state(db, BUILT_FROM, digest)
    return True


def _digest(db: Connection) -> str:
    digest = hashlib.sha256(f"{SETTLEMENT}/{ledger_rule(db)}".encode())
    for query in (
        select(claims.c.id).order_by(claims.c.id),
        select(reports.c.id, reports.c.copy_of).where(reports.c.copy_of.is_not(None)).order_by(reports.c.id),
        select(judgements.c.id, judgements.c.undone_by).order_by(judgements.c.id),
    ):
        for row in db.execute(query):
            digest.update("\x1f".join(str(value) for value in row).encode() + b"\n")
        digest.update(b"\x1d")
    return digest.hexdigest()
