"""Type, actor and target of what single sentences of many wars tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.events import events
from vedette.reading.reading import Reading

Reader = Callable[..., Reading]

AIR, SHELLING, IED = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"
CLASH, ATTACK, TAKEN = "Armed clash", "Attack", "Non-state actor overtakes territory"

TOLD = [
    ("Israeli warplanes struck a Hezbollah arms depot near Tyre on Tuesday.", AIR, "Israel", "Hezbollah"),
    ("Russian drones hit a power station in Odesa overnight.", AIR, "Russia", None),
    ("A US drone strike killed an al-Qaeda leader in Marib on Sunday.", AIR, "United States", "al-Qaida"),
    ("Warplanes of the Saudi-led coalition hit a wedding party on Monday.", AIR, "Saudi-led coalition", None),
    ("Houthi fighters fired a ballistic missile at a Saudi city on Monday.", SHELLING, "Houthis", None),
    ("Tamil Tiger rebels shelled an army camp in Vavuniya on Sunday.", SHELLING, "LTTE", "Sri Lankan government"),
    ("Hamas militants fired rockets at Ashkelon on Thursday.", SHELLING, "Hamas", None),
    ("A car bomb exploded outside a bank in Tikrit on Monday.", IED, None, None),
    ("A landmine killed two children near Stepanakert on Thursday.", IED, None, "civilians"),
    ("A suicide car bomber rammed a checkpoint in Mogadishu on Saturday.", "Suicide bomb", None, None),
    ("A grenade thrown into a bar in Bujumbura wounded five people on Saturday.", "Grenade", None, None),
    ("Sarin gas killed at least 80 people in Khan Sheikhoun on Tuesday.", "Chemical weapon", None, None),
    ("The army used poison gas in attacks on Friday.", "Chemical weapon", "army", None),
    ("The PKK killed three Turkish soldiers in Hakkari on Saturday.", CLASH, "PKK", "Turkey"),
    ("Fighting erupted between Houthi rebels and government forces in Taiz on Friday.", CLASH, "Houthis",
     "Yemeni government"),
    ("The rebels pushed back the assault near Marea on Friday.", CLASH, "rebels", None),
    ("The Arakan Army seized the town of Paletwa on Sunday.", TAKEN, "Arakan Army", None),
    ("Mosul fell to Islamic State on Tuesday.", TAKEN, "Islamic State", None),
    ("Rebels overran Qwxtown on Sunday.", TAKEN, "rebels", None),
    ("Ukrainian air defences shot down 12 Russian drones over Kyiv on Monday.", "Disrupted weapons use", "Ukraine",
     "Russia"),
    ("Soldiers discovered a cache of weapons in Maiduguri on Tuesday.", "Disrupted weapons use",
     "Nigerian government", None),
    ("The Lord's Resistance Army massacred 20 villagers near Dungu on Sunday.", ATTACK, "Lord's Resistance Army",
     "civilians"),
    ("The Taliban shot dead two female judges in Kabul on Sunday.", ATTACK, "Taliban", "civilians"),
    ("Boko Haram gunmen abducted 20 schoolgirls on Monday.", "Abduction/forced disappearance", "Boko Haram",
     "civilians"),
    ("The rebels seized three foreign journalists near Goma on Monday.", "Abduction/forced disappearance", "rebels",
     "civilians"),
    ("Militiamen raped 40 women in Luvungi on Friday.", "Sexual violence", "militiamen", "civilians"),
    ("Russian troops withdrew from the city of Kherson on Friday.", "Non-violent transfer of territory", "Russia",
     None),
    ("Aid workers delivered food to the town of Madaya on Monday.", "Aid delivery", None, None),
    ("More than 300 civilians were evacuated from Mariupol on Sunday.", "Evacuation", None, "civilians"),
    ("About 6,000 people crossed the border into Chad on Monday.", "Displacement", "civilians", None),
    ("Protesters clashed with police in Nablus on Friday.", "Violent demonstration", None, None),
    ("Demonstrators gathered in Khartoum on Thursday.", "Peaceful protest", None, None),
    ("Bomb blast in Quetta market kills 16", IED, None, "civilians"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor", "target"), TOLD)
def test_one_event_a_sentence(read_text: Reader, text: str, kind: str, actor: str | None, target: str | None) -> None:
    found = [(e.type, e.actor, e.target) for e in events(read_text(text))]
    assert found == [(kind, actor, target)]


@pytest.mark.parametrize(
    "text",
    [
        "A Turkish combat drone was on display in Ankara on Friday.",
        "The rebels met little resistance near the town.",
        "An evacuation point stood empty in Kherson on Friday.",
        "Officials praised the coalition fighting Islamic State.",
        "Thousands took to the streets in protest.",
        "Helicopters carrying the envoys landed near Juba on Friday.",
        "Attacks of this kind spread fear among the people of Gaza.",
        "The north of Cyprus is occupied by Turkey.",
        "The number of internally displaced people in Syria stands at 6.5 million.",
    ],
)
def test_words_that_only_name_or_describe_tell_no_event(read_text: Reader, text: str) -> None:
    assert events(read_text(text)) == []


KEPT = [
    # to come, and by the one met
    ("President Ruto will meet his Somali counterpart in Nairobi on Friday.", "Talks", "planned"),
    ("The summit was held in Djibouti on Monday.", "Talks", "happened"),
    # people taken with their plane or bus
    ("Gunmen hijacked a passenger bus near Maiduguri on Friday.", "Abduction/forced disappearance", "happened"),
    ("The hijacking of the airliner near Kandahar on Friday shocked India.", "Abduction/forced disappearance",
     "happened"),
    # ground shut in without a siege's own word
    ("The Israeli army sealed off the city of Jenin on Sunday.", "Siege", "happened"),
    ("The junta's blockade of the roads to Loikaw went on.", "Siege", "happened"),
    # staff brought out; troops that are there; who goes over
    ("The UN is withdrawing its foreign staff from Goma.", "Evacuation", "happened"),
    ("France maintains a force of 900 men in Abidjan.", "Deployment", "happened"),
    ("A Libyan pilot who defected to Malta on Monday landed in Valletta.", "Change to group/activity", "happened"),
    # who dies of the own bomb
    ("A militant killed himself and two guards in a blast at a bank in Quetta on Friday.", "Suicide bomb", "happened"),
    ("The assassination of a Hamas leader in Beirut drew crowds.", ATTACK, "happened"),
    # a war between two sides, the end of a fight, ground occupied
    ("A ten-year civil war between the government and Maoist rebels in Nepal left 17,000 dead.", CLASH, "happened"),
    ("Troops were mopping up pockets of resistance in Jaffna on Monday.", CLASH, "happened"),
    ("The signing of the accord in Arusha on Friday came late.", "Agreement", "happened"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "status"), KEPT)
def test_words_that_tell_an_event_by_what_it_comes_to(read_text: Reader, text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(e.type, e.status) for e in events(read_text(text))]


def test_dealing_with_a_group_is_no_deal(read_text: Reader) -> None:
    found = events(read_text("Two men were arrested near Raqqa on Friday on charges of dealing with Islamic State."))
    assert [e.type for e in found] == ["Arrests"]


def test_who_comes_under_an_attack_is_its_target(read_text: Reader) -> None:
    for words in ("came under bombardment", "were subjected to heavy shelling"):
        found = events(read_text(f"Taliban positions near Kunduz in Afghanistan {words} on Friday."))
        assert [e.target for e in found] == ["Taliban"]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target", "status"),
    [
        # who fights, flees, goes or marches
        ("Russian marines were fighting Ukrainian troops near Kyiv.", CLASH, "Russia", "Ukraine", "happened"),
        ("The Taliban fled Kandahar on Monday.", "Non-violent transfer of territory", "Taliban", None, "happened"),
        ("Rebels marched into Bangui on Sunday.", CLASH, "rebels", None, "happened"),
        ("Hundreds of Serbs fled Knin on Friday.", "Displacement", "civilians", None, "happened"),
        ("Thousands of Israeli soldiers deployed along the Gaza border.", "Deployment", "Israel", None, "happened"),
        # a state in its own land; bombs of states
        ("Malian soldiers recaptured Konna on Friday.", "Government regains territory", "Mali", None, "happened"),
        ("Russian bombings killed seven people in Mariupol on Friday.", AIR, "Russia", None, "happened"),
        # whom killings and arrests befall
        (
            "The assassination in Malta of a leader of Islamic Jihad shook Gaza on Monday.",
            ATTACK,
            None,
            "Islamic Jihad",
            "happened",
        ),
        (
            "Two men were arrested in Manbij on charges of belonging to Islamic State.",
            "Arrests",
            None,
            "Islamic State",
            "happened",
        ),
        # envoys are their states'; what is announced is planned
        (
            "U.S. and Russian diplomats held talks in Geneva on Saturday.",
            "Talks",
            "United States",
            "Russia",
            "happened",
        ),
        (
            "Officials said the French president would meet the Malian president on Monday.",
            "Talks",
            "France",
            "Mali",
            "planned",
        ),
        # people brought home by their own state
        ("Britain evacuated its diplomats from Khartoum overnight.", "Evacuation", "United Kingdom", None, "happened"),
        # weapons for those who fight
        (
            "The rebels received ammunition from the Saudi-led coalition in June.",
            "Aid delivery",
            "Saudi-led coalition",
            "rebels",
            "happened",
        ),
    ],
)
def test_roles_by_words_of_many_wars(
    read_text: Reader, text: str, kind: str, actor: str | None, target: str | None, status: str
) -> None:
    found = [(e.type, e.actor, e.target, e.status) for e in events(read_text(text))]
    assert (kind, actor, target, status) in found


def test_people_leave_under_a_deal(read_text: Reader) -> None:
    (event,) = events(read_text("Rebels began leaving the Syrian town of Daraya on Friday under a deal."))
    assert (event.type, event.place) == ("Evacuation", "Daraya")


def test_what_a_strike_came_to_is_no_event_beside_it(read_text: Reader) -> None:
    text = "Troops shelled Bakhmut on Monday with heavy guns, killing a rebel fighter and injuring four others."
    assert [e.type for e in events(read_text(text))] == [SHELLING]


def test_a_blamed_strike_tells_no_doer_of_the_blast(read_text: Reader) -> None:
    found = events(read_text("A blast killed hundreds in Gaza City on Tuesday. Hamas blamed an Israeli air strike."))
    assert [e.actor for e in found if e.status == "happened"] == [None]


def test_dead_counted_at_two_villages_are_two_attacks(read_text: Reader) -> None:
    text = "Gunmen raided two villages in Niger on Saturday, killing 70 people in Tchombangou and 30 in Zaroumdareye."
    assert [e.place for e in events(read_text(text))] == ["Tchombangou", "Zaroumdareye"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Turkey and Russia agreed to set up a buffer zone in Idlib.", "Agreement", None),
        ("Hamas militants responded with 100 rockets on Ashkelon.", SHELLING, "Ashkelon"),
        ("Boko Haram fighters slit the throats of 43 farmers near Maiduguri.", ATTACK, "Maiduguri"),
        ("Two further blasts hit Kabul on Saturday.", IED, "Kabul"),
    ],
)
def test_events_told_by_turns_of_phrase(read_text: Reader, text: str, kind: str, place: str | None) -> None:
    assert (kind, place) in {(e.type, e.place) for e in events(read_text(text))}


def test_what_is_taken_back_may_be_told_by_a_pronoun(read_text: Reader) -> None:
    found = events(read_text("Taliban fighters seized Kunduz on Monday. Government forces retook it on Friday."))
    assert [(e.type, e.place) for e in found] == [(TAKEN, "Kunduz"), ("Government regains territory", "Kunduz")]


@pytest.mark.parametrize(
    "text",
    [
        "The Somali army said on Friday that its soldiers marched five kilometres towards Jowhar.",
        "Al-Shabaab has demonstrated its power to strike in Mogadishu.",
        "The defeat would weaken the army in surrounding Borno state in Nigeria.",
        "Police took up positions near the market of Goma on Friday.",
        "Air raid sirens sounded in Kharkiv in Ukraine on Friday.",
        "Israel would not suspend peace talks with Jordan, the minister said on Friday.",
        "It was gathered on Friday that the Nigerian army would look into it.",
        "Safe passage must be guaranteed for those who live in Goma.",
        "Ukraine wants its towns returned before starting talks.",
        "Israel demanded that Jordan prevent incitement; deal with the groups; and confiscate illegal weapons.",
        "Israel rarely acknowledges individual strikes on Lebanon.",
        "Both sides violated the 30-day ceasefire in Hodeidah in Yemen.",
    ],
)
def test_no_event(read_text: Reader, text: str) -> None:
    assert events(read_text(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        # who owns up to a deed did it
        (
            "Taliban fighters claimed responsibility for an attack on an army base in Kunduz on Friday.",
            "Armed clash",
            "Taliban",
            "Afghan government",
        ),
        # an attack that is thwarted was fought off; who came is who acts
        (
            "The Iraqi army thwarted an assault by Islamic State on Tuz Khurmatu on Friday.",
            "Armed clash",
            "Islamic State",
            "Iraq",
        ),
        # what a clause tells to have come next is no description
        ("M23 made gains this week, encircling the Congolese city of Goma.", "Siege", "M23", "civilians"),
        ("The raid sent 500 villagers fleeing from Bukavu on Friday.", "Displacement", "civilians", None),
        ("The war has displaced 700,000 people from Mosul.", "Displacement", "civilians", None),
        # to be is not to have been
        (
            "Peace talks between Ethiopia and Eritrea are due to begin in Nairobi on Friday.",
            "Talks",
            "Ethiopia",
            "Eritrea",
        ),
        # a headline leaves the passive out; "from" stands under what is taken too
        (
            "Taliban fighters pushed from the Afghan town of Kunduz on Friday.",
            "Non-state actor overtakes territory",
            None,
            "Taliban",
        ),
        (
            "The Taliban captured two Afghan villages from Islamic State on Friday.",
            "Non-state actor overtakes territory",
            "Taliban",
            "Islamic State",
        ),
        (
            "The Iraqi army cleared the Iraqi town of Falluja of Islamic State fighters on Friday.",
            "Government regains territory",
            "Iraqi government",
            "Islamic State",
        ),
        # whose unit it is, not whose capture prompted it
        (
            "The capture of Goma by M23 prompted the deployment of a United Nations brigade on Friday.",
            "Deployment",
            "United Nations",
            None,
        ),
        (
            "Somali soldiers shot dead six Al-Shabaab fighters in Jowhar on Friday.",
            "Armed clash",
            "Somali government",
            "Al-Shabaab",
        ),
    ],
)
def test_other_wars(read_text: Reader, text: str, kind: str, actor: str | None, target: str | None) -> None:
    assert (kind, actor, target) in [(e.type, e.actor, e.target) for e in events(read_text(text))]


def test_fighters_forced_from_a_town_are_not_displaced(read_text: Reader) -> None:
    found = events(read_text("Heavy shelling on Friday forced the Houthi fighters from the town of Hays in Yemen."))
    assert "Displacement" not in {e.type for e in found}


def test_what_is_due_is_planned(read_text: Reader) -> None:
    (event,) = events(read_text("Peace talks between Ethiopia and Eritrea are due to begin in Nairobi on Friday."))
    assert event.status == "planned"


def test_a_fight_without_names_is_between_those_who_fight_in_the_report(read_text: Reader) -> None:
    text = (
        "M23 fought the Congolese army in Goma on Monday.\n\nOn Friday heavy clashes shook the town of Sake in Congo."
    )
    assert {(e.actor, e.target) for e in events(read_text(text))} == {("M23", "Congolese government")}
