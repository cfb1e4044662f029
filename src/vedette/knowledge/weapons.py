"""Schema of weapons.yaml: the words of what did the harm."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from vedette.knowledge.loader import Strict


class Weapons(Strict):
    """Means to the words that tell it (one word, or up to three together); further fields are explained in the file."""

    means: dict[str, tuple[str, ...]]
    open: dict[str, tuple[str, str]]
    by_sentence: frozenset[str]
    harmed: frozenset[str]

    @model_validator(mode="after")
    def _known(self) -> Self:
        """What an open word can be is told by words of its own."""
        for word, choice in self.open.items():
            if word not in self.means or not set(choice) <= set(self.means) - set(self.open):
                raise ValueError(f"open: {word}: each of {word}, {choice[0]}, {choice[1]} must stand under means")
        return self
