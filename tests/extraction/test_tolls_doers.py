"""Who did the harm of a toll, and when the text leaves it open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def doers(read_text: Read, text: str, title: str = "") -> list[str | None]:
    return [t.by for t in tolls(read_text(text, title=title))]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("A strike by Sudan's Rapid Support Forces (RSF) killed nine people in El Fasher.", "Rapid Support Forces"),
        ("Shelling by the Rapid Support Forces killed nine people in El Fasher.", "Rapid Support Forces"),
        ("Nine people were killed and up to 20 wounded in a raid on Raqqa by Turkish jets.", "Turkey"),
        (
            "According to the head of the Kherson District Council, Petro Halan, over the past two days, Russian "
            "invaders killed 4 farmers in the area.",
            "Russia",
        ),
        ("Ukrainian officials said the occupiers shelled Nikopol and wounded two women.", "Russia"),
        ("The bombing, which officials blame on Boko Haram, killed nine people in Maiduguri.", "Boko Haram"),
        ("A blast believed to have been carried out by Boko Haram killed nine people in Maiduguri.", "Boko Haram"),
        ("A farmer was killed by fire of the Turkish army near Azaz.", "Turkey"),
        ("Two farmers lost their lives and two others were hurt due to an attack by the Turkish army.", "Turkey"),
    ],
)
def test_the_clause_tells_who(read_text: Read, text: str, by: str) -> None:
    assert set(doers(read_text, text)) == {by}


def test_who_finds_the_dead_has_not_killed_them(read_text: Read) -> None:
    assert doers(read_text, "Turkish soldiers found 14 bodies in a grave near Afrin.") == [None]


def test_a_fight_of_two_sides_leaves_open_who_killed_the_people_between_them(read_text: Read) -> None:
    text = "At least 11 bodies lay in the streets of Daraa after clashes between rebels and the Islamic State group."
    assert doers(read_text, text) == [None]


def test_the_home_country_before_an_attack_tells_where(read_text: Read) -> None:
    text = "Attacks across Iraq killed 17 people. Blasts shook Mosul and Kirkuk in Iraq."
    assert doers(read_text, text, "Iraq attacks kill 17 in Mosul, Kirkuk") == [None]


def test_a_vehicle_that_is_struck_is_no_deed_of_its_owner(read_text: Read) -> None:
    text = (
        "A bomb targeted a Syrian army vehicle in Homs. In Aleppo, six people were killed when a motorcycle was "
        "detonated."
    )
    assert doers(read_text, text) == [None]


def test_who_flies_the_raids_has_not_laid_the_bomb(read_text: Read) -> None:
    text = (
        "Five people were killed and seven others injured in a car bomb attack in Homs, state media said. Syrian army "
        "warplanes hit positions in Idlib."
    )
    assert doers(read_text, text) == [None, None]


def test_a_bomb_told_as_new_has_not_the_doer_told_before(read_text: Read) -> None:
    text = (
        "Syrian army warplanes raided Habeet, killing ten people. Elsewhere a car bomb hit a street of Homs. One "
        "person died in the attack, the Observatory said."
    )
    assert doers(read_text, text) == ["Syrian government", None]


def test_a_land_named_before_its_war_has_not_done_the_harm_of_it(read_text: Read) -> None:
    text = "Rebels shelled Aleppo. Syria's six-year-old civil war has killed hundreds of thousands of people."
    assert doers(read_text, text) == [None]


def test_unknown_gunmen_stay_unknown_beside_an_attack_told_with_its_doer(read_text: Read) -> None:
    text = (
        "The Syrian army wounded two farmers in Damascus on Friday. Separately unknown gunmen wounded three farmers in "
        "Damascus on Friday."
    )
    assert doers(read_text, text) == ["Syrian government", None]


def test_a_deed_mistaken_for_a_verb_has_who_stands_before_it(read_text: Read) -> None:
    text = "At least 92 fighters were killed after Saudi-led coalition airstrikes hit their trenches in Marib."
    assert doers(read_text, text) == ["Saudi-led coalition"]


def test_attackers_who_fell_have_not_killed_themselves(read_text: Read) -> None:
    text = "Al-Shabaab attacked a hotel in Mogadishu. Two of the five gunmen were killed near the stairs."
    assert doers(read_text, text) == [None]


def test_who_is_told_to_be_behind_a_deed_did_it(read_text: Read) -> None:
    text = "Al-Shabaab said it was behind the attack in Mogadishu that killed nine people."
    assert doers(read_text, text) == ["Al-Shabaab"]


def test_gunmen_without_a_name_are_nobody(read_text: Read) -> None:
    assert doers(read_text, "Gunmen killed 31 people in a raid on a market in Mali on Sunday.") == [None]


def test_who_is_named_after_a_deed_comes_before_who_is_only_described(read_text: Read) -> None:
    text = "Nine people were hurt in Syria due to a terrorist attack by ISIS terrorists on Mare city on Friday."
    assert [t.by for t in tolls(read_text(text, outlet="SANA"))] == ["Islamic State"]
