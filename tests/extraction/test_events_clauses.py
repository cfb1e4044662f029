"""What joined verbs, shared objects and what the harm fell on tell of an event: type, actor and target."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events import events
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]

CLASH, ATTACK, TAKEN = "Armed clash", "Attack", "Non-state actor overtakes territory"

TOLD = [
    # an object or a "by" that two joined verbs share
    ("Turkish border guards shot and wounded two Syrians near Harem on Sunday.", ATTACK, "Turkey", None),
    ("The outpost near Hama was stormed and seized by Islamic State on Sunday.", TAKEN, "Islamic State", None),
    # who kills fighters in a fight is who fights them
    ("Al-Shabaab gunmen killed nine soldiers during raids on army posts near Kismayo.", CLASH, "Al-Shabaab",
     "Somali government"),
    # an attack that costs fighters or is aimed at their posts is fought
    ("A dawn attack in Borno left 30 soldiers dead, officials said on Monday.", CLASH, None, "Nigerian government"),
    ("Rebels attacked a police station in Hama on Monday, wounding two officers.", CLASH, "rebels",
     "Syrian government"),
    # who kills has attacked, also where nothing is told of how
    ("Suspected ADF rebels killed 22 villagers in Beni territory on Sunday.", ATTACK, "ADF", "civilians"),
    ("Eight shopkeepers were killed by rebels near Goma on Saturday.", ATTACK, "rebels", "civilians"),
    ("Fighting around Goma between the M23 and the Congolese army resumed on Monday.", CLASH, "M23",
     "Congolese government"),
    # who storms a place to shoot at its people attacks them
    ("Boko Haram fighters stormed the village of Kauri on Tuesday and opened fire on residents.", ATTACK,
     "Boko Haram", "civilians"),
    # a deed that another only provokes is of whom "by" names
    ("Militants stormed an army camp near Tal Abyad, prompting air raids by the U.S.-led coalition.",
     "Air/drone strike", "US-led coalition", None),
    ("A drone belonging to the Turkish army hit a car near Afrin on Sunday.", "Air/drone strike", "Turkey", None),
    # both sides in one word
    ("Fierce Israeli-Palestinian clashes flared in Nablus on Saturday.", CLASH, "Israel", "Palestine"),
    # who throws stones and bottles riots
    ("Masked youths hurled petrol bombs at soldiers near Hebron on Friday.", "Violent demonstration", None, None),
    ("An Israeli aggression on Masyaf in Syria wounded two civilians on Saturday.", "Air/drone strike", "Israel",
     "civilians"),
    ("Most families had vacated the town of Rastan by Monday.", "Displacement", "civilians", None),
    ("Ahrar al-Sham agreed to join a truce on December 30.", "Agreement", "Ahrar al-Sham", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor", "target"), TOLD)
def test_told(read_text: Reader, text: str, kind: str, actor: str | None, target: str | None) -> None:
    assert (kind, actor, target) in [(e.type, e.actor, e.target) for e in events(read_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "It was a striking break with the past, officials in Homs said on Monday.",
        "The army attacked a camp near Homs on Monday, killing two rebels.",
    ],
)
def test_what_describes_or_follows_is_no_event_of_its_own(read_text: Reader, text: str) -> None:
    assert {e.type for e in events(read_text(text))} <= {CLASH}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels stormed the town of Marea on Monday.\n\nThe assault killed two guards, residents said.", CLASH),
        ("The fall of Marea brought reports of mass killings, rape and looting.", "Looting/property destruction"),
        ("Rebels overran an army camp near Hama on Monday and seized its guns.", "Disrupted weapons use"),
    ],
)
def test_what_points_back_or_tells_in_general_adds_no_event(read_text: Reader, text: str, kind: str) -> None:
    assert sum(e.type == kind for e in events(read_text(text))) == (kind == CLASH)


def test_a_killing_told_after_a_strike_is_by_that_strike(read_text: Reader) -> None:
    text = "Russian jets bombed Saraqib on Monday.\n\nRussian forces killed four people in Binnish, activists said."
    assert {e.type for e in events(read_text(text))} == {"Air/drone strike"}


def test_a_state_and_its_army_strike_once(read_text: Reader) -> None:
    text = "Myanmar bombed the town of Pauktaw on Monday.\n\nThe air strike by the Tatmadaw on Pauktaw killed nine."
    assert [e.type for e in events(read_text(text))] == ["Air/drone strike"]


def test_a_strike_told_without_its_doer_is_of_who_alone_strikes_that_day(read_text: Reader) -> None:
    text = "Russian troops shelled Vovchansk on Monday.\n\nA woman died in shelling of the village of Lyptsi on Monday."
    assert {e.actor for e in events(read_text(text))} == {"Russia"}


def test_what_was_shot_down_was_not_fired_at_another_place(read_text: Reader) -> None:
    text = "Russia said its air defences shot down two missiles fired by Ukraine near Belgorod on Saturday."
    assert [e.type for e in events(read_text(text))] == ["Disrupted weapons use"]


def test_who_storms_in_upon_civilians_attacks_them(read_text: Reader) -> None:
    text = "Boko Haram gunmen stormed a hospital in Maiduguri on Monday, killing nine patients.\n\nThe assault went on."
    assert [(e.type, e.target) for e in events(read_text(text))] == [(ATTACK, "civilians")]


def test_an_attack_by_a_state_that_only_flies_there_is_from_the_air(read_text: Reader) -> None:
    text = (
        "Israeli jets struck Masyaf on Monday.\n\nOn May 13, six officers were killed in an Israeli attack near Homs."
    )
    assert [e.type for e in events(read_text(text))] == ["Air/drone strike"] * 2


def test_votes_are_no_ground(read_text: Reader) -> None:
    assert not events(read_text("Erdogan won in Turkey on Sunday, securing 52 percent of the votes."))


def test_one_abduction_told_where_they_were_taken_and_held(read_text: Reader) -> None:
    text = "Rebels kidnapped two nurses in Goma on Monday.\n\nThe kidnapping of the two in Sake was condemned."
    assert len([e for e in events(read_text(text)) if e.type == "Abduction/forced disappearance"]) == 1


def test_a_bombardment_is_no_part_of_an_offensive(read_text: Reader) -> None:
    text = "The army shelled Jarjanaz near Idlib on Monday after launching a ground offensive on Sunday."
    assert {e.type for e in events(read_text(text))} == {"Shelling/artillery/missile attack", CLASH}


def test_until_in_the_past_tells_what_came(read_text: Reader) -> None:
    text = "The hill of Qarah was held by the army until it was taken over by rebels in December."
    assert TAKEN in {e.type for e in events(read_text(text))}


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Fighters tried to storm the village of Ariha in Syria on Friday.", "Armed clash", "Ariha"),
        ("Soldiers rescued 20 hostages from a school in Kaduna on Friday.", "Evacuation", "Kaduna"),
        ("Dozens of trucks loaded with food aid entered Douma in Syria on Friday.", "Aid delivery", "Douma"),
        ("The planes dropped weapons to the rebels near Kobani on Friday.", "Aid delivery", "Kobani"),
        ("Thousands of families escaped from Palmyra on Friday.", "Displacement", "Palmyra"),
        ("The army targeted positions of the rebels in Ariha in Syria on Friday.", "Attack", "Ariha"),
        ("Taliban fighters seized power in Kabul in 2021.", "Non-state actor overtakes territory", "Kabul"),
        ("An agreement between the army and the rebels was signed in Juba on Friday.", "Agreement", "Juba"),
        (
            "The rebels were able to carry out a rocket attack on Homs on Friday.",
            "Shelling/artillery/missile attack",
            "Homs",
        ),
    ],
)
def test_families_of_verbs(read_text: Reader, text: str, kind: str, place: str) -> None:
    assert (kind, place) in [(e.type, e.place) for e in events(read_text(text))]


def test_hostages_are_no_ground(read_text: Reader) -> None:
    reading = read_text("Some 90 people remain in Bunia, whom the rebels have taken hostage.")
    assert {e.type for e in events(reading)} == {"Abduction/forced disappearance"}


def test_a_visit_is_talks_where_the_report_tells_of_talks(read_text: Reader) -> None:
    talks = "Talks on a truce in Sudan resumed on Friday. The foreign minister is to visit Cairo."
    tour = "The foreign minister is to visit Cairo."
    assert "Cairo" in [e.place for e in events(read_text(talks)) if e.type == "Talks"]
    assert not events(read_text(tour))
