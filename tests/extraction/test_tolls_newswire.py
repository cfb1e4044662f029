"""Ways of telling that newswire of many wars shares: throats cut, lives taken, the wounded killed, subjects lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In the attack 13 people had their throats cut.", [("killed", 13)]),
        ("Gunmen slit the throats of 12 villagers.", [("killed", 12)]),
        ("On Thursday, two bombings, in Oran and in Algiers, took 18 lives.", [("killed", 18)]),
        ("Six wounded soldiers were killed in the hospital.", [("killed", 6)]),
        ("The guerrillas killed 40 men, women and children.", [("killed", 40)]),
        (
            "Police said three leaders were slain in Lima and two women, accused of theft, were killed in Cusco.",
            [("killed", 3), ("killed", 2)],
        ),
        (
            "Eight police officers were killed in Cali on Saturday. Eight officers were killed in the fierce fight.",
            [("killed", 8)],
        ),
    ],
)
def test_what_befell(read_text: Read, text: str, told: list[tuple[str, int]]) -> None:
    assert [(t.effect, t.low) for t in tolls(read_text(text))] == told


def test_health_workers_are_medics(read_text: Read) -> None:
    assert [t.group for t in tolls(read_text("Shells killed 44 health workers."))] == ["medics"]


def test_the_worst_attack_of_a_long_war_is_one_attack(read_text: Read) -> None:
    text = "In one of the worst attacks of the five-year war, 52 people were killed in the village."
    assert [t.span for t in tolls(read_text(text))] == ["incident"]


def test_a_headline_without_was_has_its_doer(read_text: Read) -> None:
    told = tolls(read_text("Eight officers were killed and 30 taken hostage by rebels."))
    assert [(t.effect, t.by) for t in told][-1] == ("abducted", "rebels")
