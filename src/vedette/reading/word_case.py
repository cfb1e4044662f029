"""How a word is mostly written: small, with a capital, or in capitals; from the pipeline's own word lists.

The pipeline's vectors are ordered by how often a form was seen, and forms of different case are forms of their own:
"carlos" stands far behind "Carlos", "Kidnappers" behind "kidnappers", "afp" behind "AFP".
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from vedette.gazetteer.fold import fold
from vedette.gazetteer.world import world
from vedette.knowledge.countries import countries
from vedette.knowledge.numbers import NumberWords
from vedette.knowledge.pack import Knowledge
from vedette.model.place import PlaceKind
from vedette.reading.language import language

_CITY = 100_000
_OFTENER = 3  # times: a word that is seen so much oftener in another case is so written
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
            ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""))  # fmt: skip
_NEVER = 1 << 30


@cache
def is_name(word: str, knowledge: Knowledge) -> bool:
    """Whether `word`, given small, is written with a capital: a month, a country or people, a name, a large city."""
    calendar = knowledge.world("numbers", NumberWords)
    if (word in calendar.months and word not in ("may", "march")) or word.rstrip("s") in calendar.weekdays:
        return word not in ("today", "yesterday", "overnight", "weekend")
    small, titled, _ = _ranks(word)
    if word in _peoples(knowledge):
        return True
    if not is_common(word):
        return titled <= small  # equal where neither was ever seen
    if word in language().Defaults.stop_words or len(word) < 3:
        return False
    if small < _NEVER and titled < _NEVER:
        return titled * _OFTENER < small
    places = [place for place, alias in world().named(fold(word)) if not alias]
    return any(p.kind is PlaceKind.COUNTRY or p.population >= _CITY for p in places)


@cache
def is_surname(word: str) -> bool:
    """Whether `word`, given small, is a name where it follows one, though a word list has it: "Galan", "Payes"."""
    small, titled, _ = _ranks(word)
    return len(word) > 2 and (small == _NEVER or titled * _OFTENER < small)


@cache
def is_initials(word: str) -> bool:
    """Whether `word`, given small, is mostly written in capitals alone: "AFP", "CIA"."""
    small, titled, capitals = _ranks(word)
    return 2 <= len(word) <= 6 and capitals * _OFTENER < min(small, titled)


@cache
def is_common(word: str) -> bool:
    """Whether the pipeline's lemma lists know `word`, or what is left of it without an ending."""
    common = _common()
    return word in common or any(word.endswith(end) and word[: -len(end)] + put in common for end, put in _ENDINGS)


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


@cache
def _peoples(knowledge: Knowledge) -> frozenset[str]:
    """Countries and their people, small: "guatemalan", "iraqis"."""
    rows = countries(knowledge).values()
    return frozenset(w.lower() for c in rows for w in (c.name, *c.people, *c.capitals) if " " not in w)


@cache
def _ordered() -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """The vectors' keys, sorted, and the place of each in the order of frequency."""
    keys = np.fromiter(language().vocab.vectors.key2row, dtype=np.uint64)
    order = np.argsort(keys, kind="stable")
    return keys[order], order


def _ranks(word: str) -> tuple[int, int, int]:
    """The places of the word small, with a capital and in capitals; `_NEVER` where it was not seen so."""
    strings = language().vocab.strings
    keys, order = _ordered()
    out = []
    for form in (word, word[:1].upper() + word[1:], word.upper()):
        key = np.uint64(strings[form])
        at = int(np.searchsorted(keys, key))
        out.append(int(order[at]) if at < len(keys) and keys[at] == key else _NEVER)
    return out[0], out[1], out[2]
