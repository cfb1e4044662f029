"""What the finders of control hand over, before times, sources and merging."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.control.area import Area
from vedette.model.place import PlaceKind


@dataclass(frozen=True, slots=True)
class Find:
    """`holder` did or does `change` at `area`, told by `trigger`.

    `state` where it is told as lasting, `passing` where it only describes what is told of.
    """

    trigger: Token
    area: Area
    holder: str | None
    change: str
    state: bool
    start: int
    end: int
    passing: bool = False


def finds(
    trigger: Token, areas: list[Area], holders: list[str], change: str, *, state: bool, open_: bool = False
) -> list[Find]:
    """One find for each area and holder; none for a whole country.

    None without a holder unless `open_`, where it is contested or its holder is told elsewhere.
    """
    if open_ and not holders:
        return [_find(trigger, area, None, change, state) for area in areas]
    if state:
        areas = [a for a in areas if not a.beside]  # who holds something near a town does not hold the town
    wide = [a for a in areas if a.part is None and a.place is not None and a.place.kind is PlaceKind.COUNTRY]
    return [_find(trigger, a, holder, change, state) for a in areas if a not in wide for holder in holders]


def _find(trigger: Token, area: Area, holder: str | None, change: str, state: bool) -> Find:
    return Find(trigger, area, holder, change, state, min(trigger.i, area.token.i), max(trigger.i, area.token.i) + 1)
