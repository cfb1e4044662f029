"""Pictures' captions, known by the credit that they end in or that follows them."""

from __future__ import annotations

import re

from vedette.intake.furniture.lines import Line
from vedette.intake.furniture.words import Words

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,110})[)\]]\.?$")
_SLASH = re.compile(r"[\w .'’&-]{2,40}/[\w .'’&/-]{2,60}")
_DASHED = re.compile(r"\s[–—-]\s([^–—]{2,40})$")
_SIGNED = re.compile(
    r"(?:(?:©|\b(?:photo |image |picture )?credits?\s?[:.…]+|\bpic(?:ture)?:|\bfile pic|\bphotos?(?:graph)? by\b)"
    r"[^.!?]{0,70}|\bvia (?:reuters|ap|afp|getty images|getty|twitter|x|facebook|telegram|epa)|/getty images"
    r"|/handout(?: via \w+)?)(?:\.|\s+acquire licensing rights)?$",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\b(?:photo|photograph|image|picture|getty|file|archive|screengrab|screenshot|handout)", re.I)
_FILED = re.compile(r"^\W*file\b|\b(?:file|archive|previous)\W*(?:photo|pic|picture|image)?\W*$", re.IGNORECASE)
_LONGEST = 120


def is_caption(line: Line, words: Words) -> bool:
    """Whether `line` ends in a picture's credit: "(AFP/Name)", "[Name/Agency]", "Credit: Name", "© Agency"."""
    if len(line.words) > _LONGEST:
        return False
    if _SIGNED.search(line.text):
        return True
    dashed = _DASHED.search(line.text)
    if dashed and _PICTURE.search(dashed.group(1)):
        return True
    m = _BRACKET.search(line.text)
    if m is None:
        return False
    if m.start() == 0:
        return len(line.words) <= 6
    if _PICTURE.search(m.group(1)) or (words.credit.search(m.group(1)) and "/" in m.group(1)):
        return True
    # "(AFP)" after a full stop closes a story as often as a caption; without one before it, only a caption.
    ended = line.text[: m.start()].rstrip().endswith((".", "!", "?", "”", '"'))
    return not ended and bool(words.credit.search(m.group(1)) or _SLASH.fullmatch(m.group(1)))


def of_another_day(caption: str) -> bool:
    """Whether a caption says that its picture is from a file: what it tells is no part of the report."""
    return bool(_FILED.search(caption))


def is_credit(line: Line) -> bool:
    """Whether `line` is a picture's credit alone, so that the line before it is the caption."""
    return len(line.words) <= 10 and line.text.lower().startswith(("credit:", "photo credit", "photo by", "©"))
