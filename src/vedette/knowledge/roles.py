"""Schema of ``roles.yaml``: the words that decide who acts in an event and whom it befalls."""

from __future__ import annotations

from pydantic import model_validator

from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge
from vedette.model.claim import EVENT_TYPES


class RoleWords(Strict):
    """Lists of words; what each list means stands in the file."""

    by_force: frozenset[str]
    bodily: frozenset[str]
    killings: frozenset[str]
    nobody: tuple[str, ...]
    ousting: frozenset[str]
    granting: frozenset[str]
    not_in_it: frozenset[str]
    harming: frozenset[str]
    hurting: frozenset[str]
    dying: frozenset[str]
    losses: frozenset[str]
    anybody: frozenset[str]
    beside: frozenset[str]
    protests: frozenset[str]
    answering: frozenset[str]
    borders: frozenset[str]
    undergoing: frozenset[str]
    aiming_at: frozenset[str]
    holding: frozenset[str]
    garrisons: frozenset[str]
    military_sites: frozenset[str]
    of_an_army: frozenset[str]
    manned: frozenset[str]
    lived_in: frozenset[str]
    dwelt_in: frozenset[str]
    mostly: frozenset[str]
    brokering: frozenset[str]
    truces: frozenset[str]

    @model_validator(mode="after")
    def _known(self) -> RoleWords:
        """Every type named is one of an event."""
        for kind in sorted(self.by_force | self.bodily):
            if kind not in EVENT_TYPES:
                raise ValueError(f"no event type {kind!r}")
        return self


def role_words(knowledge: Knowledge) -> RoleWords:
    """The words by which roles in events are told."""
    return knowledge.world("roles", RoleWords)
