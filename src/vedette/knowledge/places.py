"""Schema of ``places.yaml``: what the gazetteer lacks or spells otherwise, pack by pack."""

from __future__ import annotations

from vedette.knowledge.loader import Strict
from vedette.model.place import PlaceKind


class PlaceEntry(Strict):
    """One place. `parent` names the place that it lies in; `adm1` and `adm2` are the areas' names.
    `abbreviations` count only as written, full stop included."""

    name: str
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adm1: str | None = None
    adm2: str | None = None
    parent: str | None = None
    population: int = 0


class PlacesFile(Strict):
    """`country` is what an entry takes that names none; `countries` are where the pack's reports mostly play."""

    country: str | None = None
    countries: tuple[str, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
