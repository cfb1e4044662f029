"""Schema of ``kin.yaml``: actors that reports name for one another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vedette.knowledge.actors import actor_book
from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge


class KinFile(Strict):
    """The whole file: pairs of actors, and sides whose members are named for one another."""

    kin: tuple[tuple[str, str], ...] = ()
    sides: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kin:
    """Who may be named for whom. Names are canonical, in lower case."""

    pairs: frozenset[frozenset[str]]
    side_of: dict[str, str]
    sides: frozenset[str]

    def alike(self, a: str, b: str) -> bool:
        """Whether reports may name `a` and `b` for one another."""
        side = self.side_of.get(a)
        return frozenset((a, b)) in self.pairs or (side in self.sides and side == self.side_of.get(b))

    def known(self, name: str) -> bool:
        """Whether `name` is an actor of its own and no mere description."""
        return name in self.side_of


@lru_cache(maxsize=8)
def kin(knowledge: Knowledge) -> Kin:
    """The kin of all packs in use."""
    files = knowledge.section("kin", KinFile).values()
    return Kin(
        frozenset(frozenset(name.lower() for name in pair) for file in files for pair in file.kin),
        {name.lower(): actor.side for name, actor in actor_book(knowledge).by_name.items()},
        frozenset(side for file in files for side in file.sides),
    )
