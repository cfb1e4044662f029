"""GeoNames country dumps: ``XX.zip`` or ``XX.txt`` of download.geonames.org/export/dump, see its readme.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from zipfile import BadZipFile, ZipFile

from vedette.errors import GazetteerError
from vedette.gazetteer.added.source import Source
from vedette.gazetteer.fold import key_of
from vedette.gazetteer.rows import Entry, usable
from vedette.model.place import PlaceKind

COLUMNS = 19
CREDIT = "GeoNames (geonames.org), CC BY 4.0"
_NAME, _ALTERNATE, _LAT, _LON, _CODE, _COUNTRY, _ADM1, _ADM2, _PEOPLE = 1, 3, 4, 5, 7, 8, 10, 11, 14
_SHOWN = 5


def member(archive: ZipFile) -> str | None:
    """The name of the dump inside a country's zip, None if there is none."""
    names = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
    return names[0] if len(names) == 1 else None


def read_zip(archive: ZipFile, name: str) -> Source:
    """A zipped country dump. Raises GazetteerError if the archive is damaged or holds something else."""
    inner = member(archive)
    if inner is None:
        raise GazetteerError(f"{name}: no country dump in it; GeoNames' zip holds one XX.txt")
    try:
        if (bad := archive.testzip()) is not None:
            raise GazetteerError(f"{name}: {bad} in it is damaged; fetch it again")
        text = archive.read(inner).decode("utf-8")
    except (BadZipFile, EOFError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{name}: damaged ({error}); fetch it again") from error
    return read_lines(text.splitlines(), name)


def read_lines(lines: Iterable[str], name: str) -> Source:
    """The rows of a country dump. Features that no report would name (wells, streams' bends, farms) are left out."""
    source = Source(name=name, form="GeoNames country dump", scheme="geonames", credit=CREDIT)
    rows: list[list[str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        cells = line.rstrip("\n").split("\t")
        if len(cells) != COLUMNS or not cells[0].isdigit():
            source.refused.append(f"{name}:{number}: {len(cells)} columns where a country dump has {COLUMNS}")
            if len(source.refused) > _SHOWN and not rows:
                raise GazetteerError(f"{name}: no GeoNames country dump; {source.refused[0]}")
            continue
        rows.append(cells)
    areas = _area_names(rows)
    for cells in rows:
        if (kind := _kind(cells[_CODE])) is not None:
            source.entries.append(_entry(cells, kind, areas))
    if not source.entries:
        raise GazetteerError(f"{name}: no places in it")
    return source


def _entry(cells: list[str], kind: PlaceKind, areas: dict[tuple[str, ...], str]) -> Entry:
    country, first, second = cells[_COUNTRY], cells[_ADM1], cells[_ADM2]
    alternate = (a.strip() for a in cells[_ALTERNATE].split(","))
    aliases = dict.fromkeys(a for a in (cells[2], *alternate) if a and (usable(a) or not key_of(a).isascii()))
    return Entry(
        code=cells[0], name=cells[_NAME], kind=kind, country=country, lat=float(cells[_LAT]), lon=float(cells[_LON]),
        adm1=areas.get((country, first)), adm2=areas.get((country, first, second)),
        population=int(cells[_PEOPLE] or 0), aliases=tuple(aliases),
    )  # fmt: skip


def _area_names(rows: Iterable[list[str]]) -> dict[tuple[str, ...], str]:
    """Codes of first and second level areas to their names, from the dump's own rows for them."""
    names: dict[tuple[str, ...], str] = {}
    for cells in rows:
        if cells[_CODE] == "ADM1":
            names.setdefault((cells[_COUNTRY], cells[_ADM1]), cells[_NAME])
        elif cells[_CODE] == "ADM2":
            names.setdefault((cells[_COUNTRY], cells[_ADM1], cells[_ADM2]), cells[_NAME])
    return names


def _kind(code: str) -> PlaceKind | None:
    kinds = _kinds()
    if code in kinds:
        return kinds[code]
    return next((kind for start, kind in kinds.items() if start.endswith("*") and code.startswith(start[:-1])), None)


@cache
def _kinds() -> dict[str, PlaceKind]:
    return dict(_rows())


def _rows() -> Iterator[tuple[str, PlaceKind]]:
    text = (files("vedette.gazetteer") / "data" / "feature_codes.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            code, kind = line.split("\t")
            yield code, PlaceKind(kind)
