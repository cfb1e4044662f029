"""What one line of a page is by its own words, wherever it stands."""

from __future__ import annotations

import re

from vedette.intake.dates import written_dates
from vedette.intake.furniture.lines import Line
from vedette.intake.furniture.words import Words
from vedette.model.report import Furniture

_CREDIT = re.compile(r"(?:[(\[]([^()\[\]]{2,90})[)\]]|\s[/|–—-]\s?([^/|–—]{2,40}))\.?$")
_BYLINE = re.compile(r"^by(?:line)?:?\s+\S", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?|\b(?:GMT|UTC|EST|EDT|KSA|AM|PM|am|pm)\b(?:\s?[+-]\d+)?")


def alone(line: Line, words: Words) -> Furniture | None:
    """The kind of furniture that `line` is by its own words, None for what may be the story's."""
    low = line.text.lower().replace("’", "'")
    key = line.key
    if not key:
        return Furniture.OTHER
    if key in words.whole:
        return words.whole[key]
    count = len(line.words)
    if low.startswith(words.inline) and count < 30:
        return Furniture.LINKS
    if low.startswith(words.reporters) or (_BYLINE.match(line.text) and count <= 12 and not line.ends):
        return Furniture.BYLINE
    for phrase, kind in words.opening:
        if low.startswith(phrase) and count <= 40:
            return kind
    for phrase, kind in words.holding:
        if phrase in low and count <= 60:
            return kind
    return None


def is_caption(line: Line, words: Words) -> bool:
    """Whether `line` ends in a picture's credit: "(AFP/Name)", "[Name/Agency]", "- File photo"."""
    m = _CREDIT.search(line.text)
    if m is None or len(line.words) > 45:
        return False
    credit = m.group(1) or m.group(2)
    if not words.credit.search(credit) and not (m.group(1) and re.fullmatch(r"[\w .'’-]+/[\w .'’/-]+", credit)):
        return False
    # A story's sentence that ends in "(AFP)" has its full stop before it, or is the last of a long paragraph.
    return not line.text[: m.start()].rstrip().endswith((".", "”", '"')) or bool(
        re.search(r"photo|getty|file|image", credit, re.IGNORECASE)
    )


def is_dated(line: Line) -> bool:
    """Whether `line` is nothing but a date, with or without a clock, a weekday and a word or two."""
    found = next(written_dates(line.text), None)
    if found is None:
        return False
    rest = _CLOCK.sub(" ", line.text[: found.start] + " " + line.text[found.end :])
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 3
