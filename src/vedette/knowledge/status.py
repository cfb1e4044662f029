"""Words that take away that a thing has happened (``world/status.yaml``)."""

from __future__ import annotations

from functools import cached_property

from vedette.knowledge.loader import Strict
from vedette.knowledge.pack import Knowledge


class StatusWords(Strict):
    """Lists of lemmas; see the file for what each does."""

    denied: tuple[str, ...]
    alleged_verbs: tuple[str, ...]
    alleged_words: tuple[str, ...]
    planned_verbs: tuple[str, ...]
    planned_nouns: tuple[str, ...]
    planned_aux: tuple[str, ...]
    unreal_verbs: tuple[str, ...]
    unreal_nouns: tuple[str, ...]
    unreal_aux: tuple[str, ...]
    unreal_marks: tuple[str, ...]
    does: tuple[str, ...]

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """Each list as a set, by its name."""
        return {name: frozenset(getattr(self, name)) for name in type(self).model_fields}


def status_words(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The word sets of the packs in use, by name."""
    return knowledge.world("status", StatusWords).sets
