"""Schema of ``statements.yaml``: the words that make an act of what is said."""

from __future__ import annotations

from typing import Literal

from vedette.knowledge.loader import Strict

Act = Literal["accuse", "deny", "demand", "reject", "offer", "agree", "announce", "threaten", "condemn", "warn"]


class ActVerb(Strict):
    """A verb that is an act, where it governs one of `particles` or `objects`, if given, and none of `but`."""

    act: Act
    particles: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    whom: bool = False


class Content(Strict):
    """Phrases that make an act of plain saying."""

    act: Act
    phrases: tuple[str, ...]


class StatementWords(Strict):
    """See the comments in ``knowledge/world/statements.yaml``."""

    verbs: dict[str, ActVerb]
    says: frozenset[str]
    content: tuple[Content, ...]
    describes: frozenset[str]
    musts: frozenset[str]
    outlets: frozenset[str]
    own: frozenset[str]
    reports: frozenset[str]
    voices: frozenset[str]
    watchers: frozenset[str]
