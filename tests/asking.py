"""When the words of a text happened, asked in tests by the first token that reads a word."""

from __future__ import annotations

from vedette.extraction.when import When, when
from vedette.reading.reading import Reading


def ask(reading: Reading, word: str, *, running: bool = False, present: bool = False) -> When:
    """`when` for the first token that reads `word`."""
    trigger = next(t for t in reading.doc if t.text == word)
    return when(reading, trigger, running=running, present=present)


def days(answer: When) -> tuple[str, str]:
    """First and last day, ISO; "None" where there is none."""
    return str(answer.first), str(answer.last)


def days_of(reading: Reading, word: str, *, running: bool = False) -> tuple[str, str]:
    """The days of the first token that reads `word`."""
    return days(ask(reading, word, running=running))
