"""Claims made by hand, for tests of linking and settlement."""

from __future__ import annotations

from datetime import date
from typing import Any

from vedette.model.claim import Control, Event, Toll
from vedette.model.place import Place, PlaceKind
from vedette.model.provenance import Provenance

DAY = date(2016, 12, 10)


def provenance(*reports: str, published: date = DAY, copies: dict[str, str] | None = None) -> dict[str, Provenance]:
    """Provenance of reports that all came out on one day; `copies` maps a report to the one it copies."""
    copies = copies or {}
    return {r: Provenance(published, f"outlet of {r}", copies.get(r)) for r in reports}


def _common(report: str, slots: dict[str, Any]) -> dict[str, Any]:
    start = slots.pop("start", 0)
    quote = slots.pop("quote", "people were killed in the strike")
    on = slots.pop("on", DAY)
    base = {"report": report, "report_id": report, "quote": quote, "start": start, "end": start + len(quote)}
    return {**base, "first": on, "last": on, "place": "Tarsus", **slots}


def toll(report: str, low: int | None, high: int | None = -1, **slots: Any) -> Toll:
    """`low` killed, exactly unless `high` is given, in Tarsus on Saturday 10 December 2016 unless told otherwise."""
    high = low if high == -1 else high
    base: dict[str, Any] = {"effect": "killed", "low": low, "high": high, "means": "air strike", **slots}
    return Toll(**_common(report, base))


def event(report: str, type: str = "Air/drone strike", **slots: Any) -> Event:
    """An air strike on Tarsus unless told otherwise."""
    base: dict[str, Any] = {"quote": "a strike hit the market", "type": type, **slots}
    return Event(**_common(report, base))


def control(report: str, holder: str, change: str = "holds", **slots: Any) -> Control:
    """`holder` in Tarsus."""
    return Control(**_common(report, {"quote": "they hold the town", "holder": holder, "change": change, **slots}))


def town(name: str, lat: float, lon: float, **slots: Any) -> Place:
    """A town of the gazetteer."""
    base: dict[str, Any] = {"id": name.lower(), "name": name, "kind": PlaceKind.TOWN, "country": "TR"}
    return Place(**{**base, "lat": lat, "lon": lon, **slots})
