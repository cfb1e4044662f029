"""Place: an entry of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass, field
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

    near: bool = field(default=False, compare=False)
    """Whether what happened was near the place rather than at it: "outside X", "the X countryside"."""

    @property
    def geo_precision(self) -> int:
        """ACLED's geo_precision: 1 exact place, 2 near or small area, 3 larger region."""
        if self.kind in POINTS:
            return 2 if self.near else 1
        return 2 if self.kind is PlaceKind.ADM2 else 3

    @property
    def where_prec(self) -> int:
        """UCDP's where_prec: 1 the place itself, 2 near it (25 km), 3 second-level area, 4 first-level area,
        5 a road, river or region without such bounds, 6 the country. 7, the sea and the air, is told of no place here.
        """
        if self.kind in POINTS:
            return 2 if self.near else 1
        return _WHERE_PREC[self.kind]


POINTS = (PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE)
"""What is a point on the map of a country."""

_WHERE_PREC = {PlaceKind.ADM2: 3, PlaceKind.ADM1: 4, PlaceKind.REGION: 5, PlaceKind.COUNTRY: 6}
