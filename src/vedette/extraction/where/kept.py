"""What is asked of the words, places and sentences of one report again and again, kept by those who work it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Token

from vedette.reading.reading import PlaceMention

if TYPE_CHECKING:
    from vedette.extraction.where.tree import Tied


@dataclass(slots=True)
class Kept:
    """Answers by the index of a token (`goers`, `tied`) or a mention's first (`located`), else a sentence's number."""

    goers: dict[int, Token | None] = field(default_factory=dict)
    tied: dict[int, list[Tied]] = field(default_factory=dict)
    located: dict[int, bool] = field(default_factory=dict)
    echoes: dict[int, list[list[PlaceMention]]] = field(default_factory=dict)
    counted: dict[int, set[tuple[int, str]]] = field(default_factory=dict)
