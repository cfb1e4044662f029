"""Schema of ``statements.yaml``: the words that make an act of what is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import field_validator

from vedette.knowledge.loader import Strict

Act = Literal["accuse", "deny", "demand", "reject", "offer", "agree", "announce", "threaten", "condemn", "warn"]


class ActVerb(Strict):
    """A verb that is an act, where it governs one of `particles` or `objects`, if given, and none of `but`.

    `whom`: it needs an object; `clause`: it may govern a finite clause.
    """

    act: Act
    particles: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    whom: bool = False
    clause: bool = True


class Content(Strict):
    """Phrases that make an act of plain saying."""

    act: Act
    phrases: tuple[str, ...]


class StatementWords(Strict):
    """See the comments in ``knowledge/world/statements.yaml``."""

    verbs: dict[str, tuple[ActVerb, ...]]
    voicing: frozenset[str]
    nouns: dict[str, Act]
    stands: dict[str, Act]
    feelings: dict[str, Act]
    falsehoods: frozenset[str]
    hostile: frozenset[str]
    says: frozenset[str]
    content: tuple[Content, ...]
    describes: frozenset[str]
    musts: frozenset[str]
    outlets: frozenset[str]
    own: frozenset[str]
    reports: frozenset[str]
    voices: frozenset[str]
    bodies: frozenset[str]
    of_state: frozenset[str]
    watchers: frozenset[str]

    @field_validator("verbs", mode="before")
    @classmethod
    def _listed(cls, verbs: Any) -> Any:
        """A verb with one rule may be written without a list around it."""
        if not isinstance(verbs, Mapping):
            return verbs
        return {verb: [rules] if isinstance(rules, Mapping) else rules for verb, rules in verbs.items()}
