"""FollowTheMoney: events, the parties in them and the articles that prove them, as entities, one JSON object a line.

The form that ``ftm`` tools and OpenAleph read. Ids are made of the record's own, so that two exports agree.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from vedette.products.exports.record import Record

CIVILIANS = "civilians"


def write_ftm(records: Iterable[Record], path: Path) -> int:
    """Write every entity once, in the order met; returns the number of lines."""
    seen: set[str] = set()
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            for entity in entities(record):
                if entity["id"] not in seen:
                    seen.add(entity["id"])
                    file.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return len(seen)


def entities(record: Record) -> Iterator[dict[str, Any]]:
    """The parties, the articles, then the event that names them. Values are lists of text, as the format asks."""
    h, country = record.happening, record.country
    parties = [name for name in dict.fromkeys((h.actor, h.target)) if name and name != CIVILIANS]
    for name in parties:
        yield _entity(_party_id(name), "Organization", {"name": name})
    for entry in record.reports:
        report = entry.report
        yield _entity(
            report.id,
            "Article",
            {
                "title": report.title or report.ref,
                "publisher": report.outlet,
                "publishedAt": report.published.isoformat() if report.published else None,
                "sourceUrl": report.url,
                "language": "eng" if report.language == "en" else None,
            },
        )
    place = record.place
    yield _entity(
        h.id,
        "Event",
        {
            "name": f"{h.type}, {h.place or 'place not told'}",
            "startDate": h.first.isoformat() if h.first else None,
            "endDate": h.last.isoformat() if h.last else None,
            "country": country.alpha2.lower() if country else None,
            "location": place.name if place else h.place,
            "summary": record.notes(),
            "keywords": h.type,
            "recordId": h.id,
        },
        involved=[_party_id(name) for name in parties],
        proof=[r.report.id for r in record.reports],
    )


def _entity(id_: str, schema: str, values: dict[str, str | None], **links: list[str]) -> dict[str, Any]:
    properties = {k: [v] for k, v in values.items() if v} | {k: v for k, v in links.items() if v}
    return {"id": id_, "schema": schema, "properties": properties}


def _party_id(name: str) -> str:
    return f"a-{hashlib.sha256(name.encode()).hexdigest()[:16]}"
