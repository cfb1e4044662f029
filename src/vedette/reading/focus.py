"""Which conflict packs a report is about."""

from __future__ import annotations

from functools import lru_cache

from vedette.knowledge.actors import Actors
from vedette.knowledge.countries import countries
from vedette.knowledge.pack import WORLD, Knowledge
from vedette.reading.phrases import Phrases, pieces
from vedette.reading.reading import Reading


def find_packs(reading: Reading) -> tuple[str, ...]:
    """The packs whose names apply to this report, `world` always first among them.

    A pack applies where its country, people, capital, an actor of its own or one of its places is named.
    """
    names = _pack_names(reading.knowledge)
    named = {pack for _, _, packs in names.find(pieces(reading.doc)) for pack in packs}
    return tuple(pack for pack in reading.knowledge.packs if pack == WORLD or pack in named)


@lru_cache(maxsize=8)
def _pack_names(knowledge: Knowledge) -> Phrases[tuple[str, ...]]:
    sections = knowledge.section("actors", Actors)
    common = {alias for actor in sections[WORLD].actors for alias in (actor.name, *actor.aliases)}
    packs: dict[tuple[str, bool], list[str]] = {}
    for pack, section in sections.items():
        if pack == WORLD:
            continue
        states = [countries(knowledge)[code] for code in section.countries]
        words = [w for c in states for w in (c.name, *c.people, *c.capitals, *c.aliases)]
        words += section.words
        for actor in section.actors:
            words += [w for w in (actor.name, *actor.aliases, *actor.people) if w not in common]
            for word in actor.exact:
                packs.setdefault((word, True), []).append(pack)
        for word in words:
            if word == word.lower():
                continue  # "rebels", "coalition": words of any war
            packs.setdefault((word, False), []).append(pack)
    phrases: Phrases[tuple[str, ...]] = Phrases()
    for word in sorted(common):
        phrases.add(word, ())  # so that "Hamas" is not Hama with an apostrophe lost
    for (word, exact), which in packs.items():
        phrases.add(word, tuple(dict.fromkeys(which)), exact=exact)
    return phrases
