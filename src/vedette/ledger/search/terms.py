"""What a person types into a search box, and what comes back, the same for every database."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.errors import VedetteError

_PIECE = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Term:
    """Words that follow each other; the last may be the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True)
class Query:
    """All of `wanted` must be there, none of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Hits:
    """Ids in order; how many there are, at least so many where `more`; whether the best come first, not the newest."""

    ids: tuple[str, ...]
    count: int
    more: bool
    ranked: bool


def parse(text: str) -> Query:
    """The query in `text`. Raises VedetteError where there is no word in it that must be there."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for minus, phrase, word in _PIECE.findall(text):
        piece = phrase or word
        words = tuple(_WORDS.findall(piece))
        if words:
            (unwanted if minus else wanted).append(Term(words, prefix=not phrase and piece.endswith("*")))
    if not wanted:
        raise VedetteError('type a word to look for: aleppo, "air strike", hospital -school, shell*')
    return Query(tuple(wanted), tuple(unwanted))
