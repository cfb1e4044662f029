"""Where the words of a text happened, asked in tests by the first or a later token that reads a word."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.where import Where, where
from vedette.reading.reading import Reading


def at(reading: Reading, word: str, n: int = 0) -> Where:
    """`where` for the token number `n`, from 0, of those that read `word`."""
    triggers: list[Token] = [t for t in reading.doc if t.text == word]
    return where(reading, triggers[n])
