"""A word that is in none of the lists of tolls is passed by before its clause is looked at."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.extraction.tolls.vocabulary import vocabulary
from vedette.knowledge.pack import default_knowledge


def test_every_word_that_can_tell_a_toll_is_a_cue() -> None:
    """What has an effect in some frame, a phrase or a list of its own must not be passed by."""
    words = vocabulary(default_knowledge())
    listed: list[Iterable[str]] = [
        *words.words.values(),
        words.of_persons,
        words.phrases,
        words.leaving,
        words.carrying,
    ]
    assert all(words.cues >= set(forms) for forms in listed)
    assert "killed" in words.cues and "the" not in words.cues
