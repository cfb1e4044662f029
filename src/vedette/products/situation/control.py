"""Who held what on the last day of the period, as the situation report shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from vedette.ledger.records import ReportRecord
from vedette.model.claim import Claim
from vedette.model.place import PlaceKind
from vedette.products.situation.evidence import evidence
from vedette.products.situation.model import ControlView
from vedette.settlement.who_holds import who_holds


def control_views(
    claims: Sequence[Claim], on: date | None, known: Mapping[str, ReportRecord]
) -> tuple[ControlView, ...]:
    """One row a place and part, by the claims that tell of it up to `on`; empty where no day is known."""
    if on is None:
        return ()
    by_id = {c.id: c for c in claims}
    views = []
    for row in who_holds(claims, on):
        told = [by_id[c] for c in row.claims if c in by_id]
        places = (c.location for c in told if c.location and c.location.kind is not PlaceKind.COUNTRY)
        spot = next((p for p in places if p.lat is not None), None)
        position = (spot.lon, spot.lat) if spot and spot.lon is not None and spot.lat is not None else None
        view = ControlView(
            place=row.place,
            part=row.part,
            state=row.state,
            holders=row.holders,
            standing=row.standing,
            as_of=row.as_of.isoformat() if row.as_of else None,
            position=position,
            evidence=tuple(evidence(c, known) for c in told),
        )
        views.append(view)
    return tuple(views)
