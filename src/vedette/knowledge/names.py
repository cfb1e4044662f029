"""Schema of ``names.yaml``: words that tell nothing when names or quotes are compared."""

from __future__ import annotations

from functools import cache

from vedette.knowledge.countries import countries
from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import default_knowledge


class Names(Strict):
    """The contents of ``names.yaml``, all in lower case."""

    articles: frozenset[str]
    places: frozenset[str]
    parts: frozenset[str]
    idle: frozenset[str]


@cache
def idle_names() -> Names:
    """The words that Vedette brings. They are spelling rules of the world, the same whatever packs are in use."""
    return default_knowledge().world("names", Names)


@cache
def country_words() -> frozenset[str]:
    """Names of countries and of their people, in lower case: as places they are too wide to tell of one event."""
    return frozenset(
        name.lower()
        for country in countries(default_knowledge()).values()
        for name in (country.name, *country.people, *country.aliases)
    )
