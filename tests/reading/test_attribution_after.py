"""Credits named after what they told, and people told by a post: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.who_says import who_says
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a name after the verb, in a text that lost its commas
        (
            "At least 20 villagers were killed by mortar fire near Jarablus said Rami Odeh of the Syrian Observatory "
            "for Human Rights.",
            "killed",
            "Syrian Observatory for Human Rights",
        ),
        # ... and a noun with what it is after it
        (
            "Ten fighters were killed in the raid said the monitor a group with sources in Homs.",
            "killed",
            "monitor",
        ),
        # no clause before the verb, or one after it: who stands before it says
        ("The Turkish army said Colonel Petrov of the guard was killed.", "killed", "Turkey"),
        # what is done in telling is not what is told
        (
            "The raid killed 12 rebels the Syrian Observatory for Human Rights said updating an earlier toll.",
            "killed",
            "Syrian Observatory for Human Rights",
        ),
        # a post that was told with its body and a name
        (
            "The UN envoy to Syria, Omar Lund, met rebels in Homs. The envoy said ten people were killed there.",
            "killed",
            "United Nations",
        ),
        (
            "Armed Forces of the Philippines (AFP) spokesman Brigadier General Jose Ramos told reporters it was over. "
            "According to Ramos, ten people were killed.",
            "killed",
            "Armed Forces of the Philippines",
        ),
        # a spokesman "to" somebody speaks for him
        (
            "Ten people were killed, Anton Sadykov, spokesman to the Russian president, told reporters.",
            "killed",
            "Russia",
        ),
        # a crowd that goes on with a participle is no source
        ("Hundreds of people marched in Homs, accusing the army of killing ten boys.", "killing", None),
        # a verb of holding is no telling
        ("Russia maintains a force of 900 men at Hmeimim.", "force", None),
        # a turn of phrase inside what one tells is not the next one's
        (
            'A Turkish official told us on Monday that rebels had made "gains in the killing of ten guards", and '
            "Hamas said it was at the gate.",
            "killing",
            "Turkey",
        ),
    ],
)
def test_who_says_it(read_text: Read, text: str, word: str, expected: str | None) -> None:
    reading = read_text(text)
    trigger = next(t for t in reading.doc if t.text == word)
    assert who_says(reading, trigger).source == expected
