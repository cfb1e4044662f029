"""Schema of ``actors.yaml``: who fights, governs and suffers, by canonical name; and what is known of a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vedette.knowledge.countries import countries
from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge

Kind = Literal["armed", "state", "body", "people", "person"]


class Actor(Strict):
    """One actor. `acled` is ACLED's actor class 1 to 8; `exact` are aliases spelled with these very capitals.

    `tags` tell what kinds of word can point to it ("the jihadists"); `people` are those who speak as it.
    """

    name: str
    side: str
    acled: int
    kind: Kind = "armed"
    country: str | None = None
    led_by: str | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Actors(Strict):
    """The whole file. `countries`: where a pack's conflict is fought; `words`: places that tell of it.

    `branders`: the sides (of outlets) to whose outlets the rebels are "terrorists".
    """

    actors: tuple[Actor, ...]
    countries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    branders: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActorBook:
    """All actors of the packs in use: one entry a name, and each alias (folded) with its name."""

    by_name: dict[str, Actor]
    by_alias: dict[str, str]

    def canonical(self, name: str) -> str:
        """The canonical name for any spelling of it, or `name` itself where it is not known."""
        return self.by_alias.get(name) or self.by_alias.get(fold(name), name)


def fold(name: str) -> str:
    """A name as it is looked up: lower case, no article, no dots, hyphens or apostrophes."""
    plain = name.lower().replace("-", " ").replace("'", "").replace("’", "").replace(".", "")
    return " ".join(plain.removeprefix("the ").split())


@lru_cache(maxsize=8)
def actor_book(knowledge: Knowledge) -> ActorBook:
    """The actors of `knowledge`; an actor told in several packs is one, with all its aliases."""
    by_name: dict[str, Actor] = {}
    by_alias: dict[str, str] = {}
    for section in knowledge.section("actors", Actors).values():
        for actor in section.actors:
            known = by_name.get(actor.name)
            by_name[actor.name] = actor if known is None else _merged(known, actor)
            for alias in (actor.name, *actor.aliases, *actor.people):
                by_alias[fold(alias)] = actor.name
            for alias in actor.exact:
                by_alias[alias] = actor.name  # JeM is not JEM
                by_alias.setdefault(fold(alias), actor.name)
    for country in countries(knowledge).values():
        own = [a.name for a in by_name.values() if a.kind == "state" and a.country == country.code]
        for alias in (country.name, *country.people, *country.capitals, *country.aliases, country.government):
            by_alias.setdefault(fold(alias), own[0] if own else country.name)
    return ActorBook(by_name, by_alias)


def _merged(a: Actor, b: Actor) -> Actor:
    joined = {k: tuple(dict.fromkeys((*getattr(a, k), *getattr(b, k)))) for k in ("tags", "aliases", "exact", "people")}
    return b.model_copy(update=joined)


def canonical(knowledge: Knowledge, name: str) -> str:
    """The canonical name for any spelling of an actor's name; `name` itself where it is not known."""
    return actor_book(knowledge).canonical(name)


def side_of(knowledge: Knowledge, name: str) -> str | None:
    """The side of an actor: government, rebels, jihadists, kurdish, militia, foreign, international, civilians."""
    book = actor_book(knowledge)
    actor = book.by_name.get(book.canonical(name))
    if actor is not None:
        return actor.side
    if any(name == c.name for c in countries(knowledge).values()):
        return "foreign"
    return "government" if name.endswith(" government") else None


def acled_class(knowledge: Knowledge, name: str) -> int | None:
    """ACLED's class of an actor, 1 (state forces) to 8 (external forces); None where it is not known."""
    book = actor_book(knowledge)
    actor = book.by_name.get(book.canonical(name))
    if actor is not None:
        return actor.acled
    if any(name == c.name for c in countries(knowledge).values()):
        return 8
    return 1 if name.endswith(" government") else None
