"""Ways of telling what it cost people, one example each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]
Told = tuple[str, int | None, int | None]


def told(read_text: Read, text: str, **kwargs: str | None) -> list[Told]:
    return [(t.effect, t.low, t.high) for t in tolls(read_text(text, **kwargs))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed 12 farmers near the river.", [("killed", 12, 12)]),
        ("Twelve farmers were killed near the river.", [("killed", 12, 12)]),
        ("The killing of 12 farmers shocked the valley.", [("killed", 12, 12)]),
        ("Medics confirmed the death of a civilian.", [("killed", 1, 1)]),
        ("The death toll rose to 112 on Sunday.", [("killed", 112, 112)]),
        ("Police put the death toll at 16.", [("killed", 16, 16)]),
        ("The shelling claimed the lives of three nurses.", [("killed", 3, 3)]),
        ("Seven miners lost their lives in the blast.", [("killed", 7, 7)]),
        ("The brigade lost eight men in the ambush.", [("killed", 8, 8)]),
        ("The bodies of six villagers were pulled from the rubble.", [("killed", 6, 6)]),
        ("Ten soldiers were martyred at the checkpoint.", [("killed", 10, 10)]),
        ("A boy succumbed to his wounds after the shelling.", [("killed", 1, 1)]),
        ("The raid left four dead and dozens hurt.", [("killed", 4, 4), ("wounded", 24, None)]),
        ("Drones wounded at least nine workers.", [("wounded", 9, None)]),
        ("Nine workers suffered injuries in the strike.", [("wounded", 9, 9)]),
        ("Rebels kidnapped 30 schoolgirls.", [("abducted", 30, 30)]),
        ("Fighters took an estimated 90 villagers hostage.", [("abducted", 90, 90)]),
        ("Forty sailors are missing after the attack.", [("missing", 40, 40)]),
        ("Troops arrested five men at dawn.", [("detained", 5, 5)]),
        ("The offensive forced 13,000 residents to flee.", [("displaced", 13000, 13000)]),
        ("More than 2,000 people fled the town.", [("displaced", 2000, None)]),
        ("Hundreds of fighters left the besieged village.", [("displaced", 200, None)]),
        ("The siege has left 9,000 families without a road out.", []),
        ("Some 600,000 people live in besieged areas.", [("trapped", 600000, 600000)]),
        ("Ankara sent 200 troops to the border.", [("deployed", 200, 200)]),
        ("The militia released 15 prisoners.", [("released", 15, 15)]),
        ("Sixty conscripts surrendered on Friday.", [("surrendered", 60, 60)]),
        ("The battle left 75 militants killed or wounded.", [("casualties", 75, 75)]),
        ("The bomb caused several casualties.", [("casualties", 3, None)]),
        ("Twin blasts kill 30 guards", [("killed", 30, 30)]),
        ("4 killed, over 43 injured in rocket attacks", [("killed", 4, 4), ("wounded", 43, None)]),
    ],
)
def test_ways_of_telling(read_text: Read, text: str, expected: list[Told]) -> None:
    assert told(read_text, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No civilians were killed in the raid.",
        "The raid caused no casualties.",
        "There were no reports of injuries.",
        "The army did not say that any civilians were killed.",
        "The group threatened to kill 40 hostages if the talks failed.",
        "Doctors fear that the strike could kill hundreds.",
        "Jets destroyed 12 tanks and 30 houses.",
        "The air force executed four airstrikes.",
        "The plane left with 160 passengers in March.",
        "Her father died of cancer in 1992.",
        "The rocket flew 40 km and landed in a field.",
    ],
)
def test_no_tolls(read_text: Read, text: str) -> None:
    assert [t for t in told(read_text, text) if t[0] in ("killed", "wounded", "casualties", "displaced")] == []


def test_lists_go_on(read_text: Read) -> None:
    found = told(read_text, "Three soldiers, two nurses and a boy were killed in the mortar attack.")
    assert found == [("killed", 3, 3), ("killed", 2, 2), ("killed", 1, 1)]


def test_the_verb_left_out(read_text: Read) -> None:
    text = "The ministry said 30 militants were killed around Dorna and another five outside Velm."
    assert told(read_text, text) == [("killed", 30, 30), ("killed", 5, 5)]


def test_a_rival_figure_stands_for_what_was_told(read_text: Read) -> None:
    text = "The monitor said 2,000 civilians fled the district. State radio gave a number of 3,000."
    assert told(read_text, text) == [("displaced", 2000, 2000), ("displaced", 3000, 3000)]


def test_the_number_can_come_first(read_text: Read) -> None:
    text = "Two guards were killed, taking to 129 people the number killed there since May."
    assert told(read_text, text) == [("killed", 2, 2), ("killed", 129, 129)]


def test_a_family_of_five_are_five(read_text: Read) -> None:
    assert told(read_text, "A family of five was killed in the strike.") == [("killed", 5, 5)]


def test_those_named_after_along_with(read_text: Read) -> None:
    found = told(read_text, "Rebels were besieged in the old town along with thousands of civilians.")
    assert ("trapped", 2000, None) in found


def test_texts_that_lost_their_commas_and_apostrophes(read_text: Read) -> None:
    text = "The attack killed 11 people eight of them children and injured 40 Tuesday Syrias state TV said."
    assert told(read_text, text) == [("killed", 11, 11), ("killed", 8, 8), ("wounded", 40, 40)]


def test_upper_case_newswire(read_text: Read) -> None:
    text = "SEVEN PEASANTS WERE KILLED AND TWENTY OTHERS WOUNDED WHEN GUERRILLAS ATTACKED THE VILLAGE, POLICE SAID."
    assert told(read_text, text) == [("killed", 7, 7), ("wounded", 20, 20)]


def test_quotes_are_the_reports_own_words(read_text: Read) -> None:
    reading = read_text("At dawn, gunmen killed 12 farmers near the river; the mayor “wept”.")
    (toll,) = tolls(reading)
    assert reading.report.full[toll.start : toll.end] == toll.quote
    assert toll.words == "12"
    assert set(toll.reasons) >= {"effect", "who", "span", "place", "from", "source", "by", "means"}
