"""Newswire in capitals, put into ordinary case, letter for letter, so that the language pipeline can read it.

Each word is written as the pipeline's word lists mostly have it (`word_case`). The text itself adds what they cannot
tell: where sentences begin, which words make a name of several ("EL SALVADOR"), and which ones a set of initials in
brackets stands for ("NATIONAL LIBERATION FRONT (NLF)"). A dateline stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from vedette.intake.wrapping import in_capitals
from vedette.knowledge.countries import countries
from vedette.knowledge.pack import Knowledge
from vedette.reading.word_case import is_common, is_initials, is_name, is_surname

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DATELINE = re.compile(r"\s*(?=[^\n]{0,60}\d)[^\W\d_][^\n.]{2,100}?\s--?\s+(?:\[[^\]\n]{2,40}\]\s*)*")
_BRACKETED = re.compile(r"[(\[]([^\W\d_]{3,6})[)\]]")
_LEAST = 40
_BACK = 12
_VOWELS = frozenset("aeiouy")
_JOINING = frozenset({"of", "the", "and", "for", "in", "de", "del", "y"})
_ARTICLES = frozenset({"el", "la", "los", "las", "san", "santa", "santo"})


def truecase(text: str, knowledge: Knowledge) -> str:
    """`text` in ordinary case where all of it is in capitals, else `text` itself. The length never changes."""
    if sum(map(str.isalpha, text)) < _LEAST or not in_capitals(text):
        return text
    dateline = _DATELINE.match(text)
    at = dateline.end() if dateline else 0
    words = list(_WORD.finditer(text, at))
    named = _names(words, text, knowledge)
    out = [text[:at]]
    named_before = False
    for n, match in enumerate(words):
        following = words[n + 1] if n + 1 < len(words) else None
        first = n == 0 or _starts(text, match.start())
        stem = _small(match)
        surname = named_before and text[at : match.start()].isspace() and is_surname(stem)
        cased = _cased(text, match, following, first or n in named or surname, knowledge)
        out += [text[at : match.start()], cased]
        named_before = cased[0].isupper() and (surname or is_name(stem, knowledge))
        at = match.end()
    return "".join([*out, text[at:]])


def _cased(
    text: str, match: re.Match[str], following: re.Match[str] | None, capital: bool, knowledge: Knowledge
) -> str:
    word = match.group()
    small = word.lower()
    if len(small) != len(word):
        return word
    if match.start() and text[match.start() - 1].isdigit():
        return small  # "33D", "6TH", "110KM"
    if len(word) == 1 and small != "a":
        return word
    stem = re.split(r"['’]", small)[0]
    if _is_letters(text, match, stem):
        return word
    before_name = stem in _ARTICLES and following is not None and text[match.end() : following.start()] == " "
    if capital or is_name(stem, knowledge) or (before_name and is_name(_small(following), knowledge)):
        return small[0].upper() + small[1:]
    return small


def _small(match: re.Match[str] | None) -> str:
    return re.split(r"['’]", match.group().lower())[0] if match else ""


def _is_letters(text: str, match: re.Match[str], stem: str) -> bool:
    """An abbreviation: no vowels, dots between ("U.S."), mostly so written, or in brackets and no word."""
    start, end = match.span()
    if len(stem) <= 2 and (text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()):
        return True
    if is_initials(stem):
        return True
    if is_common(stem):
        return False
    bracketed = text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]")
    voiceless = not _VOWELS & set(stem) and text[end : end + 1] != "."
    return voiceless or (bracketed and len(stem) <= 6)


def _starts(text: str, at: int) -> bool:
    """Whether a sentence or paragraph begins here."""
    before = text[max(0, at - _BACK) : at].rstrip(" \"'“‘(")
    return not before.strip() or before[-1] in ".!?" or before.rstrip(" ").endswith("\n\n")


def _names(words: list[re.Match[str]], text: str, knowledge: Knowledge) -> set[int]:
    """The words, by number, of names of several words: countries, and what initials in brackets stand for."""
    small = [_small(w) for w in words]
    names = set(_countries(knowledge))
    for bracket in _BRACKETED.finditer(text):
        last = next((n for n in range(len(words) - 1, -1, -1) if words[n].end() <= bracket.start()), None)
        if last is not None and (name := _spelled(small[: last + 1], bracket.group(1).lower())):
            names.add(name)
    found: set[int] = set()
    for name in names:
        for n in range(len(small) - len(name) + 1):
            if tuple(small[n : n + len(name)]) == name:
                found.update(m for m in range(n, n + len(name)) if small[m] not in _JOINING)
    return found


def _spelled(before: list[str], initials: str) -> tuple[str, ...]:
    """The last words of `before` that `initials` stand for, all of them but one at least; none if they do not.

    The order is free: "FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN)" has its initials from the Spanish.
    """
    left, missed, n = Counter(initials), 0, len(before)
    found: tuple[str, ...] = ()
    while n and missed < 2 and left.total():
        n -= 1
        word = before[n]
        if left[word[0]] > 0:
            left[word[0]] -= 1
            if left.total() <= 1:
                found = tuple(before[n:])
        elif word not in _JOINING:
            missed += 1
    return found


@cache
def _countries(knowledge: Knowledge) -> frozenset[tuple[str, ...]]:
    """Names of countries and capitals that have several words, small."""
    names = {name for c in countries(knowledge).values() for name in (c.name, *c.people, *c.capitals)}
    return frozenset(tuple(n.lower().split()) for n in names if " " in n)
