"""Newswire in capitals, put into ordinary case, letter for letter, so that the language pipeline can read it.

Words that the pipeline's own word lists know are written small; names, places of some size, months and what the
lists do not know get a capital; letters that make no word ("FMLN") stay as they are.
"""

from __future__ import annotations

import re
from functools import cache

from vedette.gazetteer.fold import fold
from vedette.gazetteer.world import world
from vedette.knowledge.countries import countries
from vedette.knowledge.numbers import NumberWords
from vedette.knowledge.pack import Knowledge
from vedette.model.place import PlaceKind
from vedette.reading.language import language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST, _SHARE = 40, 0.85
_CITY = 100_000
_BACK = 12
_VOWELS = frozenset("aeiouy")
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
            ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""))  # fmt: skip


def truecase(text: str, knowledge: Knowledge) -> str:
    """`text` in ordinary case where all of it is in capitals, else `text` itself. The length never changes."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < _LEAST or sum(c.isupper() for c in letters) < _SHARE * len(letters):
        return text
    out, at = [], 0
    for match in _WORD.finditer(text):
        out += [text[at : match.start()], _cased(text, match, knowledge)]
        at = match.end()
    return "".join([*out, text[at:]])


def _cased(text: str, match: re.Match[str], knowledge: Knowledge) -> str:
    word = match.group()
    small = word.lower()
    if len(small) != len(word) or (len(word) == 1 and small != "a"):
        return word
    stem = re.split(r"['’]", small)[0]
    if _is_letters(text, match, stem):
        return word
    if _is_name(stem, knowledge) or _starts(text, match.start()):
        return small[0].upper() + small[1:]
    return small


def _is_letters(text: str, match: re.Match[str], stem: str) -> bool:
    """An abbreviation: no vowels, dots between ("U.S."), or in brackets and no word."""
    start, end = match.span()
    if len(stem) <= 2 and (text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()):
        return True
    if _is_common(stem):
        return False
    bracketed = text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]")
    return not _VOWELS & set(stem) or (bracketed and len(stem) <= 6)


def _starts(text: str, at: int) -> bool:
    """Whether a sentence or paragraph begins here."""
    before = text[max(0, at - _BACK) : at].rstrip(" \"'“‘(")
    return not before.strip() or before[-1] in ".!?" or before.rstrip(" ").endswith("\n\n")


@cache
def _common() -> frozenset[str]:
    """Words of the language, from the pipeline: its lemmas, irregular forms and stop words."""
    nlp = language()
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    words: set[str] = {w for w in nlp.Defaults.stop_words if w.isalpha()}
    for name in ("lemma_index", "lemma_exc"):
        if name in tables.tables:
            for forms in tables.get_table(name).values():
                words.update(forms)
    return frozenset(words)


def _is_common(word: str) -> bool:
    common = _common()
    if word in common:
        return True
    return any(word.endswith(end) and word[: -len(end)] + put in common for end, put in _ENDINGS)


@cache
def _peoples(knowledge: Knowledge) -> frozenset[str]:
    """Countries and their people, small: "guatemalan", "iraqis"."""
    rows = countries(knowledge).values()
    return frozenset(w.lower() for c in rows for w in (c.name, *c.people, *c.capitals) if " " not in w)


@cache
def _is_name(word: str, knowledge: Knowledge) -> bool:
    """Whether the word is written with a capital: no common word, a month, a country or a city of some size."""
    calendar = knowledge.world("numbers", NumberWords)
    if (word in calendar.months and word not in ("may", "march")) or word.rstrip("s") in calendar.weekdays:
        return word not in ("today", "yesterday", "overnight", "weekend")
    if word in _peoples(knowledge) or not _is_common(word):
        return True
    if word in language().Defaults.stop_words or len(word) < 4:
        return False
    places = [place for place, alias in world().named(fold(word)) if not alias]
    return any(p.kind is PlaceKind.COUNTRY or p.population >= _CITY for p in places)
