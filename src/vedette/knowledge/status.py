"""Words that take away that a thing has happened (``world/status.yaml``)."""

from __future__ import annotations

from functools import cached_property

from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge

Words = tuple[str, ...]


class StatusWords(Strict):
    """Lists of words; see the file for what each does."""

    denied: Words
    alleged_verbs: Words
    alleged_nouns: Words
    alleged_words: Words
    planned_verbs: Words
    planned_nouns: Words
    planned_words: Words
    planned_aux: Words
    unreal_verbs: Words
    attempts: Words
    tries: Words
    achieved: Words
    seldom: Words
    unreal_nouns: Words
    unreal_words: Words
    unreal_aux: Words
    ended: Words
    blames: Words
    told_ahead: Words
    past_marks: Words
    announces: Words
    unreal_marks: Words
    wished: Words
    still_told: Words
    given_preps: Words
    does: Words

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """Each list as a set, by its name."""
        return {name: frozenset(getattr(self, name)) for name in type(self).model_fields}


def status_words(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The word sets of the packs in use, by name."""
    return knowledge.world("status", StatusWords).sets
