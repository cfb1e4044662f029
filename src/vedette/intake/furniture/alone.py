"""What one line of a page is by its own words, wherever it stands."""

from __future__ import annotations

import re

from vedette.intake.dates import written_dates
from vedette.intake.furniture.captions import is_caption, of_another_day
from vedette.intake.furniture.lines import Line
from vedette.intake.furniture.words import Words
from vedette.model.report import Furniture

_BYLINE = re.compile(r"^by(?:line)?:?\s+[A-Z\u00c0-\u024f]", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?|\b(?:GMT|UTC|EST|EDT|KSA|AM|PM|am|pm)\b(?:\s?[+-]\d+)?")
_QUOTED = re.compile(r"[\"“][^\"”]*(?:[\"”]|$)")
_YOU = re.compile(r"\b(?:you|your|you're|you'll|you've)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Ww]e're|[Ww]e've)\b")  # never "US"
_PRICE = re.compile(r"[$€£]\s?\d+(?:\.\d+)?\s?(?:/|an?\b|per\b)\s?-?(?:half-?)?(?:day|week|month|year)", re.IGNORECASE)
_TIMED = re.compile(r"^\d{1,2}:\d\d\s*[A-Z]")
_TWEET = re.compile(r"^[—–-]{1,2}.{1,80}\(@\w+\)")


def alone(line: Line, words: Words) -> Furniture | None:
    """The kind of furniture that `line` is by its own words, None for what may be the story's."""
    key = line.key
    if not key:
        return Furniture.OTHER
    if key in words.whole:
        return words.whole[key]
    low = line.text.lower().replace("’", "'")
    count = len(line.words)
    if low.startswith(words.inline) and count < 30:
        return Furniture.LINKS
    if low.startswith(words.reporters) or (_BYLINE.match(line.text) and count <= 12 and not line.ends):
        return Furniture.BYLINE
    for phrase, kind in words.opening:
        if low.startswith(phrase) and count <= 40:
            return Furniture.OTHER if kind is Furniture.CAPTION and of_another_day(line.text) else kind
    told = tells(line, words)
    for phrase, kind in words.holding:
        if phrase in low and count <= 60 and not told:
            return kind
    if is_caption(line, words):
        return Furniture.OTHER if of_another_day(line.text) else Furniture.CAPTION
    if _TWEET.match(line.text):
        return Furniture.SHARE
    if _TIMED.match(line.text) and not line.ends:
        return Furniture.LINKS
    if is_dated(line):
        return Furniture.BYLINE
    return Furniture.BANNER if appeals(line) and not told else None


def tells(line: Line, words: Words) -> bool:
    """Whether `line` reads as a sentence of a story on a war: it has a word of harm or of force."""
    return line.prose and any(word.lower() in words.story for word in line.words)


def is_dated(line: Line) -> bool:
    """Whether `line` is nothing but a date, with or without a clock, a weekday and a word or two."""
    if len(line.words) > 8:
        return False
    found = next(written_dates(line.text), None)
    if found is None or found.year is None:
        return False
    rest = _CLOCK.sub(" ", line.text[: found.start] + " " + line.text[found.end :])
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 3


def appeals(line: Line) -> bool:
    """Whether `line` speaks to the reader in the outlet's name, as no report does outside quotes; or names a price."""
    if _PRICE.search(line.text):
        return True
    plain = _QUOTED.sub(" ", line.text)
    return bool(_YOU.search(plain) and _WE.search(plain))


def speaks_of_us(line: Line) -> bool:
    """Whether `line` outside quotes has "we", "our" or "you": an appeal where one stands beside it."""
    plain = _QUOTED.sub(" ", line.text.replace("’", "'"))
    return bool(_YOU.search(plain) or _WE.search(plain))
