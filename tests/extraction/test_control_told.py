"""Ground by words that could mislead: one rule, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.control import control
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the places named of several, and not the several
        ("Islamic State seized several towns in Homs province, including Palmyra and Tadef.",
         {("Islamic State", "gained", "Palmyra"), ("Islamic State", "gained", "Tadef")}),
        # what "which" stands for, in or out of its clause
        ("Shelling hit Aleppo, which the Syrian government took control of.",
         {("Syrian government", "gained", "Aleppo")}),
        # a country by its adjective
        ("Fighting goes on in Syria. Islamic State now controls most of eastern Syrian territory.",
         {("Islamic State", "holds", "Syria")}),
        # who is ringed in a town
        ("The SDF encircled Islamic State in the town of Manbij.", {("SDF", "besieges", "Manbij")}),
        # a lasting state, told in the present
        ("A missile hit Marib, which falls under the control of the Yemeni government.",
         {("Yemeni government", "holds", "Marib")}),
        # who comes to kill does not hold
        ("Hezbollah fighters stormed the village of Madaya and burnt houses.", set()),
    ],
)  # fmt: skip
def test_who_holds_what(read_text: Read, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(c.holder, c.change, c.place) for c in control(read_text(text))} == expected


def test_several_are_told_by_their_names(read_text: Read) -> None:
    """Villages counted first and named later are one gain each, and none of "several villages"."""
    text = "Rebels captured several villages in Idlib province. The rebels captured Sarmin and Binnish on Monday."
    gained = {(c.place, c.part) for c in control(read_text(text)) if c.change == "gained"}
    assert gained == {("Sarmin", None), ("Binnish", None)}


def test_a_stronghold_is_told_in_passing(read_text: Read) -> None:
    """Whose stronghold a place is, the outlet tells by itself."""
    found = control(read_text("Russia said its bombers struck Deir Ezzor, a stronghold of Islamic State."))
    assert [(c.holder, c.place, c.source) for c in found] == [("Islamic State", "Deir Ezzor", None)]
