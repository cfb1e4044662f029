"""What the language pipeline is given: the report's full text, character for character, made easier to parse.

Every step keeps the length, so that offsets in the parse are offsets in `Report.full`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vedette.intake.wrapping import unwrap
from vedette.knowledge.furniture import FurnitureWords
from vedette.knowledge.pack import Knowledge
from vedette.model.report import Furniture, FurnitureSpan, Report
from vedette.reading.truecase import truecase

_SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'", "\u00a0": " ",
     "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
     "–": "-", "—": "-", "‑": "-", "،": ","}
)  # fmt: skip
_STARRED = re.compile(r"[A-Za-z]+(?:\*[A-Za-z]+)+")


def parse_text(report: Report, knowledge: Knowledge) -> str:
    """`report.full` with furniture blanked out, wrapped lines and masked words closed up, typographic signs made plain.

    The text keeps its length. Captions of the report's own pictures stay: they tell of the same events; but they stand
    apart. Where other furniture was, a line break stands, so that no sentence runs across it. A word
    masked to pass filters ("kil*led", "de-ad") is closed up to the left: its token ends before the word does in
    `Report.full`, which `Reading.quote` makes good. "[TEXT]" and other words of those who monitor a source are blank.
    """
    text = unwrap(report.full).translate(_SAME_LENGTH)
    letters = list(text)
    for span in report.furniture:
        if span.kind is Furniture.CAPTION:
            _set_apart(letters, span)
        else:
            letters[span.start : span.end] = ["\n" if c == "\n" else " " for c in letters[span.start : span.end]]
            letters[span.start] = "\n"
    plain = _STARRED.sub(_close, "".join(letters))
    plain = _editorial(knowledge).sub(lambda m: " " * len(m.group()), plain)
    return truecase(_hyphened(knowledge).sub(_close, plain), knowledge)


def _set_apart(letters: list[str], span: FurnitureSpan) -> None:
    """Line breaks around a caption that white space parts from what stands beside it."""
    for at in (span.start - 1, span.end):
        if 0 <= at < len(letters) and letters[at] == " ":
            letters[at] = "\n"


def _close(m: re.Match[str]) -> str:
    word = m.group().replace("*", "").replace("-", "")
    return word.ljust(len(m.group()))


@lru_cache(maxsize=8)
def _hyphened(knowledge: Knowledge) -> re.Pattern[str]:
    """Words that are masked with a hyphen, in any place within them."""
    words = knowledge.world("furniture", FurnitureWords).masked
    forms = {f"{w[:i]}-{w[i:]}" for w in words for i in range(1, len(w))}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms))) or '(?!)'})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _editorial(knowledge: Knowledge) -> re.Pattern[str]:
    """What those who monitor a source say of a text, in square brackets."""
    words = knowledge.world("furniture", FurnitureWords).editorial
    return re.compile(rf"\[(?:{'|'.join(sorted(map(re.escape, words))) or '(?!)'})\]", re.IGNORECASE)
