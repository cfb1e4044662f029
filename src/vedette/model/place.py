"""Place: an entry of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a gazetteer entry is, coarsest first."""

    COUNTRY = "country"
    REGION = "region"  # an informal area: Eastern Ghouta, the Qalamoun
    ADM1 = "adm1"  # governorate, province, oblast, state
    ADM2 = "adm2"  # district, raion
    TOWN = "town"  # city, town, village, camp
    AREA = "area"  # neighbourhood or quarter of a town
    SITE = "site"  # base, airport, hospital, crossing, dam, road


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One gazetteer entry. Coordinates are WGS 84 degrees; `country` is ISO 3166-1 alpha-2."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    lat: float | None
    lon: float | None
    adm1: str | None = None
    adm2: str | None = None
    population: int = 0

    @property
    def geo_precision(self) -> int:
        """ACLED's geo_precision: 1 exact place, 2 near or small area, 3 larger region."""
        if self.kind in (PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE):
            return 1
        return 2 if self.kind is PlaceKind.ADM2 else 3
