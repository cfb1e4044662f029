"""A happening as one flat row of plain values: what CSV, Parquet, GeoParquet and GeoJSON share."""

from __future__ import annotations

from typing import Any

from vedette.ledger.rows import event_row
from vedette.model.claim import EFFECTS
from vedette.products.columns import Kind
from vedette.products.exports.record import Record, claim_words

_MEASURED = ("low", "best", "high")
_SHARED = ("id", "type", "from", "to", "place", "actor", "target", "grade", "rule", "place_id")
COLUMNS = (
    "id", "type", "from", "to", "place", "place_id", "place_name", "adm1", "adm2", "country", "lat", "lon",
    "geo_precision", "actor", "target", "happened", "grade", *(f"{e}_{m}" for e in EFFECTS for m in _MEASURED), "rule",
    "civilians_killed_low", "civilians_killed_high", "combatants_killed_low", "combatants_killed_high", "origins",
    "outlets", "reports", "contradictions", "claims",
)  # fmt: skip
"""The columns in their order. A high that is empty beside a low is open: "at least". Lists are joined by "; "."""

_TEXT = ("id", "type", "place", "place_id", "place_name", "adm1", "adm2", "country", "actor", "target", "grade", "rule",
         "origins", "outlets", "reports", "contradictions", "claims")  # fmt: skip
_OTHER: dict[str, Kind] = {"from": "day", "to": "day", "lat": "float", "lon": "float", "happened": "bool"}
KINDS: dict[str, Kind] = {c: "text" if c in _TEXT else _OTHER.get(c, "int") for c in COLUMNS}
"""What each column holds, in their order."""


def flat_row(record: Record) -> dict[str, Any]:
    """One row by the names of COLUMNS: text, whole numbers, degrees, true or false, None where nothing is known."""
    h, place, killed = record.happening, record.place, record.happening.killed
    lon, lat = record.position or (None, None)
    told = event_row(h, {c.id: c for c in record.claims})
    row: dict[str, Any] = {
        **{column: told[column] for column in _SHARED},
        "place_name": place.name if place else None,
        "adm1": place.adm1 if place else None,
        "adm2": place.adm2 if place else None,
        "country": place.country if place else None,
        "lat": lat,
        "lon": lon,
        "geo_precision": place.geo_precision if place else None,
        "happened": record.happened,
    }
    for effect in EFFECTS:
        figure = record.figure(effect)
        for measure in _MEASURED:
            row[f"{effect}_{measure}"] = getattr(figure, measure) if figure else None
    row |= {
        "civilians_killed_low": killed.civilians_low if killed else None,
        "civilians_killed_high": killed.civilians_high if killed else None,
        "combatants_killed_low": killed.combatants_low if killed else None,
        "combatants_killed_high": killed.combatants_high if killed else None,
        "origins": "; ".join(h.origins),
        "outlets": "; ".join(record.outlets),
        "reports": "; ".join(r.report.ref for r in record.reports),
        "contradictions": "; ".join(c.why for c in h.contradictions),
        "claims": claim_words(record.claims),
    }
    return {column: row[column] for column in COLUMNS}
