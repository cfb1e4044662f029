"""PLOVER, the successor of CAMEO: one JSON object a line, with the field names of its draft manual (0.6b2, chapter
"JSON Data Fields"; Open Event Data Alliance). The manual leaves room for fields of one's own: `dead_range`,
`injured_range`, `status`, `grade`, `origins` and `claims` are ours.

Quad codes and scales are left out: they are judgements that no report makes. Actors have a code where they are states
(ISO 3166-1 alpha-3) and a sector where they are civilians, else their name alone: PLOVER's codes of groups are not ours
to give.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vedette import EXTRACTION_VERSION
from vedette.knowledge.countries import countries
from vedette.knowledge.exchange import Exchange
from vedette.knowledge.pack import Knowledge
from vedette.products.countries import country_code3
from vedette.products.exports.record import Record
from vedette.products.situation.model import Figure

CIVILIANS, CIVILIAN_SECTOR = "civilians", "CVL"
CODEBOOK = "PLOVER draft 0.6b2"
_GEONAMES = "geonames:"


def write_plover(records: Iterable[Record], path: Path, knowledge: Knowledge) -> int:
    """Write one line an event; returns the number of lines. Events that PLOVER has no room for are left out."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            row = plover_row(record, knowledge)
            if row is not None:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


def plover_row(record: Record, knowledge: Knowledge) -> dict[str, Any] | None:
    """One event as PLOVER has it; None where PLOVER has no type for it, and without a day, which it requires."""
    h, codes = record.happening, knowledge.world("exchange", Exchange).plover
    event, mode, context = codes.types[h.type]
    first, last = h.first or h.last, h.last or h.first
    if not event or first is None or last is None:
        return None
    source, target = [_actor(n, knowledge) for n in (h.actor,) if n], [_actor(n, knowledge) for n in (h.target,) if n]
    if h.type in codes.mutual:
        source, target = source + target, []
    killed, wounded = record.figure("killed"), record.figure("wounded")
    return {
        "id": h.id,
        "date": first.isoformat(),
        "enddate": last.isoformat(),
        "source": source,
        "target": target,
        "event": event,
        "mode": mode or None,
        "context": context or None,
        "eventLoc": _location(record),
        "eventText": h.type,
        "dead": _best(killed),
        "injured": _best(wounded),
        "publication": list(record.outlets),
        "url": [r.report.url for r in record.reports if r.report.url],
        "citation": [r.report.ref for r in record.reports],
        "language": next((r.report.language for r in record.reports), None),
        "coder": "Vedette",
        "version": EXTRACTION_VERSION,
        "codebook": CODEBOOK,
        "comment": record.notes(),
        "dead_range": _range(killed),
        "injured_range": _range(wounded),
        "status": "happened" if record.happened else "not happened",
        "grade": h.grade.name if h.grade else None,
        "origins": list(h.origins),
        "claims": [c.id for c in record.claims],
    }


def _actor(name: str, knowledge: Knowledge) -> dict[str, str]:
    """An actor object: its text, with the code of a state or the sector of civilians."""
    if name == CIVILIANS:
        return {"sector": CIVILIAN_SECTOR, "actorText": name}
    for state in countries(knowledge).values():
        if name in (state.name, state.government) and (code := country_code3(state.code)):
            return {"code": code} | ({"sector": "GOV"} if name != state.name else {}) | {"actorText": name}
    return {"actorText": name}


def _location(record: Record) -> dict[str, Any]:
    """A location object with the field names of GeoNames, as PLOVER asks."""
    place, country = record.place, record.country
    lon, lat = record.position or (None, None)
    listed = place is not None and place.id.startswith(_GEONAMES)
    return {
        "name": place.name if place else record.happening.place,
        "geonameid": int(place.id.removeprefix(_GEONAMES)) if place and listed else None,
        "latitude": lat,
        "longitude": lon,
        "country code": country.alpha2 if country else None,
        "cc3": country.alpha3 if country else None,
    }


def _best(figure: Figure | None) -> int | None:
    return (figure.best if figure.best is not None else figure.low) if figure else None


def _range(figure: Figure | None) -> dict[str, int | None] | None:
    return {"low": figure.low, "high": figure.high} if figure and figure.low is not None else None
