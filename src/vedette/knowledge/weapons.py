"""Schema of weapons.yaml: the words of what did the harm."""

from __future__ import annotations

from vedette.knowledge.loader import Strict


class Weapons(Strict):
    """Means to the words that tell it: one word, or two to be looked up together."""

    means: dict[str, tuple[str, ...]]
