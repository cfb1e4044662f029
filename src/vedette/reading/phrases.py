"""Phrases found in a parse, whole words, longest first, whatever happened to hyphens, dots and apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from spacy.tokens import Doc

T = TypeVar("T")
_KEY = "vedette.pieces"
_CUT = re.compile(r"[-/'\".,]+")


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    values: list[tuple[T, str | None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A doc cut into lower-case words: `words[n]` comes from token `tokens[n]`, spelled `spelled[n]`."""

    words: list[str]
    spelled: list[str]
    tokens: list[int]


def pieces(doc: Doc) -> Pieces:
    """Cut tokens at hyphens, slashes and apostrophes; drop dots, signs, white space and the possessive 's."""
    cut: Pieces | None = doc.user_data.get(_KEY)
    if cut is None:
        cut = doc.user_data[_KEY] = _cut_up(doc)
    return cut


def _cut_up(doc: Doc) -> Pieces:
    words: list[str] = []
    spelled: list[str] = []
    tokens: list[int] = []
    for token in doc:
        text = token.text
        if text.isalnum():
            words.append(text.lower())
            spelled.append(text)
            tokens.append(token.i)
            continue
        if token.is_space or text == "'s":
            continue
        for part in _parts(text):
            words.append(part.lower())
            spelled.append(part)
            tokens.append(token.i)
    return Pieces(words, spelled, tokens)


def _parts(text: str) -> list[str]:
    return [p for p in _CUT.split(text.replace(".", "").replace("'", "").replace("*", "")) if p]


class Phrases(Generic[T]):
    """A dictionary of phrases. Built once; `find` is linear in the length of the text."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, phrase: str, value: T, *, exact: bool = False) -> None:
        """Enter `phrase` with its value. `exact`: only with these capitals, so that "IS" is not "is"."""
        node = self._root
        parts = [q for word in phrase.replace("'s ", " ").replace("’", "'").split() for q in _parts(word)]
        for part in parts:
            node = node.next.setdefault(part.lower(), _Node())
        node.values.append((value, " ".join(parts) if exact else None))

    def find(self, cut: Pieces) -> Iterator[tuple[int, int, T]]:
        """Longest phrases from left to right, none overlapping: first piece, last piece + 1, value."""
        n, total = 0, len(cut.words)
        while n < total:
            hit = self._longest(cut, n)
            if hit is None:
                n += 1
                continue
            last, value = hit
            yield n, last, value
            n = last

    def _longest(self, cut: Pieces, start: int) -> tuple[int, T] | None:
        node: _Node[T] | None = self._root
        best: tuple[int, T] | None = None
        spelled: list[str] = []
        for n in range(start, len(cut.words)):
            assert node is not None
            word, as_spelled = cut.words[n], cut.spelled[n]
            after = node.next.get(word)
            if after is None and word[-1] == "s" and (len(word) > 4 or _owning(as_spelled)):
                after = node.next.get(word[:-1])  # an apostrophe lost: "Syrias", "groups", "ISs"
                as_spelled = as_spelled[:-1]
            if after is None:
                return best
            node = after
            spelled.append(as_spelled)
            for value, spelling in node.values:
                if spelling is None or spelling == " ".join(spelled):
                    best = (n + 1, value)
                    break
        return best


def _owning(word: str) -> bool:
    """Whether a short form stands in the possessive without its apostrophe: "ISs", "UNs"."""
    return len(word) > 2 and word[:-1].isupper() and word[-1] == "s"
