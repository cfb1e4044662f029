"""Schema of victims.yaml: nouns for people and what they tell of who was harmed."""

from __future__ import annotations

from typing import Literal

from vedette.knowledge.loader import Strict


class Who(Strict):
    """Civilian, combatant or unknown, and the group where the words name one."""

    who: Literal["civilian", "combatant", "unknown"]
    group: str | None


class Kind(Who):
    """The nouns (singular, or plural where irregular) of one kind of people."""

    nouns: tuple[str, ...]


class Victims(Strict):
    """The whole of victims.yaml; each field is explained in the file."""

    kinds: tuple[Kind, ...]
    members: frozenset[str]
    modifiers: dict[str, Who]
    kin: frozenset[str]
    beasts: frozenset[str]
    joints: frozenset[str]
    bodies: frozenset[str]
    collective: frozenset[str]
    mostly: frozenset[str]
    wholly: frozenset[str]
    hiring: frozenset[str]
    serving: frozenset[str]
    relief: frozenset[str]
    missions: dict[str, str]
    sent: frozenset[str]
    plurals: frozenset[str]
    ages: frozenset[str]
    pairs: dict[str, int]
    shares: frozenset[str]
    capacity: frozenset[str]
