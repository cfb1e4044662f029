"""A page's lines and what can be told of each without a parse."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vedette.intake.wrapping import unwrap

_WORD = re.compile(r"[^\W\d_][\w'’*-]*")
_ENDED = re.compile(r"[.!?][\"”’')\]]*$|[,.]?[\"”]$|:$")
_BULLET = re.compile(r"[•·▪●*»–—-]\s*\w|\(?\d{1,2}[.)]\s")
_OUTER = " \t\r\n.,:;!?|•·-–—…\"“”'‘’()[]<>»«"
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something in it: characters ``start`` to ``end`` of the full text, stripped.

    `key`: folded for look-ups. `words`: words that hold a letter. `ends`: it ends as a sentence does. `cut`: it
    breaks off in an ellipsis, as links to long headlines do. `prose`: it reads as a sentence or more of a story.
    `headline`: it could be one. `bullet`: it opens as an item of a list. `foreign`: in another script than Latin.
    """

    start: int
    end: int
    text: str
    key: str = field(init=False)
    words: tuple[str, ...] = field(init=False)
    ends: bool = field(init=False)
    cut: bool = field(init=False)
    prose: bool = field(init=False)
    headline: bool = field(init=False)
    bullet: bool = field(init=False)
    foreign: bool = field(init=False)

    def __post_init__(self) -> None:
        words = tuple(_WORD.findall(self.text))
        cut = self.text.endswith(("…", "...", "[…]"))
        ends = bool(_ENDED.search(self.text)) and not cut
        prose = (ends and len(words) >= 8) or (len(words) >= 28 and not cut)
        letters = sum(map(str.isalpha, self.text))
        for name, value in (
            ("key", fold(self.text)),
            ("words", words),
            ("cut", cut),
            ("ends", ends),
            ("prose", prose),
            ("headline", len(words) >= 5 and not prose and not cut),
            ("bullet", bool(_BULLET.match(self.text))),
            ("foreign", letters > 0 and len(_LATIN.findall(self.text)) < letters / 2),
        ):
            object.__setattr__(self, name, value)


def fold(text: str) -> str:
    """`text` in lower case, inner white space single, outer punctuation gone."""
    return " ".join(text.replace("’", "'").lower().split()).strip(_OUTER)


def lines_of(full: str) -> list[Line]:
    """Every line of `full` with something in it; a wrapped paragraph is one line."""
    found = []
    for m in re.finditer(r"[^\n\r\u2028\u2029]+", unwrap(full)):
        stripped = m.group().strip()
        if stripped:
            start = m.start() + m.group().index(stripped)
            found.append(Line(start, start + len(stripped), stripped))
    return found
