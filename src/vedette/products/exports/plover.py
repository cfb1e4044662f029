"""PLOVER, the successor of CAMEO: one JSON object a line, with event type, mode, actor, recipient, place and days.

PLOVER's field names are those of its manual (Open Event Data Alliance); contexts, quad classes and Goldstein scores
are left out: they are judgements that no report makes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vedette.knowledge.exchange import Exchange
from vedette.knowledge.pack import Knowledge
from vedette.products.exports.record import Record


def write_plover(records: Iterable[Record], path: Path, knowledge: Knowledge) -> int:
    """Write one line an event; returns the number of lines. Types that PLOVER lacks are left out."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            row = plover_row(record, knowledge)
            if row is not None:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


def plover_row(record: Record, knowledge: Knowledge) -> dict[str, Any] | None:
    """One event as PLOVER has it; None where PLOVER has no type for it."""
    h, place = record.happening, record.place
    event, mode = knowledge.world("exchange", Exchange).plover.types[h.type]
    if not event:
        return None
    killed, wounded = record.figure("killed"), record.figure("wounded")
    lon, lat = record.position or (None, None)
    return {
        "id": h.id,
        "date": h.first.isoformat() if h.first else None,
        "dateEnd": h.last.isoformat() if h.last else None,
        "event": event,
        "mode": mode or None,
        "status": "happened" if record.happened else "not happened",
        "actor": [{"name": h.actor}] if h.actor else [],
        "recipient": [{"name": h.target}] if h.target else [],
        "location": {
            "name": h.place,
            "geonames": place.id if place else None,
            "country": record.country.alpha3 if record.country else None,
            "adm1": place.adm1 if place else None,
            "latitude": lat,
            "longitude": lon,
        },
        "deaths": {"low": killed.low, "best": killed.best, "high": killed.high} if killed else None,
        "injuries": {"low": wounded.low, "best": wounded.best, "high": wounded.high} if wounded else None,
        "grade": h.grade.name if h.grade else None,
        "origins": list(h.origins),
        "publishers": list(record.outlets),
        "claims": [c.id for c in record.claims],
    }
