"""One event told several times is one claim; what differs in place, day or actor is not."""

from __future__ import annotations

from collections.abc import Callable

from vedette.extraction.events import events
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]


def test_headline_and_body_are_one(read_text: Reader) -> None:
    reading = read_text(
        "Regime air strikes killed nine people in Homs on Friday. The strikes hit a market. "
        "The attack was the worst in weeks.",
        title="Regime air strikes kill nine in Homs",
    )
    assert [(e.type, e.place) for e in events(reading)] == [("Air/drone strike", "Homs")]


def test_later_words_tell_the_type(read_text: Reader) -> None:
    reading = read_text(
        "A bomb blast hit a bus in Aleppo on Friday. The attack was carried out by a suicide bomber, state media said."
    )
    assert [e.type for e in events(reading)] == ["Suicide bomb"]


def test_other_days_are_other_events(read_text: Reader) -> None:
    reading = read_text("A car bomb exploded in Qamishli on Friday. A car bomb exploded in Qamishli in July.")
    assert len(events(reading)) == 2


def test_other_actors_are_other_events(read_text: Reader) -> None:
    reading = read_text("Russian air strikes hit Idlib on Friday. Turkish air strikes also hit Idlib on Friday.")
    assert [e.actor for e in events(reading)] == ["Russia", "Turkey"]


def test_a_running_count_is_no_single_attack(read_text: Reader) -> None:
    reading = read_text(
        "A Turkish drone hit a car in Qamishli on Friday. "
        "Turkish drones have carried out 40 air strikes on Qamishli since January."
    )
    assert len(events(reading)) == 2


def test_fight_by_which_ground_was_taken_is_not_told_apart(read_text: Reader) -> None:
    reading = read_text("Rebels captured the town of Bunagana after heavy clashes on Friday.")
    assert [e.type for e in events(reading)] == ["Non-state actor overtakes territory"]


def test_same_report_same_claims(read_text: Reader) -> None:
    text = "Air strikes hit Idlib and Hama on Friday. Rebels shelled Aleppo. Clashes broke out in Homs on Thursday."
    assert [e.id for e in events(read_text(text))] == [e.id for e in events(read_text(text))]


def test_a_count_at_another_place_is_a_second_event(read_text: Reader) -> None:
    text = "Shelling killed three people in Donetsk and another two in Horlivka on Friday."
    found = events(read_text(text))
    assert [(e.type, e.place) for e in found] == [
        ("Shelling/artillery/missile attack", "Donetsk"),
        ("Shelling/artillery/missile attack", "Horlivka"),
    ]


def test_the_seat_of_who_condemns_an_attack_is_not_its_place(read_text: Reader) -> None:
    text = "A rocket attack killed two people in Homs in Syria on Friday. The Bishop of Aleppo condemned the attack."
    assert [(e.type, e.place) for e in events(read_text(text))] == [("Shelling/artillery/missile attack", "Homs")]


def test_an_evacuation_told_with_its_day_and_again_without_is_one(read_text: Reader) -> None:
    text = (
        "A bomb killed nine people in Rashidin, Syria, on Saturday. The evacuation of Madaya is part of a deal. "
        "On Friday buses evacuated 900 people from Madaya."
    )
    found = [e for e in events(read_text(text)) if e.type == "Evacuation"]
    assert len(found) == 1
    assert found[0].quote.startswith("On Friday")
