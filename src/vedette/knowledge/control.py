"""Schema of ``control.yaml``: the words that tell who holds what."""

from __future__ import annotations

from typing import Literal

from vedette.knowledge.loader import Strict

Change = Literal["gained", "lost", "holds", "contested", "besieges"]


class Ground(Strict):
    """Nouns that name ground: whole places, parts; `own`: "the X of Y" is Y; `kinds`: what "the X" is."""

    whole: frozenset[str]
    part: frozenset[str]
    own: frozenset[str]
    listed: frozenset[str]
    quantities: frozenset[str]
    loose: frozenset[str]
    sites: frozenset[str]
    sizes: frozenset[str]
    lands: frozenset[str]
    kinds: dict[str, tuple[str, ...]]
    lengths: frozenset[str]
    sides: tuple[str, ...]
    compass: frozenset[str]
    counts: dict[str, int]
    definite: frozenset[str]
    peopled: frozenset[str]
    small: frozenset[str]


class ControlWords(Strict):
    """Lemmas by what they tell; see the comments in ``knowledge/world/control.yaml``."""

    modifiers: dict[str, Change]
    verbs: dict[str, Change]
    sure: frozenset[str]
    perhaps: frozenset[str]
    people: frozenset[str]
    states: frozenset[str]
    moves: dict[str, dict[str, Change]]
    reaches: frozenset[str]
    falls: frozenset[str]
    ousts: frozenset[str]
    grips: frozenset[str]
    gripping: dict[str, Change]
    hands: frozenset[str]
    passes: frozenset[str]
    raises: frozenset[str]
    flags: frozenset[str]
    flag_prepositions: frozenset[str]
    owned: frozenset[str]
    not_owned: frozenset[str]
    bearings: frozenset[str]
    contested: frozenset[str]
    fights: frozenset[str]
    fight_prepositions: frozenset[str]
    splits: frozenset[str]
    cuts: frozenset[str]
    routes: frozenset[str]
    nouns: dict[str, Change]
    noun_prepositions: dict[str, tuple[str, ...]]
    relieves: frozenset[str]
    enables: frozenset[str]
    makes: frozenset[str]
    urges: frozenset[str]
    carries_on: frozenset[str]
    achieves: frozenset[str]
    strongholds: frozenset[str]
    bygone: frozenset[str]
    unsaid: frozenset[str]
    entire: frozenset[str]
    seats: frozenset[str]
    capitals: frozenset[str]
    capital_marks: frozenset[str]
    states_of: dict[str, Change]
    state_prepositions: frozenset[str]
    vague: frozenset[str]
    ground: Ground
    ground_prepositions: frozenset[str]
