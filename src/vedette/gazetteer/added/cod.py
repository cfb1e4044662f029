"""OCHA's common operational datasets (COD): administrative areas, capitals, settlements and neighbourhoods.

Their field names differ from country to country and year to year (``ADM1_EN``, ``adm1_name``, ``admin1Name_en``;
shapefiles cut them to ten letters); what a layer holds is told from the fields that it has. Places keep their p-codes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vedette.gazetteer.rows import Entry
from vedette.model.place import PlaceKind

CREDIT = "OCHA common operational dataset (data.humdata.org), CC BY-IGO"
_LEVEL = re.compile(r"adm(?:in)?(\d)_?pcode")
_NAME = re.compile(r"adm(?:in)?(\d)_?(?:name\d?(?:_?[a-z]{2})?|[a-z]{2}|ref_?n?\w*|alt\d?\w*)")
_KINDS = {0: PlaceKind.COUNTRY, 1: PlaceKind.ADM1, 2: PlaceKind.ADM2, 3: PlaceKind.ADM2, 4: PlaceKind.TOWN}
_OWN_NAMES = (
    ("neighborho", "neighbor_1"), ("neighborhood_en", "neighborhood_ar"), ("featurename", "featurenam"),
    ("featurename_en", "featurename_ar"), ("name", "name1", "name_1", "name2", "name_2"), ("name_en", "name_ar"),
)  # fmt: skip
_OWN_CODES = ("loc_pcode", "neighborhood_pcode", "neighbor_2", "featurepcode", "pcode")
_NEIGHBOURHOOD = ("neighborho", "neighborhood_en")

Fields = Mapping[str, str]


def is_cod(names: Mapping[str, Any]) -> bool:
    """Whether a layer with these fields is one of a COD."""
    return any(_LEVEL.fullmatch(name.lower()) for name in names)


def entry(row: Mapping[str, Any], at: tuple[float, float] | None) -> Entry | None:
    """The place that a layer's row tells of, None for one without a code, a name or coordinates, or for a country.

    `at` is the middle of its shape, for layers that do not give it in their fields.
    """
    fields = {k.lower(): str(v).strip() for k, v in row.items() if v not in (None, "")}
    country = fields.get("iso2") or _code(fields, 0)
    level = _level(fields)
    if country is None or level is None:
        return None
    own = next(([fields[n] for n in names if n in fields] for names in _OWN_NAMES if names[0] in fields), None)
    kind = _KINDS.get(level, PlaceKind.TOWN)
    if own and not any(n in fields for n in ("admin_leve", "admin_level", "admlevel")):
        kind = PlaceKind.AREA if any(n in fields for n in _NEIGHBOURHOOD) else PlaceKind.TOWN
        code = next((fields[n] for n in _OWN_CODES if n in fields), None) or f"{_code(fields, level)}-{own[0]}"
        names = own
    else:
        code, names = _code(fields, level) or "", own or _names(fields, level)
    point = _point(fields) or at
    if kind is PlaceKind.COUNTRY or not names or not code or point is None:
        return None
    return Entry(
        code=code, name=names[0], kind=kind, country=country[:2].upper(), lat=point[0], lon=point[1],
        adm1=_first(fields, 1), adm2=_first(fields, 2), aliases=tuple(dict.fromkeys(names[1:])),
    )  # fmt: skip


def _level(fields: Fields) -> int | None:
    """The finest level whose p-code the row has."""
    levels = [int(m[1]) for name in fields if (m := _LEVEL.fullmatch(name))]
    return max(levels, default=None)


def _code(fields: Fields, level: int) -> str | None:
    names = (f"adm{level}_pcode", f"admin{level}pcode", f"adm{level}pcode", f"admin{level}_pcode")
    return next((fields[n] for n in names if n in fields), None)


def _names(fields: Fields, level: int) -> list[str]:
    """Names at `level`, English first: "adm1_name" or "ADM1_EN" before "adm1_name1", "ADM1_AR"."""
    found = [(n, fields[n]) for n in fields if (m := _NAME.fullmatch(n)) and int(m[1]) == level]
    found.sort(key=lambda pair: (not pair[1].isascii(), not pair[0].endswith(("_en", "_name", "nameen")), pair[0]))
    return list(dict.fromkeys(value for _, value in found))


def _first(fields: Fields, level: int) -> str | None:
    return next(iter(_names(fields, level)), None)


def _point(fields: Fields) -> tuple[float, float] | None:
    for lat, lon in (("center_lat", "center_lon"), ("y_coord", "x_coord"), ("latitude", "longitude")):
        if lat in fields and lon in fields:
            return float(fields[lat]), float(fields[lon])
    return None
