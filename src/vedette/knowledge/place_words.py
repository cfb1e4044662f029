"""Schema of ``place_words.yaml``: the common nouns and words of direction that stand with places."""

from __future__ import annotations

from functools import cached_property

from vedette.knowledge.loader import Strict
from vedette.model.place import PlaceKind


class PlaceWords(Strict):
    """Words in lower case, singular. See the comments in the file for what each list is for."""

    kinds: dict[str, PlaceKind]
    part_of_name: frozenset[str]
    locatives: frozenset[str]
    vicinity: frozenset[str]
    hamlets: frozenset[str]
    surroundings: frozenset[str]
    covering: frozenset[str]
    distances: frozenset[str]
    compass: frozenset[str]
    positions: frozenset[str]
    parts: frozenset[str]
    organisations: frozenset[str]
    persons: frozenset[str]
    peoples: frozenset[str]
    say_verbs: frozenset[str]
    not_places: frozenset[str]
    starters: frozenset[str]
    bound: frozenset[str]
    war: frozenset[str]
    ordinary: frozenset[str]
    pointers: frozenset[str]
    leaving: frozenset[str]
    vague: frozenset[str]
    allies: frozenset[str]
    siding: frozenset[str]
    carrying: frozenset[str]
    answers: frozenset[str]
    following: frozenset[str]
    adjoining: frozenset[str]
    receiving: frozenset[str]
    tellers: frozenset[str]
    sites: frozenset[str]
    tellings: frozenset[str]
    ground_verbs: frozenset[str]
    captivity: frozenset[str]
    freeing: frozenset[str]
    lairs: frozenset[str]
    powers: frozenset[str]
    might: frozenset[str]
    bodies: frozenset[str]
    firing: frozenset[str]
    dwellers: frozenset[str]
    city_parts: frozenset[str]
    undertakings: frozenset[str]
    place_verbs: frozenset[str]
    anaphors: frozenset[str]
    events: tuple[tuple[str, ...], ...]
    harms: tuple[tuple[str, ...], ...]

    @cached_property
    def directions(self) -> frozenset[str]:
        """The words that, before a name, make a part of the place: of the compass and others."""
        return self.compass | self.positions

    @cached_property
    def event_class(self) -> dict[str, int]:
        """Each word of `events` with the number of its list, from 1."""
        return {word: n for n, words in enumerate(self.events, 1) for word in words}

    @cached_property
    def harm_class(self) -> dict[str, int]:
        """Each word of `harms` with the number of its list, from 1."""
        return {word: n for n, words in enumerate(self.harms, 1) for word in words}
