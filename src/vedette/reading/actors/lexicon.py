"""The dictionary of names and words by which actors are told, built once for each choice of packs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from vedette.knowledge.actors import Actor, Actors
from vedette.knowledge.countries import Country, countries
from vedette.knowledge.forces import Forces
from vedette.knowledge.pack import WORLD, Knowledge
from vedette.knowledge.sources import Sources
from vedette.reading.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase can stand for: an actor, one of an actor's people, a country, or words of certain lists."""

    actor: Actor | None = None
    person: bool = False
    country: Country | None = None
    form: str = ""  # noun, people or capital
    lists: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """Phrases with their entries, and what the finders look up beside them."""

    phrases: Phrases[Entry]
    actors: dict[str, Actor]
    states: dict[str, str]
    pack_states: frozenset[str]
    own_rebels: bool
    branders: frozenset[str]
    words: dict[str, frozenset[str]]

    @property
    def words_ties(self) -> frozenset[str]:
        """Words that tie one actor to another: "backed", "led"."""
        return self.words["ties"]


@lru_cache(maxsize=16)
def lexicon(knowledge: Knowledge, packs: tuple[str, ...]) -> Lexicon:
    """The dictionary for reports in which `packs` apply. A pack's own names outrank those of the world."""
    forces = knowledge.world("forces", Forces)
    entries: dict[tuple[str, bool], Entry] = {}

    def put(phrase: str, entry: Entry, *, exact: bool = False) -> None:
        entries[phrase if exact else phrase.lower(), exact] = entry

    for name, words in _lists(forces).items():
        for word in words:
            old = entries.get((word.lower(), False), Entry())
            put(word, replace(old, lists=old.lists | {name}))
    for country in countries(knowledge).values():
        for form, phrases in (("people", country.people), ("capital", country.capitals)):
            for phrase in phrases:
                put(phrase, Entry(country=country, form=form))
        for phrase in (country.name, *country.aliases):
            short = phrase.replace(".", "").isupper()
            put(phrase, Entry(country=country, form="noun"), exact=short)
    actors: dict[str, Actor] = {}
    sections = knowledge.section("actors", Actors)
    for pack in [p for p in packs if p in sections]:
        for actor in sections[pack].actors:
            old_actor = actors.get(actor.name)
            actors[actor.name] = actor
            for phrase in (actor.name, *actor.aliases):
                key = entries.get((phrase.lower(), False))
                # "rebels" stays a word that can point to a group of the report
                if key is None or (key.country is None and "rebels" not in key.lists):
                    put(phrase, Entry(actor=actor))
            for phrase in actor.exact:
                put(phrase, Entry(actor=actor), exact=True)
            for phrase in actor.people:
                put(phrase, Entry(actor=actor, person=True))
            if old_actor is not None:
                tags = tuple(dict.fromkeys((*old_actor.tags, *actor.tags)))
                actors[actor.name] = actor.model_copy(update={"tags": tags})
    for source in (o for p, s in knowledge.section("sources", Sources).items() if p in packs for o in s.sources):
        for phrase in (source.name, *source.aliases):
            first = phrase.split()[0].lower()
            if phrase.lower() != first and (at := entries.get((first, False))) is not None and at.country is not None:
                # "Sudan Doctors Network" is no act of Sudan's
                entries.setdefault((phrase.lower(), False), Entry())
    for phrase in forces.not_groups:
        entries.setdefault((phrase, False), Entry())
    dictionary: Phrases[Entry] = Phrases()
    for (phrase, exact), entry in sorted(entries.items(), key=lambda e: not e[0][1]):
        dictionary.add(phrase, entry, exact=exact)
    states = {a.country: a.name for a in actors.values() if a.country and a.kind == "state"}
    own = {c for p in packs if p != WORLD and p in sections for c in sections[p].countries}
    rebels = any(a.name == "rebels" for p in packs if p != WORLD and p in sections for a in sections[p].actors)
    branders = {b for p in packs if p in sections for b in sections[p].branders}
    singles = {
        name: frozenset(word.lower() for word in words)
        for name, words in (
            ("ties", forces.ties),
            ("forces", forces.forces),
            ("attackers", tuple(forces.attackers)),
            ("titles", forces.titles),
            ("not_actors", forces.not_actors),
            ("branches", forces.branches),
            ("sending", tuple(forces.sending)),
            ("state_titles", tuple(forces.state_titles)),
            ("group_heads", tuple(forces.group_heads)),
            ("army_heads", tuple(forces.army_heads)),
            ("group_sides", tuple(forces.group_sides)),
            ("body_heads", tuple(forces.body_heads)),
            ("group_marks", tuple(forces.group_marks)),
            ("not_group_marks", tuple(forces.not_group_marks)),
            ("lands", tuple(c.name for c in countries(knowledge).values())),
            ("group_openers", tuple(forces.group_openers)),
            ("group_of", tuple(forces.group_of)),
            ("group_units", tuple(forces.group_units)),
            ("army_units", tuple(forces.army_units)),
        )
    }
    return Lexicon(dictionary, actors, states, frozenset(own), rebels, frozenset(branders), singles)


def _lists(forces: Forces) -> dict[str, tuple[str, ...]]:
    lists = {
        name: getattr(forces, name)
        for name in ("forces", "organs", "government", "shared", "rebels", "unknown", "branded")
    }
    return lists | {f"kind:{kind}": words for kind, words in forces.kinds.items()}
