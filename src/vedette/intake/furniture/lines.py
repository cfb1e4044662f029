"""A page's lines and what can be told of each without a parse."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_][\w'’*-]*")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$|[\"”]$|:$")
_BULLET = re.compile(r"[•·▪●*»–—-]\s*\w|\(?\d{1,2}[.)]\s")
_OUTER = " \t\r\n.,:;!?|•·-–—…\"“”'‘’()[]<>»«"


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something in it: characters ``start`` to ``end`` of the full text, stripped."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """The line folded for look-ups: lower case, without outer punctuation."""
        return fold(self.text)

    @property
    def words(self) -> list[str]:
        """Words that hold a letter."""
        return _WORD.findall(self.text)

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text)) and not self.cut

    @property
    def bullet(self) -> bool:
        """Whether it opens as an item of a list does."""
        return bool(_BULLET.match(self.text))

    @property
    def cut(self) -> bool:
        """Whether it breaks off in an ellipsis, as links to long headlines do."""
        return self.text.endswith(("…", "...", "[…]"))

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence or more of a story: ended and not short, or very long."""
        count = len(self.words)
        return (self.ends and count >= 8) or (count >= 28 and not self.cut)


def fold(text: str) -> str:
    """`text` in lower case, inner white space single, outer punctuation gone."""
    return " ".join(text.replace("’", "'").lower().split()).strip(_OUTER)


def lines_of(full: str) -> list[Line]:
    """Every line of `full` with something in it."""
    found = []
    for m in re.finditer(r"[^\n\r\u2028\u2029]+", full):
        stripped = m.group().strip()
        if stripped:
            start = m.start() + m.group().index(stripped)
            found.append(Line(start, start + len(stripped), stripped))
    return found
