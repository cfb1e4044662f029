"""Where added places are kept: one file a source, in the user's data folder, each read beside the world's gazetteer."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vedette.errors import GazetteerError
from vedette.gazetteer.added.source import Source
from vedette.gazetteer.rows import Writer
from vedette.gazetteer.world import World

LAYOUT = "1"
"""Raised whenever what is written for a source changes: part of its version."""


@dataclass(frozen=True)
class Added:
    """A source that was added. `version` is 12 hex digits over its places."""

    name: str
    form: str
    credit: str
    countries: tuple[str, ...]
    places: int
    version: str
    path: Path

    @property
    def book(self) -> World:
        """Its places, by name and by sound."""
        return _open(self.path)


def home() -> Path:
    """``$VEDETTE_GAZETTEER``, else ``vedette/gazetteer`` in the user's data folder."""
    if own := os.environ.get("VEDETTE_GAZETTEER"):
        return Path(own)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "vedette" / "gazetteer"


def added() -> tuple[Added, ...]:
    """Every source added, by name. Read once a process, and again after `add` and `remove`."""
    return _added(home())


def version() -> str:
    """What claims depend on of the added places: the sources' versions, "" where there are none."""
    return "+".join(sorted(a.version for a in added()))


def add(source: Source) -> Added:
    """Keep the places of `source` in the place of one of that name. Raises GazetteerError if they cannot be written."""
    folder = home()
    path = folder / f"{_slug(source.name)}.sqlite"
    half = path.with_suffix(f".{os.getpid()}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        _write(half, source)
        half.replace(path)
    except (OSError, sqlite3.Error) as error:
        half.unlink(missing_ok=True)
        raise GazetteerError(
            f"{path}: cannot be written ({error}); set VEDETTE_GAZETTEER to a folder of yours"
        ) from error
    _forget()
    return next(a for a in added() if a.path == path)


def remove(name: str) -> Added:
    """Take a source away. Raises GazetteerError if there is none of that name."""
    for one in added():
        if one.name == name:
            one.path.unlink(missing_ok=True)
            _forget()
            return one
    there = ", ".join(a.name for a in added()) or "none"
    raise GazetteerError(f"no added places are called {name!r}; there are: {there}")


def _write(path: Path, source: Source) -> None:
    writer = Writer(sqlite3.connect(path))
    digest = hashlib.sha256(LAYOUT.encode())
    for number, entry in enumerate(source.entries, 1):
        digest.update(repr(entry).encode())
        writer.add(number, entry, code=f"{source.scheme}:{entry.code}")
    writer.tell(
        {"name": _slug(source.name), "form": source.form, "credit": source.credit, "version": digest.hexdigest()[:12],
         "countries": " ".join(source.countries), "places": str(len(source.entries))}
    )  # fmt: skip
    writer.close()


@cache
def _added(folder: Path) -> tuple[Added, ...]:
    out = []
    for path in sorted(folder.glob("*.sqlite")) if folder.is_dir() else ():
        try:
            about = _open(path).about()
            out.append(
                Added(
                    name=about["name"], form=about["form"], credit=about["credit"], version=about["version"],
                    countries=tuple(about["countries"].split()), places=int(about["places"]), path=path,
                )
            )  # fmt: skip
        except (sqlite3.Error, KeyError) as error:
            raise GazetteerError(f"{path}: damaged ({error}); delete it and add its places again") from error
    return tuple(out)


@cache
def _open(path: Path) -> World:
    return World(path)


def _forget() -> None:
    _added.cache_clear()
    _open.cache_clear()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-") or "places"
