"""The file that places lie in: its tables, and what is written for a place."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vedette.gazetteer.fold import fold, key_of, skeleton, without_articles
from vedette.model.place import PlaceKind

SCHEMA = """
create table place(
    id integer primary key, code text, name text, kind text, country text, lat real, lon real, adm1 text, adm2 text,
    population int);
create table name(key text, place int, alias int, primary key(key, place)) without rowid;
create table sound(
    skeleton text, country text, key text, place int, primary key(skeleton, country, key, place)) without rowid;
create table about(key text primary key, value text) without rowid;
"""

LOOSE = "~"
"""Put before a key that lacks its articles: such a key is looked up only where the full one finds nothing."""

GENERIC = (
    " governorate", " province", " region", " state", " oblast", " county", " department", " district", " prefecture",
    " emirate", " voivodeship", " canton", " wilaya", " krai", " republic", " parish", " raion", " subdistrict",
)  # fmt: skip
"""What a first-level area's name may end in and the news leaves out."""

_LATIN = re.compile("[\u0000-\u024f\u1e00-\u1eff‘’ʻʼʿʾ]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place with its names. `code` is its id in the file that it is from: a p-code, a GeoNames id."""

    code: str
    name: str
    kind: PlaceKind
    country: str
    lat: float | None
    lon: float | None
    adm1: str | None = None
    adm2: str | None = None
    population: int = 0
    aliases: tuple[str, ...] = ()


class Writer:
    """Writes places to an open file. `sounding`: countries whose names are found by their sound too; None for all."""

    def __init__(self, db: sqlite3.Connection, sounding: frozenset[str] | None = None):
        db.executescript("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-200000;" + SCHEMA)
        self._db, self._sounding = db, sounding

    def add(self, number: int, entry: Entry, *, code: str | None, keys: Iterable[str] | None = None) -> None:
        """Write `entry` under its names. `code` None: `number` is its GeoNames id. `keys`: only under these."""
        e = entry
        row = (number, code, e.name, e.kind, e.country, e.lat, e.lon, e.adm1, e.adm2, e.population)
        self._db.execute("insert or ignore into place values(?,?,?,?,?,?,?,?,?,?)", row)
        wanted = dict.fromkeys(keys) if keys is not None else names_to_keys((e.name, *e.aliases), e.kind)
        own = set(keys_of(e.name, e.kind))
        rows = {k: k not in own for k in wanted}
        if self._sounding is None or e.country in self._sounding:
            latin = [k for k in wanted if k.isascii()]
            for k in latin:
                rows.setdefault(LOOSE + without_articles(k), k not in own)
            sounds = {(bones, e.country, k, number) for k in latin if len(bones := skeleton(k)) > 1}
            self._db.executemany("insert or ignore into sound values(?,?,?,?)", sorted(sounds))
        self._db.executemany("insert or ignore into name values(?,?,?)", [(k, number, a) for k, a in rows.items()])

    def close(self) -> None:
        """Index what was written, make the file small, and close it."""
        self._db.execute("create index place_at on place(country, lat)")
        self._db.commit()
        self._db.execute("vacuum")
        self._db.close()

    def tell(self, about: dict[str, str]) -> None:
        """Write facts on the file as a whole."""
        self._db.executemany("insert or replace into about values(?,?)", sorted(about.items()))


def names_to_keys(names: Iterable[str], kind: PlaceKind) -> dict[str, None]:
    """The keys of all of `names`, each once, in order."""
    return dict.fromkeys(k for n in names for k in keys_of(n, kind))


def keys_of(name: str, kind: PlaceKind) -> Iterator[str]:
    """The key of `name`, and of a first-level area's also the key without "province" and the like."""
    if key := key_of(name):
        yield key
        if kind is PlaceKind.ADM1 and (bare := without_generic(key)) != key:
            yield bare


def without_generic(key: str) -> str:
    """A folded name less "county", "province" and the like at its end."""
    return next((key.removesuffix(g) for g in GENERIC if key.endswith(g)), key)


def usable(alias: str) -> bool:
    """Whether an alternate name is in Latin letters and no code ("ALP") or bare consonants ("hlb")."""
    if len(alias) < 3 or (alias.isupper() and len(alias) < 5) or not alias[:1].isupper():
        return False
    return alias.isascii() or _LATIN.fullmatch(alias) is not None


def is_latin(name: str) -> bool:
    """Whether a name has letters that fold to ASCII."""
    return bool(fold(name))
