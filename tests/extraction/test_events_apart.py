"""One more event, what is done again and again, and what is still to come are not the event told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events import events
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]


@pytest.mark.parametrize(
    "more",
    [
        "Another air strike in Homs on Friday killed two people.",
        "Separate air strikes in Homs on Friday killed two people.",
        "A second rocket hit Homs on Friday.",
    ],
)
def test_one_more_strike_is_a_second_event(read_text: Reader, more: str) -> None:
    kind = "rocket" if "rocket" in more else "air strike"
    reading = read_text(f"A {kind} hit a market in Homs on Friday, the army said. {more}")
    assert len(events(reading)) == 2


def test_it_was_another_attack_tells_of_the_same(read_text: Reader) -> None:
    reading = read_text("A car bomb exploded in Homs on Friday. It was another attack on the town.")
    assert len(events(reading)) == 1


@pytest.mark.parametrize(
    "habit",
    [
        "The army has often bombed Homs.",
        "Government planes regularly raid Homs.",
        "The air force has carried out raids on Homs in the past.",
    ],
)
def test_what_is_done_again_and_again_is_no_event_and_no_day(read_text: Reader, habit: str) -> None:
    reading = read_text(f"Two people were killed in an air strike in Homs in Syria on Friday. {habit}")
    assert [(e.type, str(e.first)) for e in events(reading)] == [("Air/drone strike", "2016-12-09")]


def test_an_evacuation_to_come_is_not_the_one_that_was(read_text: Reader) -> None:
    reading = read_text(
        "Buses evacuated 900 people from Madaya in Syria on Friday. "
        "Under the deal 30,000 people will be evacuated from Madaya."
    )
    assert sorted(e.status for e in events(reading) if e.type == "Evacuation") == ["happened", "planned"]


def test_a_place_of_its_own_is_not_where_the_story_put_the_one_before(read_text: Reader) -> None:
    reading = read_text(
        "A battle raged in Aleppo in Syria on Friday. The rebels took part of the town. "
        "The rebels lost the town of Tal Abyad."
    )
    assert [e.place for e in events(reading) if "territory" in e.type] == ["Aleppo", "Tal Abyad"]


def test_what_is_condemned_was_not_on_the_day_of_the_condemnation(read_text: Reader) -> None:
    reading = read_text(
        "Gunmen kidnapped four teachers in Kaduna in Nigeria on Tuesday. "
        "The United Nations on Thursday condemned the kidnapping in Kaduna."
    )
    assert len(events(reading)) == 1


def test_the_attack_on_the_school_is_the_strike_told_before(read_text: Reader) -> None:
    reading = read_text(
        "Russian planes struck a school in Idlib on Friday. Two girls were hurt in the attack on the building in Ariha."
    )
    assert [e.type for e in events(reading)] == ["Air/drone strike"]


def test_a_district_by_its_name_alone_is_the_same_place(read_text: Reader) -> None:
    reading = read_text("The army captured Salaheddin on Friday. The army took Salaheddin district from the rebels.")
    assert len(events(reading)) == 1


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("Russian bombers", "Air/drone strike"),
        ("Heavy bombers", "Air/drone strike"),
        ("Islamic State bombers", "Suicide bomb"),
        ("Two suicide bombers", "Suicide bomb"),
        ("A bomber", "Suicide bomb"),
    ],
)
def test_bombers_are_planes_or_men(read_text: Reader, who: str, kind: str) -> None:
    assert {e.type for e in events(read_text(f"{who} killed nine people in Idlib on Friday."))} == {kind}


def test_a_siege_broken_is_none(read_text: Reader) -> None:
    assert [e.type for e in events(read_text("The rebels broke the siege of Aleppo on Friday."))] == ["Armed clash"]
    assert not events(read_text("The army lifted the blockade of Gaza on Friday."))


def test_combat_gear_is_no_combat(read_text: Reader) -> None:
    assert not events(read_text("A man in combat fatigues was seen in Homs on Friday."))


def test_ground_taken_by_nobody_named_goes_to_the_one_taker(read_text: Reader) -> None:
    reading = read_text(
        "The Taliban captured Kunduz in Afghanistan on Friday. The capture of Kunduz Airport came hours later."
    )
    assert {(e.type, e.actor) for e in events(reading)} == {("Non-state actor overtakes territory", "Taliban")}


def test_the_offensive_in_which_ground_is_taken_is_told_with_it(read_text: Reader) -> None:
    reading = read_text("In a bloody ground offensive, Taliban fighters took control of Kunduz on Friday.")
    assert [e.type for e in events(reading)] == ["Non-state actor overtakes territory"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks with the government were held, he said.",
        "A police officer was waiting for the prisoner swap.",
        "The families of men detained in Homs wrote to the minister.",
        "The blast caused the destruction of a car in Homs.",
    ],
)
def test_what_is_told_of_in_passing_is_no_event(read_text: Reader, text: str) -> None:
    assert {e.type for e in events(read_text(text))} <= {"Remote explosive/landmine/IED"}


def test_fighters_who_cross_a_border_are_not_displaced(read_text: Reader) -> None:
    assert not events(read_text("The Iraqi fighters crossed the border from Turkey on Friday."))
    kinds = {e.type for e in events(read_text("Thousands of families crossed the border from Sudan on Friday."))}
    assert kinds == {"Displacement"}


def test_remnants_that_explode_are_planted(read_text: Reader) -> None:
    reading = read_text("The explosion of war remnants killed a child in Hama on Friday.")
    assert [e.type for e in events(reading)] == ["Remote explosive/landmine/IED"]
