"""A path to the places in it, by what is found there."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from vedette.errors import GazetteerError
from vedette.gazetteer.added import geonames
from vedette.gazetteer.added.layers import ENDINGS, read_layers
from vedette.gazetteer.added.source import Source
from vedette.gazetteer.added.tables import read_table

FORMS = "a GeoNames dump (.zip, .txt), a shapefile or folder or zip of shapefiles, GeoJSON, or CSV"


def read_places(path: Path, name: str | None = None) -> Source:
    """The places at `path`, under `name` or the path's own. Raises GazetteerError where that holds none."""
    shown = name or path.resolve().name
    if not path.exists():
        raise GazetteerError(f"{path}: there is no such file or folder")
    try:
        if path.is_dir():
            return read_layers(_layers(path), shown)
        match path.suffix.lower():
            case ".zip":
                return _read_zip(path, shown)
            case ".txt" | ".tsv":
                with path.open(encoding="utf-8") as lines:
                    return geonames.read_lines(lines, shown)
            case ".csv":
                return read_table(path, shown)
            case ending if ending in ENDINGS:
                return read_layers([path], shown)
    except UnicodeDecodeError as error:
        raise GazetteerError(
            f"{path}: not in UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
        ) from error
    except OSError as error:
        raise GazetteerError(f"{path}: {error.strerror or error}") from error
    raise GazetteerError(f"{path}: cannot tell what it is; bring {FORMS}")


def _layers(folder: Path) -> list[Path]:
    found = [p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS]
    if not found:
        raise GazetteerError(f"{folder}: no layer in it; bring {FORMS}")
    return found


def _read_zip(path: Path, name: str) -> Source:
    try:
        with ZipFile(path) as archive:
            if geonames.member(archive) is not None:
                return geonames.read_zip(archive, name)
            with tempfile.TemporaryDirectory(prefix="vedette-") as folder:
                archive.extractall(folder)
                return read_layers(_layers(Path(folder)), name)
    except BadZipFile as error:
        raise GazetteerError(f"{path}: a damaged zip ({error}); fetch it again") from error
