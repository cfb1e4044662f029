"""UCDP's Georeferenced Event Dataset: 49 columns, in their order, with their codes (GED Codebook 23.1).

GED holds events with at least one dead, on a day or span of days, at a place. What it cannot hold: other effects than
death, who contradicts whom, control, statements, plans. Its ids of conflicts, dyads and actors are UCDP's own and stay
empty; `gwnoa` and `gwnob` too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vedette.knowledge.actors import acled_class
from vedette.knowledge.exchange import Exchange, Ucdp
from vedette.knowledge.pack import Knowledge
from vedette.model.place import PlaceKind
from vedette.model.precision import date_prec
from vedette.model.report import Report
from vedette.products.countries import Country
from vedette.products.exports.record import Record
from vedette.products.exports.tables import write_csv
from vedette.settlement.derived import ucdp_estimate

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CIVILIANS, UNKNOWN_SIDE = "civilians", "XXX"


def write_ucdp(records: Iterable[Record], path: Path, knowledge: Knowledge) -> int:
    """Write the table to `path` as CSV; returns the number of rows."""
    return write_csv(path, COLUMNS, (ucdp_row(r, knowledge) for r in records if holds(r)))


def holds(record: Record) -> bool:
    """Whether GED has room for it: somebody died, on known days, at a place that is known at least by country."""
    killed, h = record.happening.killed, record.happening
    deadly = killed is not None and (killed.high or killed.best or killed.low or 0) > 0
    return record.happened and deadly and bool(h.first or h.last) and record.country is not None


def ucdp_row(record: Record, knowledge: Knowledge) -> dict[str, Any]:
    """One row by GED's column names. The record must be one that `holds` takes."""
    h, place, country = record.happening, record.place, record.country
    first, last = h.first or h.last, h.last or h.first
    if place is None or country is None or first is None or last is None:
        raise ValueError(f"{h.id}: without a day or a country it is no row of GED's")
    codes = knowledge.world("exchange", Exchange).ucdp
    side_a, side_b = _sides(h.actor, h.target, knowledge)
    dead = ucdp_estimate(h, record.claims, side_a, side_b)
    lon, lat = (place.lon, place.lat)
    dated = [r for r in record.reports if r.report.published]
    dyad = f"{side_a or UNKNOWN_SIDE} - {side_b or UNKNOWN_SIDE}"
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {
        "id": h.id,
        "relid": f"{country.alpha3}-{first.year}-{h.id}",
        "year": first.year,
        "code_status": "Clear" if h.actor and h.target else "Check actor",
        "type_of_violence": _violence(side_a, side_b, knowledge),
        "dyad_name": dyad,
        "side_a": side_a or UNKNOWN_SIDE,
        "side_b": _title(side_b),
        "number_of_sources": len(record.reports),
        "source_article": "; ".join(_article(r.report) for r in record.reports),
        "source_office": "; ".join(r.report.outlet or "unknown outlet" for r in record.reports),
        "source_date": "; ".join(r.report.published.isoformat() for r in dated if r.report.published),
        "source_headline": "; ".join(r.report.title for r in record.reports if r.report.title),
        "source_original": "; ".join(h.origins),
        "where_prec": place.where_prec,
        "where_coordinates": place.name,
        "where_description": h.place,
        "adm_1": place.adm1 or (place.name if place.kind is PlaceKind.ADM1 else None),
        "adm_2": place.adm2 or (place.name if place.kind is PlaceKind.ADM2 else None),
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": None if lon is None or lat is None else f"POINT ({lon} {lat})",
        "priogrid_gid": None if lon is None or lat is None else priogrid(lon, lat),
        "country": country.name,
        "region": _region(country, codes),
        "event_clarity": 1 if first == last else 2,
        "date_prec": date_prec(h.first, h.last),
        "date_start": first.isoformat(),
        "date_end": last.isoformat(),
        "deaths_a": dead.side_a,
        "deaths_b": dead.side_b,
        "deaths_civilians": dead.civilians,
        "deaths_unknown": dead.unknown,
        "best": dead.best,
        "high": dead.high,
        "low": dead.low,
    }
    return row


def priogrid(lon: float, lat: float) -> int:
    """PRIO-GRID's cell of half a degree: 1 at the south-west corner, 720 a row (Tollefsen et al. 2012)."""
    row = min(math.floor((lat + 90) * 2), 359)
    column = min(math.floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _sides(actor: str | None, target: str | None, knowledge: Knowledge) -> tuple[str | None, str | None]:
    """GED puts the government on side A; in one-sided violence side A is who attacks, side B the civilians."""
    if target != CIVILIANS and _is_state(target, knowledge) and not _is_state(actor, knowledge):
        return target, actor
    return actor, target


def _violence(side_a: str | None, side_b: str | None, knowledge: Knowledge) -> int:
    if side_b == CIVILIANS:
        return ONE_SIDED
    return STATE_BASED if _is_state(side_a, knowledge) or _is_state(side_b, knowledge) else NON_STATE


def _is_state(name: str | None, knowledge: Knowledge) -> bool:
    return name is not None and acled_class(knowledge, name) in (1, 8)


def _title(name: str | None) -> str:
    return "Civilians" if name == CIVILIANS else name or UNKNOWN_SIDE


def _article(report: Report) -> str:
    parts = (report.outlet, report.published, f'"{report.title}"' if report.title else None, report.url)
    return ", ".join(str(part) for part in parts if part)


def _region(country: Country, codes: Ucdp) -> str:
    named = next((region for region, members in codes.regions.items() if country.alpha2 in members), None)
    return named or codes.continents[country.continent]
