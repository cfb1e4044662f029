"""Whether a text may name one of the places added: by a name of theirs, or by one that sounds like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vedette.gazetteer.added.folder import Added
from vedette.gazetteer.fold import fold, skeleton, without_articles
from vedette.gazetteer.gazetteer import alike

_LONGEST = 8
"""Words of a name, articles included."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‘`ʿʾʻʼ´][^\W\d_]+)*")


class Mentions:
    """The names of some added sources. Rather too many texts are found to name one than too few."""

    def __init__(self, sources: tuple[Added, ...]):
        self._keys = frozenset(k for one in sources for k in one.book.all_keys())
        self._sounds: dict[str, list[str]] = {}
        for one in sources:
            for bones, keys in one.book.sounds().items():
                self._sounds.setdefault(bones, []).extend(keys)

    def in_text(self, text: str) -> bool:
        """Whether `text` may name one of the places."""
        return any(self._is_one(key) for key in dict.fromkeys(_names(text)))

    def _is_one(self, key: str) -> bool:
        if key in self._keys or without_articles(key) in self._keys or key.removesuffix("s") in self._keys:
            return True
        return any(alike(key, other) for other in self._sounds.get(skeleton(key), ()))


def _names(text: str) -> Iterator[str]:
    """The folded runs of up to so many words that end in a capitalised word."""
    words = _WORD.findall(text)
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            if words[end - 1][:1].isupper() and (key := fold(" ".join(words[start:end]))):
                yield key
