"""Who acts in an event and whom it befalls, one rule an example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events import events
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]

SIDES = [
    # "pitting X against Y", wherever the parser hangs it
    (
        "Clashes broke out on Friday near Ghazni in Afghanistan, pitting the Taliban against Islamic State fighters.",
        "Taliban",
        "Islamic State",
    ),
    # who holds the ground that a fight is for
    (
        "The Iraqi army pressed on with an offensive to take the Islamic State-held town of Tal Afar on Friday.",
        "Iraqi government",
        "Islamic State",
    ),
    # a harm told last, behind a list of places; losses told as a noun; who is hurt among the hurt
    ("Houthi fighters fired a rocket at Mokha Street in Taiz city in Yemen killing 3 women.", "Houthis", "civilians"),
    ("Russian jets hit the towns of Izium and Balakliia with reports of civilian casualties.", "Russia", "civilians"),
    # those to whom the taken belong did not take them
    ("Two employees of the United Nations were abducted near Kabul on Friday.", None, "civilians"),
    # who meets whom, an envoy being his state; to whom one goes over; whose troops are stationed
    ("President Vladimir Putin will meet his Turkish counterpart in Sochi on Friday.", "Russia", "Turkey"),
    (
        "Soldiers of the Syrian army defected to Islamic State near Raqqa on Friday.",
        "Syrian government",
        "Islamic State",
    ),
    ("About 300 United Nations observers were stationed in Kosovo on Friday.", "United Nations", None),
    # jet fighters are planes, and who holds the place struck did not strike it
    ("Three Sudanese jet fighters bombed the rebel-held town of Kauda in Sudan.", "Sudanese army", "rebels"),
    # however far off "between" stands
    (
        "On Friday clashes erupted for the third time between Taliban fighters and Islamic State near Ghazni.",
        "Taliban",
        "Islamic State",
    ),
    # "including" tells who of the people
    (
        "Some 200 people including rebels were granted safe passage out of Daraya in Syria on Friday.",
        None,
        "rebels",
    ),
    # "a series of attacks" is launched by who launched the series; the killed tell the target
    (
        "Houthi fighters launched a series of mortar attacks on Taiz in Yemen on Friday, killing three civilians.",
        "Houthis",
        "civilians",
    ),
    # neighbourhoods that somebody holds are a strike on the holder, others one on those who live there
    ("Rebels shelled government-held neighbourhoods of Aleppo in Syria on Friday.", "rebels", "Syrian government"),
    ("Shells hit a residential neighbourhood of Donetsk on Friday.", None, "civilians"),
    # whom a strike supports it does not strike
    (
        "Turkey launched air strikes on Friday in support of the Syrian National Army near Afrin in Syria.",
        "Turkey",
        None,
    ),
    # who besieges a place does not hold it
    ("Rockets hit a rebel-besieged village in Idlib, Syria, on Friday.", None, None),
    # who rules an area holds it, armed or not
    (
        "Raids carried out by Turkish drones on land controlled by the Autonomous Administration in Syria rose.",
        "Turkey",
        "Autonomous Administration",
    ),
    # to whom a place was lost
    ("The army mourned the loss of the town of Goma to the M23 rebels on Friday.", "M23", "Congolese government"),
    # a participle after what was won is done by the winner
    (
        "Boko Haram scored a victory on Friday, overrunning the town of Baga in Nigeria.",
        "Boko Haram",
        None,
    ),
]


@pytest.mark.parametrize(("text", "actor", "target"), SIDES)
def test_sides(read_text: Reader, text: str, actor: str | None, target: str | None) -> None:
    found = events(read_text(text))
    assert [(e.actor, e.target) for e in found] == [(actor, target)]


def test_a_crackdown_befalls_the_protests_that_it_met(read_text: Reader) -> None:
    found = events(read_text("Peaceful demonstrations in Homs on Friday were met with a government crackdown."))
    assert [e.target for e in found if e.type == "Attack"] == ["protesters"]


def test_nobody_known_stays_nobody(read_text: Reader) -> None:
    found = events(
        read_text(
            "Two traders were killed on Friday by unknown gunmen in Idlib, Syria. "
            "Turkish forces attacked a village in Idlib on Friday."
        )
    )
    assert found[0].actor is None
    assert "not known" in found[0].reasons["actor"]


def test_the_killed_tell_the_target_before_the_place_does(read_text: Reader) -> None:
    (found,) = events(
        read_text("Air strikes hit a rebel-held town in Idlib, Syria, on Friday. The strikes killed ten civilians.")
    )
    assert found.target == "civilians"


def test_a_deal_is_between_those_who_fight_whoever_brokered_it(read_text: Reader) -> None:
    text = (
        "Rebels clashed with government forces near Damascus on Friday. An evacuation deal brokered by Qatar was "
        "reached between the rebels and the Syrian government. Buses left the towns of Madaya and Zabadani on Friday."
    )
    deal = next(e for e in events(read_text(text)) if e.type == "Agreement")
    assert (deal.actor, deal.target) == ("Syrian government", "rebels")
    assert deal.place == "Madaya and Zabadani"


def test_people_evacuated_are_whom_the_words_name_most_closely(read_text: Reader) -> None:
    (moved,) = events(read_text("About 300 people including rebel fighters were evacuated from Homs on Friday."))
    assert (moved.target, moved.place) == ("rebels", "Homs")


def test_who_leaves_is_who_is_evacuated(read_text: Reader) -> None:
    text = "An evacuation began in Homs on Friday. About 300 people left the town of Palmyra on Friday."
    assert ("Palmyra", "civilians") in {(e.place, e.target) for e in events(read_text(text))}


def test_a_deal_told_in_passing_rests_on_nobodys_word(read_text: Reader) -> None:
    text = "Activists said on Friday that buses left Homs under a deal between the rebels and the government."
    deal = next(e for e in events(read_text(text)) if e.type == "Agreement")
    assert deal.source is None


@pytest.mark.parametrize(
    "text",
    [
        "Twenty civilians were killed and scores were hurt in rocket attacks by rebels in Aleppo on Friday.",
        "Government jets bombed the towns of Otaya and Harasta on Friday, causing civilian casualties.",
    ],
)
def test_harm_told_beside_a_strike_is_whom_it_befalls(read_text: Reader, text: str) -> None:
    assert [e.target for e in events(read_text(text))] == ["civilians"]


def test_who_is_accused_of_launching_an_attack_is_its_actor(read_text: Reader) -> None:
    text = "Opposition groups accused the Syrian army of launching a chemical attack on Douma on Friday."
    assert [e.actor for e in events(read_text(text))] == ["Syrian government"]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        (
            "The army said soldiers were killed by Boko Haram fighters on Friday in an ambush in Yobe, Nigeria.",
            "Boko Haram",
            "Nigerian government",
        ),
        (
            "M23 rebels hold Goma, Congo, where government troops were seen. Gun battles are raging in Goma.",
            "M23",
            "Congolese government",
        ),
    ],
)
def test_sides_of_other_wars(read_text: Reader, text: str, actor: str, target: str) -> None:
    assert [(e.actor, e.target) for e in events(read_text(text))] == [(actor, target)]


def test_two_who_storm_a_town_together_are_not_against_each_other(read_text: Reader) -> None:
    text = "Turkish troops and Syrian rebels stormed Jarabulus on Friday. Islamic State fighters had held it."
    assert {(e.actor, e.target) for e in events(read_text(text))} == {("Turkey", "Islamic State")}


def test_who_backs_an_attacker_is_not_whom_he_attacks(read_text: Reader) -> None:
    text = "A patrol of the SDF, with support from the International Coalition, stormed Basira on Friday."
    assert [(e.actor, e.target) for e in events(read_text(text))] == [("SDF", None)]


def test_a_fight_of_long_ago_has_not_the_foe_of_today(read_text: Reader) -> None:
    text = (
        "The SDF and Islamic State clashed in Raqqa. Syrian troops and Islamic State clashed in Homs. In May last year "
        "Islamic State seized Ramadi."
    )
    assert [e.target for e in events(read_text(text)) if e.place == "Ramadi"] == [None]


def test_a_spate_of_attacks_is_whose_they_come_from(read_text: Reader) -> None:
    text = "Turkish guns hit a Daesh post in Azaz. The town of Kilis has faced a spate of rocket attacks from Daesh."
    assert [e.actor for e in events(read_text(text)) if e.place == "Kilis"] == ["Islamic State"]


def test_a_body_of_the_world_strikes_nobody(read_text: Reader) -> None:
    text = "The United Nations: an air strike on our convoy killed four drivers in Aleppo on Friday."
    assert [e.actor for e in events(read_text(text))] == [None]


def test_every_target_says_how_it_is_known(read_text: Reader) -> None:
    (event,) = events(read_text("Government jets bombed rebel-held Douma on Friday."))
    assert (event.target, event.reasons["target"]) == ("rebels", "who holds the place struck")


def test_a_border_is_not_whom_an_offensive_is_against(read_text: Reader) -> None:
    text = (
        "Hezbollah began an offensive on the Lebanon-Syria border in Qalamoun, Syria, to dislodge Nusra Front fighters."
    )
    assert [(e.actor, e.target) for e in events(read_text(text))] == [("Hezbollah", "Nusra Front")]


def test_a_bombardment_of_one_on_another_is_the_firsts(read_text: Reader) -> None:
    (event,) = events(read_text("The bombardment of the Turkish army on the village of Shisha hurt a woman on Friday."))
    assert (event.actor, event.target) == ("Turkey", "civilians")


def test_two_who_strike_a_deal_are_no_allies(read_text: Reader) -> None:
    text = (
        "The government and rebels reached a deal on Zabadani, Syria. In April government forces retook Zabadani. "
        "Rebels had held it."
    )
    assert ("Syrian government", "rebels") in {
        (e.actor, e.target) for e in events(read_text(text)) if "retook" in e.quote
    }


def test_who_drove_them_out_stands_behind_by_in_a_side_clause_too(read_text: Reader) -> None:
    text = "Houthi fighters wrecked the port of Hodeidah in Yemen before being ousted in June by Yemeni troops."
    taken = [e for e in events(read_text(text)) if "territory" in e.type]
    assert [e.actor for e in taken] == ["Yemeni government"]


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        # a state's adjective before what its forces man is the state; before a town it only tells where
        ("Hezbollah fighters attacked an Israeli outpost near Metula on Friday.", "Armed clash", "Israel"),
        ("Israeli jets bombed a Syrian bus convoy near Homs on Friday.", "Air/drone strike", "civilians"),
        # an attack on a village befalls those who live there; so does a strike on what they use
        ("Islamic State militants attacked a village near Kirkuk in Iraq on Friday.", "Attack", "civilians"),
        ("An air strike hit a detention centre in Tripoli in Libya on Friday.", "Air/drone strike", "civilians"),
        ("An air strike hit a school compound in Saada in Yemen on Friday.", "Air/drone strike", "civilians"),
        # who most of the harmed were
        ("A car bomb killed 40 people, mostly women, in Mosul in Iraq on Friday.", "Remote explosive/landmine/IED",
         "civilians"),
        # with whom a truce is ended; a peacekeeping force is a party
        ("The Arakan Army ended its truce with the junta in Rakhine in Myanmar on Friday.",
         "Change to group/activity", "Myanmar"),
        ("Al-Shabaab fighters killed three African Union soldiers in Mogadishu in Somalia.", "Armed clash",
         "African Union"),
    ],
)  # fmt: skip
def test_whom_it_befalls(read_text: Reader, text: str, kind: str, target: str) -> None:
    assert [(e.type, e.target) for e in events(read_text(text))] == [(kind, target)]


def test_those_who_storm_in_and_burn_houses_attack_who_lives_there(read_text: Reader) -> None:
    found = events(
        read_text("Boko Haram fighters swept into a village near Damboa in Nigeria on Friday, torching homes.")
    )
    assert ("Attack", "civilians") in [(e.type, e.target) for e in found]
    assert "Armed clash" not in [e.type for e in found]


def test_a_strike_without_its_doer_is_not_by_who_strikes_the_other_side_that_day(read_text: Reader) -> None:
    text = (
        "Israeli air strikes shook Gaza on Wednesday. Hamas fighters in Gaza launched rockets towards Dimona in Israel "
        "on Wednesday. A missile struck a house in Rafah in Gaza on Wednesday, killing a mother."
    )
    assert [e.actor for e in events(read_text(text)) if e.place == "Rafah"] == [None]
