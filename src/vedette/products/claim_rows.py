"""A claim as one flat row of plain values, the same columns for all kinds; a slot that a kind lacks is None."""

from __future__ import annotations

from typing import Any

from vedette.ledger.records import ReportRecord
from vedette.ledger.rows import claim_summary
from vedette.model.claim import Claim
from vedette.model.correction import ADDED
from vedette.products.columns import Kind

COLUMNS: dict[str, Kind] = {
    "id": "text", "kind": "text", "says": "text", "event": "text", "report": "text", "outlet": "text",
    "published": "day", "quote": "text", "start": "int", "end": "int", "source": "text", "chain": "text",
    "from": "day", "to": "day", "time_precision": "int", "place": "text", "place_id": "text", "place_name": "text",
    "adm1": "text", "adm2": "text", "country": "text", "lat": "float", "lon": "float", "geo_precision": "int",
    # tolls
    "effect": "text", "low": "int", "high": "int", "approx": "bool", "who": "text", "group": "text", "subset": "bool",
    "span": "text", "by": "text", "means": "text",
    # events
    "type": "text", "actor": "text", "target": "text", "status": "text",
    # control
    "holder": "text", "part": "text", "change": "text",
    # statements
    "speaker": "text", "act": "text", "about": "text",
    "confidence": "float", "added": "text",
}  # fmt: skip
"""The columns in their order: what all claims have, then the slots of tolls, events, control and statements."""


def claim_flat(claim: Claim, report: ReportRecord, event: str | None) -> dict[str, Any]:
    """One row by the names of COLUMNS. `event` is the happening that the claim was put to."""
    body = claim.to_json()
    place = claim.location
    body |= {
        "id": claim.id,
        "says": claim_summary(claim),
        "event": event,
        "outlet": report.report.outlet,
        "published": report.report.published.isoformat() if report.report.published else None,
        "added": claim.reasons.get(ADDED),
        "chain": " < ".join(claim.chain) or None,
    }
    for slot in ("adm1", "adm2", "country", "lat", "lon", "geo_precision"):
        body[slot] = getattr(place, slot) if place else None
    body |= {"place_id": place.id if place else None, "place_name": place.name if place else None}
    return {column: body.get(column) for column in COLUMNS}
