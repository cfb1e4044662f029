"""Schema of ``statements.yaml``: the words that make an act of what is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, field_validator

from vedette.knowledge.loader import Strict

Act = Literal["accuse", "deny", "demand", "reject", "offer", "agree", "announce", "threaten", "condemn", "warn"]


class ActVerb(Strict):
    """A verb that is an act, where it governs one of `particles` or `objects`, if given, and none of `but`.

    `whom`: it needs an object; `clause`: it may govern a finite clause; `bidding`: it needs an infinitive of what is
    to be done; `completed`: one of these words completes it ("held the army responsible"), written ``with``;
    `finite`: as a participle or infinitive it is none.
    """

    act: Act
    particles: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    completed: frozenset[str] = Field(default=frozenset(), alias="with")
    whom: bool = False
    clause: bool = True
    bidding: bool = False
    finite: bool = False


class Content(Strict):
    """Phrases that make an act of plain saying."""

    act: Act
    phrases: tuple[str, ...]


class StatementWords(Strict):
    """See the comments in ``knowledge/world/statements.yaml``."""

    families: dict[Act, frozenset[str]]
    verbs: dict[str, tuple[ActVerb, ...]]
    charges: frozenset[str]
    civil: frozenset[str]
    light: frozenset[str]
    voicing: frozenset[str]
    nouns: dict[str, Act]
    stands: dict[str, Act]
    stand_prepositions: frozenset[str]
    feelings: dict[str, Act]
    falsehoods: frozenset[str]
    deniable: frozenset[str]
    hostile: frozenset[str]
    says: frozenset[str]
    content: tuple[Content, ...]
    describes: frozenset[str]
    musts: frozenset[str]
    wants: frozenset[str]
    needs: frozenset[str]
    results: frozenset[str]
    general: frozenset[str]
    peaceful: frozenset[str]
    authorities: frozenset[str]
    powers: frozenset[str]
    worldly: frozenset[str]
    stand_ins: dict[str, frozenset[str]]
    plain_of: frozenset[str]
    turns: frozenset[str]
    local: frozenset[str]
    goes_on: frozenset[str]
    together: dict[str, int]
    sides: frozenset[str]
    pairing: frozenset[str]
    crowds: frozenset[str]
    on_behalf: frozenset[str]
    outlets: frozenset[str]
    own: frozenset[str]
    foes: frozenset[str]
    first: frozenset[str]
    reports: frozenset[str]
    voices: frozenset[str]
    bodies: frozenset[str]
    of_state: frozenset[str]
    watchers: frozenset[str]
    advocates: frozenset[str]
    claims: frozenset[str]
    admits: frozenset[str]
    alleged: frozenset[str]
    carriers: frozenset[str]
    posts: frozenset[str]
    short_posts: dict[str, str]
    sources: frozenset[str]
    passes: frozenset[str]
    draws: frozenset[str]
    of_army: frozenset[str]
    claiming: tuple[str, ...]

    def rules(self, lemma: str) -> tuple[ActVerb, ...]:
        """The rules of the verb `lemma`: its own, else that of its family; none where it is no act."""
        own = self.verbs.get(lemma)
        if own is not None:
            return own
        return next(((ActVerb(act=act),) for act, verbs in self.families.items() if lemma in verbs), ())

    @field_validator("verbs", mode="before")
    @classmethod
    def _listed(cls, verbs: Any) -> Any:
        """A verb with one rule may be written without a list around it."""
        if not isinstance(verbs, Mapping):
            return verbs
        return {verb: [rules] if isinstance(rules, Mapping) else rules for verb, rules in verbs.items()}
