"""The furniture vocabulary made ready for look-ups, once for each Knowledge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vedette.intake.furniture.lines import fold
from vedette.knowledge.furniture import FurnitureWords
from vedette.knowledge.outlets import Outlets
from vedette.knowledge.pack import Knowledge
from vedette.model.report import Furniture


@dataclass(frozen=True, slots=True)
class Words:
    """Look-up forms of `FurnitureWords`."""

    end: frozenset[str]
    perhaps_end: frozenset[str]
    block: frozenset[str]
    summary: frozenset[str]
    inline: tuple[str, ...]
    whole: dict[str, Furniture]
    opening: tuple[tuple[str, Furniture], ...]
    holding: tuple[tuple[str, Furniture], ...]
    story: frozenset[str]
    credit: re.Pattern[str]
    glued: re.Pattern[str]
    tail_flat: re.Pattern[str]
    tags_flat: re.Pattern[str]
    credit_flat: re.Pattern[str]
    opening_flat: re.Pattern[str]
    wire_flat: re.Pattern[str]
    wire_end: re.Pattern[str]
    reporters: tuple[str, ...]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Words:
        """Those of ``world/furniture.yaml``."""
        return _build(knowledge)


@lru_cache(maxsize=8)
def _build(knowledge: Knowledge) -> Words:
    raw = knowledge.world("furniture", FurnitureWords)
    wires = list(Outlets.of(knowledge).wires)
    credit = "|".join(re.escape(w) for w in sorted(raw.credits, key=len, reverse=True))
    return Words(
        end=frozenset(fold(w) for w in raw.end),
        perhaps_end=frozenset(fold(w) for w in raw.perhaps_end),
        block=frozenset(fold(w) for w in raw.block),
        summary=frozenset(fold(w) for w in raw.summary),
        inline=tuple(w.lower() for w in raw.inline_links),
        whole={fold(w): Furniture(kind) for kind, words in raw.whole.items() for w in words},
        opening=tuple((w.lower(), Furniture(kind)) for kind, words in raw.opening.items() for w in words),
        holding=tuple((w.lower(), Furniture(kind)) for kind, words in raw.holding.items() for w in words),
        story=frozenset(w.lower() for w in raw.story),
        credit=re.compile(rf"\b(?:{credit})\b", re.IGNORECASE),
        glued=_either(raw.glued),
        tail_flat=re.compile(rf"(?:{_body(raw.tail_flat)})"),
        tags_flat=re.compile(rf"(?<=\s)(?:{_body(raw.tags_flat)})(?=\s+[A-Z])"),
        credit_flat=re.compile(rf"\s+(?:{_body(raw.credit_flat)})\b"),
        opening_flat=re.compile(rf"(?:{_body(raw.opening_flat)})(?!\w)", re.IGNORECASE),
        wire_end=re.compile(rf"(?<=[.!?\"”)\s])\s*[-–—]{{1,3}}\s?(?:{_body(wires)})\.?\s*$"),
        wire_flat=re.compile(
            rf"(?:{_body(wires)})(?=\s)|(?:[A-Z]\w+ ){{1,2}}(?:{_body(wires)})(?= (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))"
        ),
        reporters=tuple(w.lower() for w in raw.reporters),
    )


def _either(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_body(phrases)})", re.IGNORECASE)


def _body(phrases: list[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True)) or r"(?!)"
