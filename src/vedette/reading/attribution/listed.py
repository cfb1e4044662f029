"""Sources that the lists of knowledge name: where they stand in a report; titles of people who speak for a body."""

from __future__ import annotations

from functools import lru_cache

from vedette.knowledge.countries import countries
from vedette.knowledge.forces import Forces
from vedette.knowledge.pack import Knowledge
from vedette.knowledge.reporting import Reporting
from vedette.knowledge.sources import Source, Sources
from vedette.reading.phrases import Phrases, pieces
from vedette.reading.reading import Reading

A_MONITOR = "a monitor"
"""Stands for a monitor that is told but not named ("the war monitor")."""


def listed(reading: Reading) -> list[tuple[int, int, Source]]:
    """Every source of the lists that the report names: first token, end (exclusive), and which it is."""
    cut = pieces(reading.doc)
    phrases = _phrases(reading.knowledge, reading.packs)
    return [(cut.tokens[a], cut.tokens[b - 1] + 1, source) for a, b, source in phrases.find(cut)]


@lru_cache(maxsize=8)
def titles(knowledge: Knowledge) -> frozenset[str]:
    """Words, lower case, for people who speak for the body that is told with them ("X's commanders")."""
    words = knowledge.world("reporting", Reporting)
    return (words.titles | set(knowledge.world("forces", Forces).titles)) - words.own_voice


@lru_cache(maxsize=8)
def capitals(knowledge: Knowledge) -> dict[str, str]:
    """A capital's name to its country's code, ISO 3166-1 alpha-2."""
    return {capital: c.code for c in countries(knowledge).values() for capital in c.capitals}


@lru_cache(maxsize=16)
def _phrases(knowledge: Knowledge, packs: tuple[str, ...]) -> Phrases[Source]:
    phrases: Phrases[Source] = Phrases()
    sections = knowledge.section("sources", Sources)
    for pack in reversed([p for p in packs if p in sections]):
        for source in sections[pack].sources:
            for phrase in (source.name, *source.aliases, *source.people):
                phrases.add(phrase, source)
            for phrase in source.exact:
                phrases.add(phrase, source, exact=True)
        for phrase in sections[pack].monitor_words:
            phrases.add(phrase, Source(name=A_MONITOR, kind="monitor"))
    return phrases
