"""The world's gazetteer on disk: exact names and names that sound alike."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from functools import cache, cached_property
from math import cos, radians
from pathlib import Path
from typing import Any

from vedette.gazetteer.build import build, version
from vedette.gazetteer.fold import skeleton, without_articles
from vedette.gazetteer.rows import LOOSE
from vedette.model.place import Place, PlaceKind

_COLUMNS = "p.id, p.code, p.name, p.kind, p.country, p.lat, p.lon, p.adm1, p.adm2, p.population"
_WIDTH = _COLUMNS.count(",") + 1


class World:
    """Read-only. Rows come back as (place, whether the name is not its main one)."""

    def __init__(self, path: Path):
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def named(self, key: str) -> list[tuple[Place, bool]]:
        """Places with the folded name `key`, else with that name less its articles."""
        query = f"select {_COLUMNS}, n.alias from name n join place p on p.id = n.place where n.key = ? order by p.id"
        rows = self._db.execute(query, (key,)).fetchall()
        rows = rows or self._db.execute(query, (LOOSE + without_articles(key),)).fetchall()
        return [(_place(r), bool(r[_WIDTH])) for r in rows]

    def sounding(self, key: str, country: str) -> list[tuple[Place, str]]:
        """Places of `country` with a name of the same consonants as `key`, each with that name, folded."""
        query = (
            f"select {_COLUMNS}, s.key from sound s join place p on p.id = s.place "
            "where s.skeleton = ? and s.country = ? order by p.id, s.key"
        )
        return [(_place(r), r[_WIDTH]) for r in self._db.execute(query, (skeleton(key), country))]

    def around(self, country: str, lat: float, lon: float, degrees: float) -> list[Place]:
        """Towns of `country` in the box of so many degrees of latitude around a point."""
        wide = degrees / max(cos(radians(lat)), 0.1)
        query = (
            f"select {_COLUMNS} from place p where p.country = ? and p.lat between ? and ? and p.lon between ? and ? "
            "and p.kind = 'town' order by p.id"
        )
        box = (country, lat - degrees, lat + degrees, lon - wide, lon + wide)
        return [_place(r) for r in self._db.execute(query, box)]

    def country(self, code: str) -> Place | None:
        """The country with the two-letter `code`, None if there is none."""
        return self._countries.get(code)

    def about(self) -> dict[str, str]:
        """Facts on the file as a whole; none for the world's own."""
        return dict(self._db.execute("select key, value from about").fetchall())

    def size(self) -> int:
        """How many places there are."""
        return int(self._db.execute("select count(*) from place").fetchone()[0])

    def all_keys(self) -> frozenset[str]:
        """Every folded name, articles included or not."""
        return frozenset(key.removeprefix(LOOSE) for (key,) in self._db.execute("select key from name"))

    def sounds(self) -> dict[str, list[str]]:
        """Consonants to the folded names that share them."""
        out: dict[str, list[str]] = {}
        for bones, key in self._db.execute("select distinct skeleton, key from sound order by skeleton, key"):
            out.setdefault(bones, []).append(key)
        return out

    @cached_property
    def _countries(self) -> dict[str, Place]:
        """Code to country, read once: the table has no index for them."""
        rows = self._db.execute(
            f"select {_COLUMNS} from place p where p.kind = 'country' order by p.id desc"
        ).fetchall()
        return {r[4]: _place(r) for r in rows}


def _place(r: tuple[Any, ...]) -> Place:
    return Place(
        id=r[1] or f"geonames:{r[0]}", name=r[2], kind=PlaceKind(r[3]), country=r[4], lat=r[5], lon=r[6], adm1=r[7],
        adm2=r[8], population=r[9] or 0,
    )  # fmt: skip


def cache_dir() -> Path:
    """Where the built gazetteer lies: ``$VEDETTE_CACHE``, else ``vedette`` in the user's cache folder."""
    if own := os.environ.get("VEDETTE_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vedette"


@cache
def world() -> World:
    """The gazetteer of this version, built on first use (some seconds, once a machine)."""
    path = cache_dir() / f"gazetteer-{version()}.sqlite"
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:  # a read-only home: build for this process alone
            path = Path(tempfile.mkdtemp(prefix="vedette-")) / path.name
        half = path.with_suffix(f".{os.getpid()}.part")
        half.unlink(missing_ok=True)
        build(half)
        half.replace(path)
    return World(path)
