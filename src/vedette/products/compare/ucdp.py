"""UCDP's Georeferenced Event Dataset as outside records: the yearly files and those of candidate events."""

from __future__ import annotations

from pathlib import Path

from vedette.model.place import Place, PlaceKind
from vedette.products.compare.outside import Outside, day_of, degrees_of, number_of, read_table
from vedette.products.countries import country_by
from vedette.products.exports.ucdp import COLUMNS, ONE_SIDED

NEEDED = ("id", "date_start", "date_end", "country", "latitude", "longitude", "best", "high", "low")
_KINDS = {1: PlaceKind.TOWN, 2: PlaceKind.TOWN, 3: PlaceKind.ADM2, 4: PlaceKind.ADM1, 5: PlaceKind.REGION,
          6: PlaceKind.COUNTRY, 7: PlaceKind.COUNTRY}  # fmt: skip
_NEAR = 2
_STATE, _REBELS, _CIVILIANS = 1, 2, 7
_CLASSES = {1: (_STATE, _REBELS), 2: (_REBELS, _REBELS), ONE_SIDED: (None, _CIVILIANS)}
"""Type of violence to ACLED's classes of both sides, as far as it tells them."""


def read_ucdp(path: Path) -> tuple[list[Outside], list[str]]:
    """The events of a GED file, and why some rows could not be taken. Raises VedetteError as `read_table` does.

    GED does not tell how people were killed: its events have no type here. A number of sources of -1 is "not coded".
    """
    found, refused = [], []
    for n, row in enumerate(read_table(path, COLUMNS, NEEDED), start=1):
        first, last = day_of(row["date_start"]), day_of(row["date_end"])
        if first is None or last is None:
            refused.append(f"row {n}: {row['date_start']!r} to {row['date_end']!r} are no days")
            continue
        violence = number_of(row.get("type_of_violence"))
        sides = _CLASSES.get(violence or 0, (None, None))
        headline = row.get("source_headline", "")
        found.append(
            Outside(
                id=row["id"],
                types=(),
                first=min(first, last),
                last=max(first, last),
                place=_place(row),
                actor=row.get("side_a") or None,
                target=row.get("side_b") or None,
                low=number_of(row["low"]),
                best=number_of(row["best"]),
                high=number_of(row["high"]),
                text=". ".join(x for x in (row.get("where_description", ""), headline) if x),
                actor_class=sides[0],
                target_class=sides[1],
                sources=number_of(row.get("number_of_sources")),
            )
        )
    return found, refused


def _place(row: dict[str, str]) -> Place:
    precision = number_of(row.get("where_prec")) or 1
    country = country_by(name=row["country"])
    name = row.get("where_coordinates") or row.get("adm_2") or row.get("adm_1") or row["country"]
    return Place(
        id=f"ucdp:{name}",
        name=name.removesuffix(" town").removesuffix(" village").removesuffix(" city"),
        kind=_KINDS.get(precision, PlaceKind.TOWN),
        country=country.alpha2 if country else None,
        lat=degrees_of(row["latitude"]),
        lon=degrees_of(row["longitude"]),
        adm1=(row.get("adm_1") or "").removesuffix(" governorate").removesuffix(" province") or None,
        adm2=(row.get("adm_2") or "").removesuffix(" district") or None,
        near=precision == _NEAR,
    )
