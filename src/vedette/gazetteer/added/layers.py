"""Layers of areas and points: shapefiles with their tables beside them, and GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapefile

from vedette.errors import GazetteerError
from vedette.gazetteer.added import cod
from vedette.gazetteer.added.shapes import middle
from vedette.gazetteer.added.source import Source

ENDINGS = (".shp", ".geojson", ".json")
Row = tuple[dict[str, Any], dict[str, Any]]
_NO_PLACES = ("lines",)


def read_layers(paths: list[Path], name: str) -> Source:
    """The places of the layers at `paths`; one that several layers tell of is taken from the first with coordinates.

    Raises GazetteerError if none of the layers is of a common operational dataset.
    """
    source = Source(name=name, form="OCHA common operational dataset", scheme="ocha", credit=cod.CREDIT)
    seen: set[str] = set()
    for path in sorted(paths):
        if path.stem.lower().endswith(_NO_PLACES):
            continue
        try:
            rows = list(_rows(path))
        except _UNREADABLE as error:
            source.refused.append(f"{path.name}: {_words(path, error)}")
            continue
        if not rows or not cod.is_cod(rows[0][0]):
            source.refused.append(f"{path.name}: no layer of a common operational dataset: no p-codes in its fields")
            continue
        for row, geometry in rows:
            found = cod.entry(row, middle(geometry))
            if found is not None and found.code not in seen:
                seen.add(found.code)
                source.entries.append(found)
    if not source.entries:
        raise GazetteerError(f"{name}: no places in it; {'; '.join(source.refused) or 'no layer found'}")
    for e in source.entries:
        if e.lat is None or e.lon is None or not (-90 <= e.lat <= 90 and -180 <= e.lon <= 180):
            raise GazetteerError(f"{name}: {e.name} lies at {e.lat}, {e.lon}; bring it in degrees (WGS 84)")
    return source


_UNREADABLE = (shapefile.ShapefileException, OSError, UnicodeDecodeError, ValueError, KeyError)


def _words(path: Path, error: Exception) -> str:
    if path.suffix.lower() == ".shp" and not path.with_suffix(".dbf").exists():
        return "no table (.dbf) beside it"
    return f"cannot be read: {error}"


def _rows(path: Path) -> Iterator[Row]:
    """Fields and geometry of each feature of a layer."""
    if path.suffix.lower() == ".shp":
        with shapefile.Reader(str(path), encoding=_encoding(path)) as reader:
            for item in reader.iterShapeRecords():
                yield item.record.as_dict(), dict(item.shape.__geo_interface__)
        return
    data = json.loads(path.read_text(encoding="utf-8-sig"))
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        raise ValueError("no GeoJSON FeatureCollection")
    for feature in data["features"]:
        yield feature.get("properties") or {}, feature.get("geometry") or {}


def _encoding(path: Path) -> str:
    """What the .cpg beside a shapefile names; UTF-8 without one."""
    cpg = path.with_suffix(".cpg")
    named = cpg.read_text(encoding="ascii", errors="ignore").strip() if cpg.exists() else ""
    return named or "utf-8"
