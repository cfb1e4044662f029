"""ACLED's event table: 31 columns, in their order, with their codes (ACLED Codebook; columns of the 2024 exports).

What it cannot hold: ranges of figures, effects other than death, contradictions, more than one place, events without
a day or a place, plans and denials. Such events are left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from vedette.knowledge.actors import acled_class
from vedette.knowledge.countries import countries
from vedette.knowledge.exchange import Acled, Exchange
from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge
from vedette.model.precision import time_precision
from vedette.products.exports.record import Record, claim_words
from vedette.products.exports.tables import write_csv
from vedette.settlement.derived import acled_fatalities

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
OTHER = "Other"
CIVILIANS, CIVILIAN_CLASS, STATE_FORCES = "civilians", 7, 1


def write_acled(records: Iterable[Record], path: Path, knowledge: Knowledge) -> int:
    """Write the table to `path` as CSV; returns the number of rows."""
    rows = (acled_row(r, knowledge) for r in records if holds(r))
    return write_csv(path, COLUMNS, rows)


def holds(record: Record) -> bool:
    """Whether ACLED's table has room for it: it happened, on a known day, at a known place."""
    h = record.happening
    return record.happened and bool(h.first or h.last) and record.position is not None and record.country is not None


def acled_row(record: Record, knowledge: Knowledge) -> dict[str, Any]:
    """One row by ACLED's column names. The record must be one that `holds` takes."""
    h, place, country = record.happening, record.place, record.country
    position, day = record.position, record.happening.first or record.happening.last
    if place is None or country is None or position is None or day is None:
        raise ValueError(f"{h.id}: without a day or a place it is no row of ACLED's")
    codes = knowledge.world("exchange", Exchange).acled
    event_type = codes.event_type(h.type)
    sub_type = h.type if event_type else OTHER
    inter1, inter2 = _inter(h.actor, country.alpha2, knowledge), _inter(h.target, country.alpha2, knowledge)
    published = [r.report.published for r in record.reports if r.report.published]
    stamp = datetime.combine(max(published), time(), tzinfo=UTC).timestamp() if published else None
    return {
        "event_id_cnty": h.id,
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": time_precision(h.first, h.last),
        "disorder_type": codes.disorder_type(sub_type),
        "event_type": codes.event_type(sub_type),
        "sub_event_type": sub_type,
        "actor1": h.actor,
        "assoc_actor_1": None,
        "inter1": codes.inter.get(inter1 or 0),
        "actor2": _title(h.target),
        "assoc_actor_2": None,
        "inter2": codes.inter.get(inter2 or 0),
        "interaction": _interaction(inter1, inter2, codes),
        "civilian_targeting": "Civilian targeting" if h.target == CIVILIANS else None,
        "iso": country.numeric,
        "region": next((r for r, members in codes.regions.items() if country.alpha2 in members), None),
        "country": country.name,
        "admin1": place.adm1 or (place.name if place.kind == "adm1" else None),
        "admin2": place.adm2 or (place.name if place.kind == "adm2" else None),
        "admin3": None,
        "location": place.name,
        "latitude": position[1],
        "longitude": position[0],
        "geo_precision": place.geo_precision,
        "source": "; ".join(record.outlets) or None,
        "source_scale": _scale(record, country.alpha2, knowledge),
        "notes": f"{record.notes()} [{claim_words(record.claims)}]",
        "fatalities": acled_fatalities(h, record.claims, codes),
        "tags": None if event_type else f"vedette type={h.type}",
        "timestamp": None if stamp is None else int(stamp),
    }


def _inter(name: str | None, country: str, knowledge: Knowledge) -> int | None:
    """ACLED's class: a state is "State forces" at home and "External/Other forces" abroad."""
    if name is None or name == CIVILIANS:
        return None if name is None else CIVILIAN_CLASS
    state = next((c for c in countries(knowledge).values() if c.name == name), None)
    return STATE_FORCES if state and state.code == country else acled_class(knowledge, name)


def _interaction(one: int | None, two: int | None, codes: Acled) -> str | None:
    """The classes of both sides, the lower first; of one side alone ("Sole")."""
    sides = [codes.inter[side] for side in sorted(s for s in (one, two) if s in codes.inter)]
    if not sides:
        return None
    return "-".join(sides) if len(sides) == 2 else f"Sole {sides[0].lower()} action"


def _title(name: str | None) -> str | None:
    return "Civilians" if name == CIVILIANS else name


def _scale(record: Record, country: str, knowledge: Knowledge) -> str:
    """How far the outlets reach from the event: of its country, of others, or not known."""
    outlets = Outlets.of(knowledge)
    scales = set()
    for name in record.outlets:
        known = outlets.find(name)
        home = known.country if known else None
        scales.add("Other" if home is None else "National" if home == country else "International")
    return "-".join(s for s in ("National", "International", "Other") if s in scales) or "Other"
