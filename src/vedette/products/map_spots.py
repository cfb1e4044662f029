"""The marks of a map: happenings at one position, and marks that would cover each other made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from vedette.products.projection import View
from vedette.products.situation.model import EventView
from vedette.products.words import counted

LEAST, MOST = 7, 19
"""Pixels that a mark of one happening, and of very many, reaches from its middle."""


@dataclass(frozen=True)
class Spot:
    """Happenings drawn as one mark: those at one position, or at so many `places` that lie close together."""

    position: tuple[float, float]
    name: str
    events: tuple[EventView, ...]
    exact: bool
    places: int = 1

    @property
    def deadly(self) -> bool:
        """Whether any of them tells of people killed."""
        return any(f.label == "killed" for e in self.events for f in e.figures)

    @property
    def radius(self) -> int:
        """Pixels from the middle of the mark to its edge."""
        return min(LEAST + len(self.events), MOST)

    @property
    def words(self) -> str:
        """Where it is: "Aleppo", "Aleppo and 3 places near it"."""
        return f"{self.name} and {counted(self.places - 1, 'place')} near it" if self.places > 1 else self.name


def spots(events: Sequence[EventView]) -> list[Spot]:
    """Happenings with coordinates, grouped by position, in order of latitude from the north."""
    groups: dict[tuple[tuple[float, float], bool], list[EventView]] = defaultdict(list)
    for event in events:
        if event.position is not None:
            groups[event.position, event.precision == "exact"].append(event)
    found = [Spot(p, group[0].place, tuple(group), exact) for (p, exact), group in groups.items()]
    return sorted(found, key=_from_north)


def merged(found: list[Spot], crowd: Set[tuple[float, float]]) -> list[Spot]:
    """The spots with those of the crowd made one, where most of its events are; its name is that spot's."""
    close = [s for s in found if s.position in crowd]
    if len(close) < 2:
        return found
    heart = max(close, key=lambda s: (len(s.events), s.exact, s.name))
    return [s for s in found if s.position not in crowd] + [_one(heart, [s for s in close if s is not heart])]


def clustered(found: Sequence[Spot], view: View, near: float = 1) -> list[Spot]:
    """The spots such that no mark covers another on `view` drawn `near` times as large; from the north.

    The spots with most happenings keep their places, each of the others joins the nearest of these that it would touch.
    """
    side = 2 * MOST / near
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    hearts: list[tuple[float, float, Spot, list[Spot]]] = []
    for spot in sorted(found, key=lambda s: (-len(s.events), not s.exact, s.name, s.position)):
        x, y = view.at(*spot.position)
        column, row = int(x // side), int(y // side)
        around = [n for i in (-1, 0, 1) for j in (-1, 0, 1) for n in cells.get((column + i, row + j), ())]
        far = [((hearts[n][0] - x) ** 2 + (hearts[n][1] - y) ** 2, n) for n in around]
        best = min(far, default=(side * side, -1))
        if best[0] < side * side:
            hearts[best[1]][3].append(spot)
        else:
            cells[column, row].append(len(hearts))
            hearts.append((x, y, spot, []))
    return sorted((_one(heart, others) if others else heart for *_, heart, others in hearts), key=_from_north)


def _one(heart: Spot, others: Sequence[Spot]) -> Spot:
    """One spot of several, at the place of `heart`."""
    every = [heart, *others]
    together = tuple(e for s in every for e in s.events)
    return Spot(heart.position, heart.name, together, any(s.exact for s in every), len({s.position for s in every}))


def _from_north(spot: Spot) -> tuple[float, float, bool]:
    return -spot.position[1], spot.position[0], not spot.exact
