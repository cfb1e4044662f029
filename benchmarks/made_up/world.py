"""The country of a made-up war: provinces, districts, towns and quarters; parties, sources and outlets."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from vedette.model.place import Place, PlaceKind

COUNTRY = "Tarvania"
_CODE = "ZZ"  # of no country (ISO 3166-1, user-assigned)
_PROVINCES, _DISTRICTS, _TOWNS, _QUARTERS = 12, 5, 32, 12
_WEST, _SOUTH = 36.0, 33.0
_ONSETS = (*"bdfghjklmnrstvz", "sh", "kh")
_VOWELS = ("a", "e", "i", "o", "u", "ai")
_ENDS = ("r", "n", "m", "d", "k", "sh", "l", "b", "t", "z")


@dataclass(frozen=True)
class Party:
    """A side of the war: its name, and its arms by the weight with which it uses them."""

    name: str
    arms: tuple[tuple[str, int], ...]
    agency: str
    """The source that speaks for it."""


@dataclass(frozen=True)
class World:
    """What does not change while the war goes on. `sums` says how much happens at `spots`, each with all before it."""

    spots: tuple[Place, ...]
    sums: tuple[float, ...]
    parties: tuple[Party, ...]
    sources: tuple[str, ...]
    outlets: tuple[str, ...]
    wires: tuple[str, ...]


_PARTIES = (
    Party("Tarvanian government", (("air", 5), ("shells", 5), ("clash", 4), ("regain", 1)), "Tarvania News Agency"),
    Party("Upland Front", (("shells", 3), ("clash", 5), ("bomb", 2), ("gain", 1)), "Upland Media Office"),
    Party("Coast League", (("clash", 4), ("bomb", 1), ("abduction", 1)), "Coast League spokesman"),
    Party("Black Banner", (("bomb", 5), ("clash", 3), ("abduction", 2)), "Banner Bulletin"),
    Party("Northern Coalition", (("air", 6), ("shells", 1)), "Northern Coalition command"),
)
_SOURCES = (
    "Tarvania Monitor", "Committee for the Missing", "Relief Union", "Civil Rescue", "medics", "witnesses", "activists",
    "United Nations", "Lawyers for Tarvania", "a security source",
)  # fmt: skip


def _name(chance: random.Random) -> str:
    parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 2, 3)))]
    return ("".join(parts) + chance.choice(_ENDS)).capitalize()


def _names(number: int, chance: random.Random) -> list[str]:
    return list(dict.fromkeys(_name(chance) for _ in range(3 * number)))[:number]


@lru_cache(maxsize=4)
def world(seed: int = 1) -> World:
    """The world of that seed: some 1,900 towns, the largest of which have quarters."""
    chance = random.Random(seed)
    names = iter(_names(_PROVINCES * (1 + _DISTRICTS * _TOWNS + _QUARTERS), chance))
    spots: list[Place] = []
    weights: list[float] = []
    for p in range(_PROVINCES):
        capital = next(names)
        south, west = _SOUTH + 0.9 * (p // 4), _WEST + 1.1 * (p % 4)
        for d in range(_DISTRICTS):
            seat = capital if d == 0 else next(names)
            for t in range(_TOWNS):
                name = seat if t == 0 else next(names)
                lat, lon = south + chance.random() * 0.9, west + 0.22 * d + chance.random() * 0.22
                size = int(900_000 / (p + 1)) if d == t == 0 else int(60_000 / (t + 1))
                spots.append(_place(name, PlaceKind.TOWN, lat, lon, capital, seat, size))
                weights.append((8.0 if d == t == 0 else 1.5 / (t + 1)) / (1 + p / 3))
                if d == t == 0 and p < 3:
                    spots += [_quarter(next(names), lat, lon, capital, chance) for _ in range(_QUARTERS)]
                    weights += [1.5 / (1 + p)] * _QUARTERS
    outlets = tuple(f"{name} {kind}" for name, kind in zip(_names(60, chance), 20 * _KINDS, strict=True))
    return World(tuple(spots), tuple(accumulate(weights)), _PARTIES, _SOURCES, outlets, ("TVA", "Meridian", "Castor"))


_KINDS = ("Times", "Post", "Online")


def _quarter(name: str, lat: float, lon: float, capital: str, chance: random.Random) -> Place:
    shifts = (chance.uniform(-0.04, 0.04), chance.uniform(-0.04, 0.04))
    return _place(name, PlaceKind.AREA, lat + shifts[0], lon + shifts[1], capital, capital, 0)


def _place(name: str, kind: PlaceKind, lat: float, lon: float, province: str, seat: str, size: int) -> Place:
    adm1 = f"{_CODE}.{province}"
    return Place(
        id=f"made:{province}/{seat}/{name}".lower(), name=name, kind=kind, country=_CODE, lat=round(lat, 4),
        lon=round(lon, 4), adm1=adm1, adm2=f"{adm1}.{seat}", population=size,
    )  # fmt: skip
