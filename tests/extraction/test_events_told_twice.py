"""What is told in sum and then in full, or from its two sides in turn, is one event; who flees what, and to where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events import events
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]


def _told(reading: Reading) -> list[tuple[str, str | None]]:
    return [(e.type, e.place) for e in events(reading)]


def test_the_lead_sums_up_what_follows(read_text: Reader) -> None:
    reading = read_text(
        "Ukrainian forces recaptured ground in the Donetsk region on Friday, the general staff said. "
        "Soldiers then recaptured Lyman from Russian troops.",
        title="Gains reported",
    )
    assert len(events(reading)) == 1


def test_a_village_that_the_words_put_in_a_town_is_that_town_told_more_closely(read_text: Reader) -> None:
    reading = read_text(
        "Gunmen killed six soldiers in an ambush in the town of Sumisip on Friday. The troops were on a patrol. "
        "The gunmen ambushed them in Upper Kabengbeng village in Sumisip."
    )
    assert [kind for kind, _ in _told(reading)] == ["Armed clash"]


def test_a_fight_told_from_both_sides_is_one_and_whoever_set_out_acts(read_text: Reader) -> None:
    reading = read_text(
        "The Taliban ambushed two army vehicles in North Waziristan on Friday. "
        "The Pakistani army was fighting militants in North Waziristan, it said."
    )
    assert [(e.type, e.actor) for e in events(reading)] == [("Armed clash", "Taliban")]


def test_who_flees_leaves_the_place_of_what_was_told_before(read_text: Reader) -> None:
    reading = read_text("Gunmen killed 24 people in Bamenda on Friday. Hundreds of villagers fled into Nigeria.")
    assert _told(reading) == [("Attack", "Bamenda"), ("Displacement", "Bamenda")]


@pytest.mark.parametrize("who", ["The Abu Sayyaf gunmen", "Abu Sayyaf"])
def test_fighters_who_flee_are_not_displaced(read_text: Reader, who: str) -> None:
    reading = read_text(f"Soldiers ambushed a convoy in Jolo on Friday. {who} fled toward Patikul.")
    assert "Displacement" not in {e.type for e in events(reading)}


def test_people_sent_fleeing_are(read_text: Reader) -> None:
    reading = read_text("An air raid on Bukavu on Friday sent some 500 people fleeing for safety.")
    assert "Displacement" in {e.type for e in events(reading)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army fired on protesters in Homs on Friday.", "Attack"),
        ("Air defences repelled missiles over Homs on Friday.", "Disrupted weapons use"),
        ("Soldiers pushed back fighters of the Islamic State in Sirte on Friday.", "Armed clash"),
        ("The army began operations against rebels in Beni on Friday.", "Armed clash"),
    ],
)  # fmt: skip
def test_words_of_attack_and_defence(read_text: Reader, text: str, kind: str) -> None:
    assert kind in {e.type for e in events(read_text(text))}


def test_fire_across_a_border_is_shelling(read_text: Reader) -> None:
    reading = read_text("Hezbollah traded cross-border fire with Israeli troops near Metula on Friday.")
    assert [e.type for e in events(reading)] == ["Shelling/artillery/missile attack"]


def test_ground_taken_with_the_army_is_regained(read_text: Reader) -> None:
    reading = read_text(
        "M23 rebels held Bunagana in Congo. "
        "The rebels were pushed from the town in 2013 by Congolese and United Nations forces."
    )
    assert "Government regains territory" in {e.type for e in events(reading)}


def test_taking_part_takes_no_ground(read_text: Reader) -> None:
    reading = read_text("Ansar al-Sharia took part in the clashes in Benghazi on Friday.")
    assert {e.type for e in events(reading)} == {"Armed clash"}
