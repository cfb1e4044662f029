"""Which words of means a toll is told with, and what a word that several go by tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Commandos carried out a raid on a farm, killing two men.", "ground fire"),
        ("Warplanes took off at dusk. The raid on the farm killed two men.", "air strike"),
        ("A strike on the bakery killed six people.", "air strike"),
        ("A missile attack killed six people when the strike hit a bakery.", "shelling"),
        ("The air force bombed the village, killing six people.", "air strike"),
        ("The army's bombing of the village killed six people.", "air strike"),
        ("A bombing in the market killed six people.", "bomb"),
        ("Air strikes and rockets killed six people.", "air strike"),
        ("A rebel barrage killed six people.", "shelling"),
        ("Four airmen died when a helicopter was shot down.", None),
        ("The troops killed eleven gunmen, destroying three tanks and a mortar.", None),
        ("Nine soldiers were killed in combat.", "ground fire"),
        ("A drone hit a car on Monday. On Thursday five men were killed near the dam.", None),
        ("A shell exploded near the house, killing his daughter.", "shelling"),
        ("A drone hit a car on Monday. Five men were killed.", "air strike"),
    ],
)
def test_the_means_of_a_count(read_text: Read, text: str, means: str | None) -> None:
    assert tolls(read_text(text))[0].means == means


def test_people_under_rubble_are_there_by_what_fell_on_them(read_text: Read) -> None:
    found = tolls(read_text("Forty people were trapped under the rubble after an air strike."))
    assert [(t.effect, t.means) for t in found] == [("trapped", "air strike")]
