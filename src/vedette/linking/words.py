"""Words of quotes: which tell of the same thing when shared."""

from __future__ import annotations

import re
from functools import lru_cache

from vedette.knowledge.names import country_words, idle_names
from vedette.linking.score import Score
from vedette.linking.spelling import sound

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_NAME = re.compile(r"(?<![\w.])(?:[Aa]l[- ]|[Ee]l[- ])?([A-Z][^\W\d_]{2,})")


@lru_cache(maxsize=65536)
def content_words(quote: str) -> frozenset[str]:
    """The telling words of `quote`, cut to their first six letters."""
    idle = idle_names().idle
    return frozenset(w[:6] for w in (m.lower() for m in _WORD.findall(quote)) if w not in idle)


def whole_words(quote: str) -> frozenset[str]:
    """The words of `quote` in lower case, none left out."""
    return frozenset(m.lower() for m in _WORD.findall(quote))


@lru_cache(maxsize=65536)
def names_in(quote: str) -> frozenset[str]:
    """The sounds of the capitalised words of `quote`."""
    idle = idle_names().idle | country_words()
    return frozenset(sound(m) for m in _NAME.findall(quote) if m.lower() not in idle)


def compare_words(a: frozenset[str], b: frozenset[str]) -> Score:
    """How much two sets of words have in common."""
    if not a or not b:
        return Score(0.0)
    shared = a & b
    alike = len(shared) / len(a | b)
    if alike < 0.1:
        return Score(0.0)
    return Score(3.0 * alike, f"{round(100 * alike)} % of the words shared")
