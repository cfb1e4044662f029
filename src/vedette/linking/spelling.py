"""Names of places as they sound, so that Raqa meets Raqqa and Deir Ezzor meets Deir ez-Zor."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from vedette.knowledge.names import country_words, idle_names

_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_SPLIT = re.compile(r"\s+and\s+|\s*[,/;&()]\s*")
_ALIKE = 55.0  # of 100: how alike two names of one sound must also look
_EQUAL = 90.0  # and how alike two names of different sound


@dataclass(frozen=True)
class PlaceName:
    """One name: its telling words, its sound, the parts of the compass that narrow it, whether it is a country."""

    words: str
    sound: str
    sides: frozenset[str]
    wide: bool = False


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return folded or text.lower()


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The consonants of `word`, doubled ones once; of a word with one consonant or none, its letters."""
    letters = "".join(c for c in _ascii(word) if c.isalpha()) or word.lower()
    letters = letters.replace("q", "k").replace("ck", "k").replace("ph", "f")
    letters = re.sub(r"h$", "", letters)
    bare = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", letters))
    return bare if len(bare) > 1 else re.sub(r"(.)\1+", r"\1", letters)[:1] + bare


@lru_cache(maxsize=65536)
def place_names(text: str) -> tuple[PlaceName, ...]:
    """The names in a place slot ("X and Y" holds two), each without idle words."""
    idle = idle_names()
    skip = idle.articles | idle.places
    out: list[PlaceName] = []
    for part in _SPLIT.split(text):
        words = [w.lower() for w in _WORD.findall(_ascii(part.replace("'", "").replace("’", "")))]
        sides = frozenset(w for w in words if w in idle.parts)
        telling = [w for w in words if w not in skip and w not in sides]
        if not telling:
            telling = [w for w in words if w not in skip] or words
            sides = frozenset()
        if telling:
            words_in = " ".join(telling)
            out.append(PlaceName(words_in, sound("".join(telling)), sides, words_in in country_words()))
    return tuple(out)


def same_name(a: PlaceName, b: PlaceName) -> bool:
    """Whether two names are spellings of one: equal, of one sound and not unlike, or all but equal."""
    if a.words == b.words:
        return True
    return ratio(a.words, b.words) >= (_ALIKE if a.sound == b.sound else _EQUAL)
