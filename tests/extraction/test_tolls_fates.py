"""Counts whose fate, or whose driver, other words of the sentence tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Seven out of 12 miners died when the shaft was shelled.", [("killed", 7, False)]),
        ("Nine out of the ten hostages died.", [("killed", 9, True), ("abducted", 10, False)]),
        ("Three of those killed in the blast were policemen.", [("killed", 3, True)]),
        ("Rebels hold six hostages, one of whom they say they killed.", [("abducted", 6, False), ("killed", 1, True)]),
        ("The gunmen rounded up 30 herders and executed them.", [("detained", 30, False), ("killed", 30, False)]),
        ("Gunmen kidnapped and killed nine farmers.", [("killed", 9, False)]),
        ("The fighting left 824 people dead and wounded.", [("casualties", 824, False)]),
        ("The attack resulted in casualties among the tribesmen.", [("casualties", None, False)]),
        ("Combat losses of the enemy amounted to about 200 men.", [("casualties", 200, False)]),
        ("Some 40 families left for the north on Friday.", [("displaced", None, False)]),
        ("Over 1 300 people fled the valley.", [("displaced", 1300, False)]),
    ],
)  # fmt: skip
def test_whom_it_befell(read_text: Read, text: str, told: list[tuple[str, int | None, bool]]) -> None:
    assert [(t.effect, t.low, t.subset) for t in tolls(read_text(text))] == told


@pytest.mark.parametrize(
    ("text", "who", "group"),
    [
        ("Seven out of 12 miners died.", "civilian", "workers"),
        ("Three of those killed in the blast were policemen.", "combatant", None),
        ("Shells killed 14 people, mostly civilians.", "unknown", None),
        ("A strike killed children, women and the elderly.", "civilian", "children, women and elderly"),
        ("Eleven soldiers were killed.", "combatant", None),
        ("Rebels inflicted dozens of casualties on the militants.", "combatant", None),
    ],
)
def test_who_they_were(read_text: Read, text: str, who: str, group: str | None) -> None:
    toll = tolls(read_text(text))[0]
    assert (toll.who, toll.group) == (who, group)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Islamic State drove 3,000 villagers from their homes.", "Islamic State"),
        ("More than 5,000 people were displaced by the rebel offensive.", "rebels"),
        ("Islamic State forced 900 residents out of the town.", "Islamic State"),
        ("Some 3,000 villagers fled as Islamic State advanced.", None),
        ("The Red Crescent evacuated 3,000 villagers.", None),
    ],
)
def test_who_drove_people_out(read_text: Read, text: str, by: str | None) -> None:
    assert tolls(read_text(text))[0].by == by


@pytest.mark.parametrize(
    ("people", "who", "group"),
    [
        ("four employees of the Red Cross", "civilian", "aid workers"),
        ("four U.N. refugee agency workers", "civilian", "aid workers"),
        ("four U.N. military observers", "unknown", "United Nations"),
        ("four workers who had asked for aid", "civilian", "workers"),
    ],
)
def test_who_serves_a_body_that_helps_or_watches(read_text: Read, people: str, who: str, group: str) -> None:
    toll = tolls(read_text(f"Gunmen kidnapped {people} on Friday."))[0]
    assert (toll.who, toll.group) == (who, group)


def test_counts_of_one_attack_have_one_means(read_text: Read) -> None:
    found = tolls(read_text("Shells hit Douma on Monday, killing five men. Seven women were also wounded in Douma."))
    assert [t.means for t in found] == ["shelling", "shelling"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The raids took to 71 the number of civilians killed in the valley.", [("killed", 71, "civilian")]),
        ("The number of women and children killed rose to 31.", [("killed", 31, "unknown")]),
        ("The army clashed with rebels in the hills killing 16 of them.", [("killed", 16, "combatant")]),
        ("A blast killed 20. Of these, eight were fighters.", [("killed", 20, "unknown"), ("killed", 8, "combatant")]),
        ("It killed 20 spies. Another 11 were wounded.", [("killed", 20, "combatant"), ("wounded", 11, "combatant")]),
        ("A number of his sheep were killed.", []),
        ("They would release the envoy only after 400 comrades were freed.", []),
        ("Rescue workers were searching for survivors buried under the rubble.", []),
    ],
)  # fmt: skip
def test_whom_a_figure_stands_for(read_text: Read, text: str, told: list[tuple[str, int, str]]) -> None:
    assert [(t.effect, t.low, t.who) for t in tolls(read_text(text))] == told


def test_fighters_without_a_name_have_not_killed_themselves(read_text: Read) -> None:
    assert tolls(read_text("At least 50 jihadists were killed in clashes with jihadists."))[0].by is None


@pytest.mark.parametrize(
    ("text", "who", "group"),
    [
        ("The war killed 40,000 troops and civilians.", "unknown", None),
        ("A bomb killed 12 women and children.", "civilian", "women and children"),
        ("A strike killed 18 Islamic State fighters and leaders.", "combatant", "Islamic State"),
        ("Hezbollah struck a hotel, killing nine people among them two Turkish engineers.", "unknown", None),
    ],
)
def test_who_they_are_under_one_number(read_text: Read, text: str, who: str, group: str | None) -> None:
    toll = tolls(read_text(text))[0]
    assert (toll.who, toll.group) == (who, group)


def test_many_more_are_people(read_text: Read) -> None:
    found = tolls(read_text("Tens of thousands were slain and many more displaced."))
    assert [(t.effect, t.low) for t in found] == [("killed", 20000), ("displaced", None)]
