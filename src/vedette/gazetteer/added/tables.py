"""Places from a CSV table: one a row, with its name and coordinates."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from vedette.errors import GazetteerError
from vedette.gazetteer.added.source import Source
from vedette.gazetteer.rows import Entry
from vedette.model.place import PlaceKind

NEEDED = (("name",), ("lat", "latitude"), ("lon", "lng", "long", "longitude"), ("country", "country_code", "iso2"))
_MORE = {"adm1": ("adm1", "admin1"), "adm2": ("adm2", "admin2"), "kind": ("kind",), "population": ("population",),
         "aliases": ("aliases", "alternatenames"), "id": ("id", "code", "pcode")}  # fmt: skip


def read_table(path: Path, name: str) -> Source:
    """The places of a CSV file with the columns name, lat, lon, country, and, if wanted, id, kind, adm1, adm2,
    population, aliases (with ";" between). Raises GazetteerError if a needed column is missing or no row is good."""
    source = Source(name=name, form="CSV", scheme=f"csv-{Path(name).stem}", credit="brought by the user")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        columns = {c.strip().lower(): c for c in reader.fieldnames or ()}
        where = {wanted[0]: next((columns[w] for w in wanted if w in columns), None) for wanted in NEEDED}
        if missing := [w for w, column in where.items() if column is None]:
            raise GazetteerError(
                f"{name}:1: no column {' or '.join(missing)}; there are: {', '.join(columns) or 'none'}"
            )
        where |= {more: next((columns[w] for w in names if w in columns), None) for more, names in _MORE.items()}
        for number, row in enumerate(reader, 2):
            cells = {slot: (row.get(column) or "").strip() for slot, column in where.items() if column is not None}
            try:
                source.entries.append(_entry(cells, number))
            except ValueError as error:
                source.refused.append(f"{name}:{number}: {error}")
    if not source.entries:
        raise GazetteerError(f"{name}: no places in it{'; ' + source.refused[0] if source.refused else ''}")
    return source


def _entry(cells: Mapping[str, str], number: int) -> Entry:
    if not cells["name"]:
        raise ValueError("no name")
    country, kind = cells["country"].upper(), cells.get("kind") or PlaceKind.TOWN
    if len(country) != 2:
        raise ValueError(f"country {cells['country']!r} is no two-letter code (ISO 3166-1)")
    if kind not in list(PlaceKind):
        raise ValueError(f"kind {kind!r} is none of: {', '.join(PlaceKind)}")
    return Entry(
        code=cells.get("id") or str(number), name=cells["name"], kind=PlaceKind(kind), country=country,
        lat=_degrees(cells["lat"], 90, "latitude"), lon=_degrees(cells["lon"], 180, "longitude"),
        adm1=cells.get("adm1") or None, adm2=cells.get("adm2") or None, population=_count(cells.get("population", "")),
        aliases=tuple(a.strip() for a in cells.get("aliases", "").split(";") if a.strip()),
    )  # fmt: skip


def _degrees(text: str, most: float, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{what} {text!r} is no number") from None
    if not -most <= value <= most:
        raise ValueError(f"{what} {text} is not between -{most:g} and {most:g}")
    return value


def _count(text: str) -> int:
    try:
        return int(float(text or 0))
    except ValueError:
        raise ValueError(f"population {text!r} is no number") from None
