"""GeoJSON (RFC 7946): one feature a happening, its geometry null where the place is not resolved."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vedette.products.exports.flat import flat_row
from vedette.products.exports.record import Record


def write_geojson(records: Iterable[Record], path: Path) -> int:
    """Write a FeatureCollection to `path`, a feature a line; returns the number of features."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for record in records:
            file.write(",\n" if count else "\n")
            file.write(json.dumps(feature(record), ensure_ascii=False))
            count += 1
        file.write("\n]}\n")
    return count


def feature(record: Record) -> dict[str, Any]:
    """One feature: longitude before latitude, the happening's id as its id, all else as properties."""
    position = record.position
    properties = flat_row(record)
    return {
        "type": "Feature",
        "id": record.happening.id,
        "geometry": None if position is None else {"type": "Point", "coordinates": list(position)},
        "properties": {k: v for k, v in properties.items() if k not in ("lat", "lon")},
    }
