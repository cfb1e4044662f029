"""All contradictions of a ledger: within happenings, and over who holds a place."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.ruling import provenance_by_report
from vedette.linking.told import Told
from vedette.model.happening import Contradiction, Happening
from vedette.settlement.contradict import control_contradictions


def list_contradictions(db: Connection, where: Filter) -> list[tuple[Happening | None, Contradiction]]:
    """What cannot both hold, with the happening that it is about; None where it is about who holds a place."""
    found: list[tuple[Happening | None, Contradiction]] = [
        (h, x) for h in records.list_happenings(db, where) for x in h.contradictions
    ]
    held = records.list_claims(db, replace(where, kind="control")) if where.kind in (None, "control") else []
    provenance = provenance_by_report(db, {c.report_id for c in held})
    told = [Told(c.id, c, provenance[c.report_id]) for c in held]
    return found + [(None, x) for x in control_contradictions(told, provenance)]
