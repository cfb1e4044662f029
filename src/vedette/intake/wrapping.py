"""Texts whose paragraphs were broken into lines of even width, as mail and old wires are."""

from __future__ import annotations

import re

_FEWEST = 4
"""Breaks within paragraphs below which a text is not taken to be wrapped."""
_WIDEST = 120
_NARROWEST = 40
_FULL = 0.6
"""Share of the widest line that a line fills which the next one goes on."""
_CAPITALS = 0.85
"""Share of capitals among the letters from which on case tells nothing of where sentences begin."""
_SENTENCES = 0.1
"""Sentences that end, for each break, at least, in a text in capitals; lists of headlines have none."""
_ENDED = re.compile(r"[.!?][\"')\]]*(?=\s|$)")
_BREAK = re.compile(r"(?<=[^\n])\r?\n(?=[^\n\r])")


def wrap_breaks(text: str) -> list[int]:
    """Positions of the newlines in `text` that only wrap a line, none where paragraphs stand on lines of their own.

    A text is wrapped where no line is very long and about half of those that follow a break within a paragraph begin
    in the middle of a sentence, with a small letter. Lists of headlines begin each line with a capital. Where all is
    in capitals, the line before must not end a sentence, and some line must: headlines have no full stops.
    """
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if not _NARROWEST <= width <= _WIDEST or len(lines) < _FEWEST:
        return []
    breaks = []
    for m in _BREAK.finditer(text):
        before = text[text.rfind("\n", 0, m.start()) + 1 : m.start()].rstrip()
        if len(before) >= _FULL * width:
            breaks.append(m.end() - 1)
    if breaks and in_capitals(text):
        onward = [at for at in breaks if not _ENDED.search(text, text.rfind("\n", 0, at) + 1, at)]
        return breaks if onward and len(_ENDED.findall(text)) >= _SENTENCES * len(breaks) else []
    small = sum(text[at + 1 : at + 40].lstrip(" \t")[:1].islower() for at in breaks)
    return breaks if len(breaks) >= _FEWEST and 5 * small >= 2 * len(breaks) else []


def in_capitals(text: str) -> bool:
    """Whether so many of the letters are capitals that case tells nothing."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) >= _CAPITALS * letters


def unwrap(text: str) -> str:
    """`text` with each newline that only wraps a line turned into a space; the same length."""
    breaks = wrap_breaks(text)
    if not breaks:
        return text
    letters = list(text)
    for at in breaks:
        letters[at] = " "
    return "".join(letters)
