"""The world's gazetteer on disk: exact names and names that sound alike."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from functools import cache, cached_property
from pathlib import Path

from vedette.gazetteer.build import LOOSE, build, version
from vedette.gazetteer.fold import skeleton, without_articles
from vedette.model.place import Place, PlaceKind

_COLUMNS = "p.id, p.name, p.kind, p.country, p.lat, p.lon, p.adm1, p.adm2, p.population"


class World:
    """Read-only. Rows come back as (place, whether the name is not its main one)."""

    def __init__(self, path: Path):
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def named(self, key: str) -> list[tuple[Place, bool]]:
        """Places with the folded name `key`, else with that name less its articles."""
        query = f"select {_COLUMNS}, n.alias from name n join place p on p.id = n.place where n.key = ? order by p.id"
        rows = self._db.execute(query, (key,)).fetchall()
        rows = rows or self._db.execute(query, (LOOSE + without_articles(key),)).fetchall()
        return [(_place(r), bool(r[9])) for r in rows]

    def sounding(self, key: str, country: str) -> list[tuple[Place, str]]:
        """Places of `country` with a name of the same consonants as `key`, each with that name, folded."""
        query = (
            f"select {_COLUMNS}, s.key from sound s join place p on p.id = s.place "
            "where s.skeleton = ? and s.country = ? order by p.id, s.key"
        )
        return [(_place(r), r[9]) for r in self._db.execute(query, (skeleton(key), country))]

    def country(self, code: str) -> Place | None:
        """The country with the two-letter `code`, None if there is none."""
        return self._countries.get(code)

    @cached_property
    def _countries(self) -> dict[str, Place]:
        """Code to country, read once: the table has no index for them."""
        rows = self._db.execute(
            f"select {_COLUMNS} from place p where p.kind = 'country' order by p.id desc"
        ).fetchall()
        return {r[3]: _place(r) for r in rows}


def _place(r: tuple[int, str, str, str, float | None, float | None, str | None, str | None, int]) -> Place:
    return Place(
        id=f"geonames:{r[0]}", name=r[1], kind=PlaceKind(r[2]), country=r[3], lat=r[4], lon=r[5], adm1=r[6],
        adm2=r[7], population=r[8] or 0,
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
