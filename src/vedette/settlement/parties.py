"""Who speaks for whom: the party of the war behind an origin, and which names mean one party."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from vedette.knowledge.actors import ActorBook, actor_book, fold
from vedette.knowledge.countries import countries
from vedette.knowledge.kin import Kin, kin
from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.sources import SourceBook, source_book
from vedette.linking.parties import party_words

_FIGHTING = ("armed", "state")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Parties:
    """The parties that the packs in use know. Names of parties are canonical, in lower case."""

    actors: ActorBook
    sources: SourceBook
    outlets: Outlets
    kin: Kin
    places: frozenset[str]
    """Names of capitals, folded, which reports use for governments and for places."""

    def behind(self, source: str) -> str | None:
        """The party that an origin speaks for: itself, where it is one; its owner, where it is a party's agency."""
        if source not in self._behind:
            self._behind[source] = self._look_behind(source)
        return self._behind[source]

    @cached_property
    def _behind(self) -> dict[str, str | None]:
        """What has been looked up: settling asks for the same few hundred names over and over."""
        return {}

    def _look_behind(self, source: str) -> str | None:
        name = self.actors.canonical(source)
        actor = self.actors.by_name.get(name)
        if actor is not None:
            return name.lower() if actor.kind in _FIGHTING else None
        known = self.sources.by_name.get(self.sources.by_alias.get(source.lower(), source))
        outlet = self.outlets.find(source)
        side = (known.side if known else None) or (outlet.side if outlet else None)
        return side.lower() if side else None

    def told_in(self, party: str, text: str) -> bool:
        """Whether words of `text` name the party, by any of its names."""
        words = f" {' '.join(_WORD.findall(fold(text)))} "
        return any(f" {alias} " in words for alias in self.aliases.get(party, ()))

    @cached_property
    def aliases(self) -> dict[str, tuple[str, ...]]:
        """Each party's names, folded, without those that are places too ("Damascus")."""
        out: dict[str, list[str]] = defaultdict(list)
        for alias, name in sorted(self.actors.by_alias.items()):
            if alias not in self.places:
                out[name.lower()].append(alias)
        return {name: tuple(found) for name, found in out.items()}

    def proper(self, party: str | None) -> str | None:
        """A party's canonical name as it is written."""
        return next((name for name in self.actors.by_name if name.lower() == party), party)

    def voice(self, source: str) -> str:
        """What an origin counts as beside others: two that speak for one party are one voice."""
        return self.behind(source) or source

    def named(self, name: str | None) -> frozenset[str]:
        """The parties in a slot, which may name several ("X and Y"); descriptions ("gunmen") are left out."""
        return frozenset(w for w in party_words(name or "") if self.kin.known(w))

    def alike(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether two slots may name one party, or share one."""
        mine, theirs = set(some), set(others)
        return bool(mine & theirs) or any(self.kin.alike(a, b) for a in mine for b in theirs)


@lru_cache(maxsize=8)
def parties(knowledge: Knowledge) -> Parties:
    """The parties of `knowledge`, made once."""
    places = {fold(n) for c in countries(knowledge).values() for n in c.capitals}
    return Parties(
        actor_book(knowledge), source_book(knowledge), Outlets.of(knowledge), kin(knowledge), frozenset(places)
    )
