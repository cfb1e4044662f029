"""On whose soil a report's events are."""

from __future__ import annotations

from vedette.extraction.where import home_country
from vedette.knowledge.countries import countries
from vedette.reading.actors.lexicon import lexicon
from vedette.reading.reading import Reading

POINTERS = frozenset({"pronoun", "nationality", "country"})


def home_state(reading: Reading) -> str | None:
    """The government of the country in which the report's places lie, if the report tells of it as an actor."""
    code = home_country(reading)
    if code is None:
        return None
    own = lexicon(reading.knowledge, reading.packs).states.get(code)
    names = {own, *(s.government for s in countries(reading.knowledge).values() if code in (s.code, s.now))}
    return next((m.name for m in reading.actors if m.name in names and m.how not in POINTERS), None)
