"""On whose soil a report's events are."""

from __future__ import annotations

from functools import lru_cache

from vedette.extraction.where import home_country
from vedette.knowledge.countries import countries
from vedette.knowledge.pack import Knowledge
from vedette.reading.actors.lexicon import lexicon
from vedette.reading.reading import Reading

POINTERS = frozenset({"pronoun", "nationality", "country"})


def home_state(reading: Reading) -> str | None:
    """The government of the country in which the report's places lie, if the report tells of it as an actor."""
    names = home_names(reading)
    return next((m.name for m in reading.actors if m.name in names and m.how not in POINTERS), None)


def home_names(reading: Reading) -> frozenset[str]:
    """What the government of the country in which the report's places lie is called; empty where none is told."""
    code = home_country(reading)
    return frozenset() if code is None else _governments(reading.knowledge, reading.packs, code)


@lru_cache(maxsize=512)
def _governments(knowledge: Knowledge, packs: tuple[str, ...], code: str) -> frozenset[str]:
    own = lexicon(knowledge, packs).states.get(code)
    governments = (s.government for s in countries(knowledge).values() if code in (s.code, s.now))
    return frozenset(name for name in (own, *governments) if name)
