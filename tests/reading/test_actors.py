"""Actors by name, pattern, description, person and pronoun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def names(reading: Reading, words: str) -> str | None:
    """The canonical name of the mention with these words, None where there is none."""
    for mention in reading.actors:
        if reading.doc[mention.start : mention.end].text == words:
            return mention.name
    return None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Syrian army shelled a hill near Homs.", "Syrian army", "Syrian government"),
        ("Syrias army shelled a hill near Homs.", "Syrias army", "Syrian government"),
        ("Daeshs fighters left Raqqa.", "Daeshs fighters", "Islamic State"),
        ("IS fighters left Raqqa.", "IS fighters", "Islamic State"),
        ("Jabhat al Nusra left Idlib.", "Jabhat al Nusra", "Nusra Front"),
        ("Forces loyal to Assad entered Homs.", "Forces loyal to Assad", "Syrian government"),
        ("Turkish warplanes struck Afrin in Syria.", "Turkish warplanes", "Turkey"),
        ("Opposition fighters held Daraa in Syria.", "Opposition fighters", "rebels"),
        ("Kurdish fighters held Kobane in Syria.", "Kurdish fighters", "YPG"),
        ("Residents of Aleppo left.", "Residents", "civilians"),
        ("Turkish-backed factions shelled Tel Rifaat in Syria.", "Turkish-backed factions", "Turkish-backed factions"),
        ("Unidentified gunmen shot a teacher in Daraa.", "Unidentified gunmen", "Unidentified gunmen"),
    ],
)  # fmt: skip
def test_names_and_patterns(read_text: Read, text: str, words: str, name: str) -> None:
    assert names(read_text(text), words) == name


def test_the_verb_is_is_no_group(read_text: Read) -> None:
    assert not [m for m in read_text("Homs is quiet and the road is open.").actors if m.name == "Islamic State"]


def test_us_the_pronoun_is_no_state(read_text: Read) -> None:
    assert not [m for m in read_text('"They fired at us," a boy in Homs said.').actors if m.name == "United States"]


def test_the_regime_is_the_home_states(read_text: Read) -> None:
    assert names(read_text("Idlib was calm. The regime held the road."), "The regime") == "Syrian government"


def test_a_foreign_army_named_before_takes_the_army(read_text: Read) -> None:
    reading = read_text("The Turkish army crossed into Afrin in Syria. The army took two villages.")
    assert names(reading, "army") == "Turkey"


def test_jihadists_point_to_the_group_named_before(read_text: Read) -> None:
    reading = read_text("Islamic State took Palmyra. The jihadists blew up a temple.")
    assert names(reading, "jihadists") == "Islamic State"


def test_an_official_stands_for_his_body_and_so_does_his_surname(read_text: Read) -> None:
    reading = read_text("French Foreign Minister Paul Durand spoke on Syria. Durand left early.")
    assert names(reading, "French Foreign Minister Paul Durand") == "France"
    assert names(reading, "Durand") == "France"


def test_another_person_of_a_leaders_surname_is_not_the_leader(read_text: Read) -> None:
    reading = read_text("Doctor Ibrahim al-Assad said six died in Homs. President Assad said nobody died.")
    assert [reading.doc[m.start : m.end].text for m in reading.actors] == ["President Assad"]


def test_no_side_calls_its_own_terrorists(read_text: Read) -> None:
    text = "Hezbollah units shelled Homs, Syria. Over 60 terrorists were killed in clashes with the army."
    found = {
        reading.doc[m.start : m.end].text: m.name
        for reading in [read_text(text, outlet="Al-Alam")]
        for m in reading.actors
    }
    assert found["terrorists"] == "rebels"


def test_pronouns_take_the_subject_before(read_text: Read) -> None:
    reading = read_text("Hezbollah fighters entered Qusayr in Syria. They seized a bridge.")
    assert names(reading, "They") == "Hezbollah"


def test_who_backs_is_not_who_acts(read_text: Read) -> None:
    reading = read_text("The Russian-backed Syrian army took a hill near Hama.")
    assert [m.name for m in reading.actors] == ["Syrian government"]


def test_who_holds_a_place_is_marked_as_holder(read_text: Read) -> None:
    reading = read_text("Shells fell on rebel-held Douma in Syria.")
    assert [(m.name, m.how) for m in reading.actors if m.name == "rebels"] == [("rebels", "holder")]


@pytest.mark.parametrize("outlet", ["SANA", "Sputnik"])
def test_terrorists_are_rebels_to_the_governments_outlets(read_text: Read, outlet: str) -> None:
    reading = read_text("Terrorists fired shells on Aleppo in Syria.", outlet=outlet)
    assert names(reading, "Terrorists") == "rebels"


def test_terrorists_without_a_name_are_no_rebel_group_told_of_before(read_text: Read) -> None:
    text = "Ahrar al-Sham shelled Nubl. In Aleppo terrorists fired shells on a school."
    assert names(read_text(text, outlet="SANA"), "terrorists") == "rebels"


def test_terrorists_of_a_named_group_are_that_group(read_text: Read) -> None:
    reading = read_text("Daesh terrorists fired shells on Deir al-Zor.", outlet="SANA")
    assert names(reading, "Daesh terrorists") == "Islamic State"


def test_a_branch_of_al_qaida_is_not_al_qaida(read_text: Read) -> None:
    reading = read_text("The Nusra Front, al-Qaida's branch in Syria, left Idlib.")
    assert "al-Qaida" not in {m.name for m in reading.actors}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Iraqi troops entered western Mosul in Iraq.", "Iraqi troops", "Iraqi government"),
        ("Ukrainian forces shelled a depot in Donetsk in Ukraine.", "Ukrainian forces", "Ukraine"),
        ("Rapid Support Forces stormed El Fasher in Sudan.", "Rapid Support Forces", "Rapid Support Forces"),
        ("Houthi rebels fired on Taiz in Yemen. The rebels denied it.", "rebels", "Houthis"),
        ("M23 rebels entered Goma in Congo.", "M23 rebels", "M23"),
        ("Tamil Tiger rebels attacked a base in Sri Lanka.", "Tamil Tiger rebels", "LTTE"),
        ("UN peacekeepers left Goma in Congo.", "UN peacekeepers", "United Nations"),
    ],
)
def test_wars_without_a_pack(read_text: Read, text: str, words: str, name: str) -> None:
    assert names(read_text(text), words) == name


def test_packs_in_focus(read_text: Read) -> None:
    assert "syria" in read_text("Shells fell on Idlib.").packs
    assert "syria" not in read_text("Shells fell on Kharkiv in Ukraine.").packs
    assert read_text("Nothing happened.").packs[0] == "world"


def test_troops_belong_to_who_sends_them(read_text: Read) -> None:
    reading = read_text("Washington said it would send 200 troops to Raqqa in Syria.")
    assert names(reading, "troops") == "United States"


def test_bare_militants_are_the_only_group_named(read_text: Read) -> None:
    reading = read_text("Islamic State took Palmyra. Earlier this year militants were driven from Tadmur.")
    assert names(reading, "militants") == "Islamic State"


def test_a_state_that_is_gone_keeps_its_capital(read_text: Read) -> None:
    reading = read_text("Shells fell on Bukavu in Zaire. Kinshasa denied it.")
    assert names(reading, "Kinshasa") == "Zairean government"


def test_a_town_before_a_comma_has_no_police(read_text: Read) -> None:
    reading = read_text("A bomb went off in Baghdad, police said. Iraqi shops closed.")
    assert names(reading, "police") == "Iraqi government"


def test_backed_police_are_not_the_home_states(read_text: Read) -> None:
    reading = read_text("Turkish-backed police shot two men in Afrin in Syria.")
    assert names(reading, "Turkish-backed police") == "Turkish-backed police"


def test_a_state_told_as_former_takes_nobodys_place(read_text: Read) -> None:
    text = "Fighters from the former Soviet Union were killed in Russian air strikes in Syria on Friday."
    assert "Russia" in {m.name for m in read_text(text).actors}


def test_forces_are_whose_a_pronoun_says(read_text: Read) -> None:
    text = "The army left Palmyra on Saturday. Russia said its warplanes had carried out 64 strikes."
    assert names(read_text(text), "warplanes") == "Russia"


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("Syrian or Russian warplanes hit Idlib in Syria.", ["Syrian or Russian warplanes"]),
        ("They hope to reach Turkey or Jordan.", []),  # two places to go to
    ],
)
def test_two_parties_joined_by_or_are_one_left_open(read_text: Read, text: str, left_open: list[str]) -> None:
    assert [m.name for m in read_text(text).actors if m.how == "open"] == left_open


def test_a_name_in_capitals_is_one_body(read_text: Read) -> None:
    reading = read_text(
        "Turkey's army shelled the hills. The PKK said it had killed nine soldiers near Cukurca in Turkey."
    )
    assert names(reading, "it") == "PKK"


def test_fighters_are_whose_a_pronoun_says(read_text: Read) -> None:
    reading = read_text(
        "Soldiers fought gunmen in Wana, Pakistan, on Friday. The Afghan Taliban were not involved. "
        "The Pakistani Taliban said its fighters had killed nine soldiers."
    )
    assert names(reading, "fighters") == "Pakistani Taliban"


def test_terrorists_told_far_from_a_group_are_not_its_men(read_text: Read) -> None:
    text = (
        "The army killed four Nusra Front militants in Daraa. Terrorists shelled their posts. In Hama a road was "
        "opened. In Homs terrorist groups fired on a village."
    )
    reading = read_text(text, outlet="SANA")
    assert (names(reading, "Terrorists"), names(reading, "terrorist groups")) == ("Nusra Front", "rebels")


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian army shelled rebels near Hama, killing a number of them.",
        "The Syrian army has fought rebels in Hama. The Syrian army killed a number of them.",
    ],
)
def test_who_acts_upon_them_are_not_they(read_text: Read, text: str) -> None:
    assert names(read_text(text), "them") == "rebels"


def test_warplanes_are_the_states_that_confirms_what_they_did(read_text: Read) -> None:
    text = "Syrian troops advanced in Aleppo. Russia confirmed that six warplanes had struck Raqqa."
    assert names(read_text(text), "warplanes") == "Russia"


def test_a_people_told_as_a_subject_is_they(read_text: Read) -> None:
    text = "The Houthis hold Sanaa. The Saudis began their bombing campaign in Yemen after the Houthis took the city."
    assert names(read_text(text), "their") == "Saudi Arabia"


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab, a group linked to al-Qaida, attacked a hotel in Mogadishu. The group said so.",
        "Al-Shabaab, which is affiliated with al-Qaida and Islamic State, attacked a hotel. The group said so.",
        "The al-Qaida-linked group Al-Shabaab attacked a hotel in Mogadishu. The group said so.",
    ],
)
def test_nothing_points_to_the_one_that_a_group_is_tied_to(read_text: Read, text: str) -> None:
    pointing = [m for m in read_text(text).actors if m.how in ("description", "pronoun")]
    assert {m.name for m in pointing} == {"Al-Shabaab"}


def test_a_kurdish_held_town_has_a_holder(read_text: Read) -> None:
    reading = read_text("Islamic State attacked a Kurdish-held town in Syria.")
    assert [(m.name, m.how) for m in reading.actors if m.how == "holder"] == [("YPG", "holder")]


def test_soldiers_killed_in_another_land_are_of_that_land(read_text: Read) -> None:
    text = (
        "JNIM attacked a base in Djibo, Burkina Faso, where the army has a post. In Nigeria's Borno State, Boko Haram "
        "killed five soldiers."
    )
    assert names(read_text(text), "soldiers") == "Nigerian government"


def test_a_group_told_by_its_tie_is_the_one_told_before(read_text: Read) -> None:
    text = "JNIM said it took Farabougou in Mali. The Al Qaeda-affiliated group seized vehicles."
    assert names(read_text(text), "Al Qaeda-affiliated group") == "JNIM"


def test_nobody_kills_his_own_members(read_text: Read) -> None:
    text = "The Syrian army fought Nusra Front in Hama, destroying weapons and killing many of their members."
    assert names(read_text(text), "their") == "Nusra Front"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # what the subject of a clause does is "its", whoever the sentence began with
        ("Hezbollah fired rockets after Hamas launched its attack on Sderot in Israel.", "its", "Hamas"),
        # forces of a body, and those who serve a government
        ("African Union soldiers left Mogadishu in Somalia.", "African Union soldiers", "African Union"),
        ("Militias allied with the Libyan government took Gharyan in Libya.", "Militias", "Libyan government"),
        # whose man it is, told before him; one of no group is of them all
        ("A Hamas Islamic militant died in Rafah in Gaza.", "militant", "Hamas"),
        ("Indian police shot a militant in Srinagar in Kashmir.", "militant", "militants"),
        # a short form that the report explains, though another group goes by it; one of small letters too
        (
            "The Ambazonia Defence Forces (ADF) denied it in Bamenda in Cameroon. The ADF left.",
            "ADF",
            "Ambazonian separatists",
        ),
        ("The Hizb-e-Noor Brigade (HeNB) left Srinagar in Kashmir. HeNB fled.", "HeNB", "Hizb-e-Noor Brigade"),
        ("Nigerian security force members died in Damboa.", "Nigerian security force", "Nigerian government"),
    ],
)
def test_actors_of_other_wars(read_text: Read, text: str, words: str, name: str) -> None:
    assert names(read_text(text), words) == name


def test_a_place_or_an_agency_of_a_state_is_no_man(read_text: Read) -> None:
    reading = read_text("Somalia's Lower Shabelle was quiet, said Russia's state-run agency in Moscow.")
    assert [m.kind for m in reading.actors if m.kind == "person"] == []
