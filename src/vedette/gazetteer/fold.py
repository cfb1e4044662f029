"""Names to keys: without case, accents, articles and hyphens, and a coarser key of consonants for variant spellings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset(
    {
        "al",
        "el",
        "ul",
        "ar",
        "er",
        "as",
        "es",
        "ash",
        "esh",
        "ad",
        "ed",
        "at",
        "et",
        "an",
        "en",
        "az",
        "ez",
        "ath",
    }
)
"""The Arabic article in its assimilated forms and both usual vowels."""

_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ə": "a", "Ə": "A", "ß": "ss", "æ": "ae",
     "œ": "oe", "þ": "th", "ð": "d"}
)  # fmt: skip
_DROP = re.compile(r"['’‘`ʿʾʻʼ´.]")
_SPACE = re.compile(r"[^a-z0-9]+")
_PAIRS = (
    ("tch", "S"), ("dzh", "J"), ("dj", "J"), ("kh", "H"), ("sh", "S"), ("ch", "S"), ("gh", "G"), ("dh", "D"),
    ("th", "T"), ("ph", "F"), ("zh", "J"), ("ck", "K"), ("ts", "S"), ("tz", "S"),
)  # fmt: skip
_LETTERS = str.maketrans({"q": "K", "k": "K", "c": "K", "g": "G", "z": "D", "d": "D", "j": "J", "s": "S", "t": "T"})
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` in lower-case ASCII words: accents, apostrophes and full stops gone, all else between words a space."""
    text = name
    if not name.isascii():
        text = unicodedata.normalize("NFKD", name.translate(_PLAIN)).encode("ascii", "ignore").decode()
    return _SPACE.sub(" ", _DROP.sub("", text.replace("&", " and ")).lower()).strip()


_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
"""Tatweel and the vowel signs of Arabic, which most texts leave out."""

_SAME = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """The key of `name`: folded, or of another script small, without vowel signs, variants of one letter as one."""
    if key := fold(name):
        return key
    text = _MARKS.sub("", unicodedata.normalize("NFKC", name)).translate(_SAME).casefold()
    return " ".join(re.findall(r"\w+", text))


def without_articles(key: str) -> str:
    """A folded name less its Arabic articles ("ayn al arab" to "ayn arab"); unchanged if nothing else is in it."""
    return " ".join(w for w in key.split() if w not in ARTICLES) or key


@lru_cache(maxsize=65536)
def skeleton(key: str) -> str:
    """The consonants of a folded name in classes that transliterations mix up; vowels, h, doubles and spaces gone.

    "raqqa", "raqa" and "al rakka" share one; so do "deir ezzor" and "dayr az zawr".
    """
    text = without_articles(key).replace(" ", "")
    for pair, sign in _PAIRS:
        text = text.replace(pair, sign)
    text = _VOWELS.sub("", text.translate(_LETTERS)).replace("h", "")
    return _DOUBLE.sub(r"\1", text)


_SOFT = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "ay"),
    ("ai", "ay"),
    ("aw", "o"),
    ("au", "o"),
    ("ey", "ay"),
)


@lru_cache(maxsize=65536)
def spoken(key: str) -> str:
    """A folded name as it sounds, for comparing: articles and spaces gone, usual variants of letters levelled."""
    text = without_articles(key).replace(" ", "")
    for pair, sign in _SOFT:
        text = text.replace(pair, sign)
    text = _DOUBLE.sub(r"\1", text).replace("e", "a").replace("o", "u").replace("q", "k").replace("y", "i")
    return text[:-1] if text.endswith("h") and len(text) > 3 else text
