"""Schema of ``forces.yaml``: words by which an actor is told without its own name."""

from __future__ import annotations

from vedette.knowledge.loader import Strict


class Forces(Strict):
    """Lists of words; what each list means stands in the file."""

    forces: tuple[str, ...]
    organs: tuple[str, ...]
    not_actors: tuple[str, ...]
    government: tuple[str, ...]
    shared: tuple[str, ...]
    rebels: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    not_groups: tuple[str, ...]
    group_heads: frozenset[str]
    army_heads: frozenset[str]
    body_heads: frozenset[str]
    group_marks: frozenset[str]
    group_sides: frozenset[str]
    unknown: tuple[str, ...]
    branded: tuple[str, ...]
    ties: tuple[str, ...]
    civilians: frozenset[str]
    sites: frozenset[str]
    struck: frozenset[str]
    titles: tuple[str, ...]
    deeds: frozenset[str]
    fights: frozenset[str]
    parts: frozenset[str]
    means: dict[str, frozenset[str]]
    any_means: frozenset[str]
    laid: frozenset[str]
    harm: frozenset[str]
    objective: frozenset[str]
    moving: frozenset[str]
    totals: frozenset[str]
    branches: frozenset[str]
    state_titles: frozenset[str]
    taking: frozenset[str]
    takings: frozenset[str]
    enemies: dict[str, tuple[str, ...]]
    not_doing: frozenset[str]
    finding: frozenset[str]
    aiming: frozenset[str]
    befalling: frozenset[str]
    owning_up: frozenset[str]
    owned_up: frozenset[str]
    claimed: frozenset[str]
    sending: frozenset[str]
    counts: frozenset[str]
