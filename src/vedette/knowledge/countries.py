"""Schema of ``countries.yaml``: states with their people, capitals and other names."""

from __future__ import annotations

from functools import lru_cache

from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge


class Country(Strict):
    """One state. The first of `people` is its adjective ("Syrian"); `capitals` stand for its government.

    `now` is the code of the state that took its place, `army` of that whose forces "the army" is on its soil.
    """

    code: str
    name: str
    people: tuple[str, ...]
    capitals: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    by_name: bool = False
    now: str | None = None
    army: str | None = None

    @property
    def government(self) -> str:
        """What its government is called where it fights on its own soil."""
        return self.name if self.by_name else f"{self.people[0]} government"


class Countries(Strict):
    """The whole file."""

    countries: tuple[Country, ...]


@lru_cache(maxsize=8)
def countries(knowledge: Knowledge) -> dict[str, Country]:
    """Country code (ISO 3166-1 alpha-2; ``ZR`` and ``YU`` for states that are gone) to country."""
    return {c.code: c for c in knowledge.world("countries", Countries).countries}
