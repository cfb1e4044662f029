"""Where a claim is at: each rule on one sentence of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placing import at
from vedette.extraction.where import where
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # the trigger's own attachment, not the first place of the sentence
        ("A Damascus official said that ten people were killed in Douma in Syria.", "killed", "Douma"),
        # the finest of a chain
        ("Five men were killed in the town of Shadadi in northeastern Hasakeh province in Syria.", "killed", "Shadadi"),
        # what only says where from is not it
        ("Raids hit Maarat Masrin north of Idlib city in Syria.", "hit", "Maarat Masrin"),
        # the object of the blow
        ("Syrian jets bombed Saraqeb on Monday.", "bombed", "Saraqeb"),
        # two together
        ("Shells killed three people in Nubl and Zahraa in Syria.", "killed", "Nubl and Zahraa"),
        # a direction that carries the meaning
        ("Airstrikes killed 20 militants in eastern Syria.", "killed", "eastern Syria"),
        # those who leave are told where they leave
        ("Thousands of Syrian civilians fled from Madaya on Friday.", "fled", "Madaya"),
    ],
)
def test_the_sentence_tells(read_text: Read, text: str, word: str, place: str) -> None:
    found = at(read_text(text), word)
    assert found.name == place, found.reason


def test_a_pointer_leads_back(read_text: Read) -> None:
    text = "Syrian troops entered Palmyra on Saturday. Twelve civilians were killed in the city."
    assert at(read_text(text), "killed").name == "Palmyra"


def test_where_people_are_taken_after_they_left_is_not_where_they_left(read_text: Read) -> None:
    text = "Some 300 villagers left the camps in the east of Aleppo on Monday and were taken to a school in Jibrin."
    assert at(read_text(text), "left").name != "Jibrin"


def test_there_leads_back(read_text: Read) -> None:
    text = "Syrian rebels shelled Nubl on Saturday. Six people were killed there."
    assert at(read_text(text), "killed").name == "Nubl"


def test_a_plural_leads_back_to_the_pair(read_text: Read) -> None:
    text = "Syrian buses reached Madaya and Zabadani on Friday. Hundreds of people left the two towns."
    assert at(read_text(text), "left").name == "Madaya and Zabadani"


def test_a_sentence_without_a_place_is_where_the_last_one_was(read_text: Read) -> None:
    text = "A car bomb went off in Azaz in Syria on Sunday. At least seven people died."
    assert at(read_text(text), "died").name == "Azaz"


def test_a_wide_place_is_named_closely_by_a_later_sentence(read_text: Read) -> None:
    text = (
        "A suicide bomber on a motorcycle killed six people in Hasakeh city in Syria on Tuesday. "
        "The motorcycle bomber blew himself up at a bakery in the Salihiah neighbourhood, police said."
    )
    assert at(read_text(text), "killed").name == "Salihiah"


def test_a_war_as_a_whole_is_in_its_country(read_text: Read) -> None:
    text = "Rockets hit Aleppo on Monday. More than 300,000 people have been killed since the Syrian conflict began."
    assert at(read_text(text), "killed").name == "Syria"


def test_governments_are_not_where_things_happen(read_text: Read) -> None:
    text = "Moscow rejected the charge. Jets killed nine people in Douma in Syria, Washington said."
    assert at(read_text(text), "killed").name == "Douma"


@pytest.mark.parametrize(
    "text",
    [
        "Sixty soldiers allied with Damascus were killed in the raid near Saraqeb in Syria.",
        "Forty U.S. military advisers were killed in Saraqeb in Syria.",
        "Pro-Damascus media said that nine men were killed in Saraqeb in Syria.",
        "America's interest grew after ten men were killed in Saraqeb in Syria.",
        "Nine fighters loyal to Damascus were killed in Saraqeb in Syria.",
    ],
)
def test_whose_side_the_harmed_are_on_is_no_place(read_text: Read, text: str) -> None:
    assert at(read_text(text), "killed").name == "Saraqeb"


def test_where_those_harmed_come_from_is_not_where_they_were_harmed(read_text: Read) -> None:
    text = "Shelling hit Saraqeb in Syria. Nine evacuees from Madaya were killed in the shelling."
    assert at(read_text(text), "killed").name == "Saraqeb"


def test_where_those_carried_live_is_not_where_the_bus_was_hit(read_text: Read) -> None:
    text = "Shelling hit Saraqeb in Syria. Nine people were killed while buses carried residents of Madaya."
    assert at(read_text(text), "killed").name == "Saraqeb"


def test_where_people_go_to_is_not_where_the_next_sentence_is(read_text: Read) -> None:
    text = (
        "About 900 people fled Aleppo's eastern districts. They were taken to a shelter in Jibrin. "
        "Dozens of men were missing."
    )
    assert at(read_text(text), "missing").name == "Aleppo"


def test_where_diplomats_speak_is_not_where_the_next_sentence_is(read_text: Read) -> None:
    text = "Jets bombed Saraqeb in Syria. Ministers who met in Geneva asked for calm. At least seven people died."
    assert at(read_text(text), "died").name == "Saraqeb"


def test_no_place_at_all_says_why(read_text: Read) -> None:
    found = at(read_text("Nine people were killed."), "killed")
    assert found.name is None and found.reason


def test_deeds_added_up_are_where_the_sentence_before_puts_them(read_text: Read) -> None:
    text = (
        "Rebels shelled Nubl in Syria. Jets have carried out 40 raids on towns in northern Syria since January. "
        "These raids left 90 civilians dead."
    )
    assert at(read_text(text), "dead").name == "northern Syria"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # a later sentence on the event names the place more closely
        (
            "A bomb killed six people in Aleppo on Monday. The blast hit the district of Salaheddin.",
            "killed",
            "Salaheddin",
        ),
        # a new event of the kind ends the search
        (
            "Syrian shells killed two men in Aleppo. A shell hit Nubl later. The shell killed nobody.",
            "killed",
            "Aleppo",
        ),
        # the close place in the same clause as the wide one
        ("In Donetsk region, shelling of a market in Bakhmut killed four Ukrainians.", "killed", "Bakhmut"),
        # the capital is that of the country that the report is about
        (
            "Sudanese troops left Omdurman, across from Khartoum. Nine people were killed in the capital.",
            "killed",
            "Khartoum",
        ),
        # a site told again without its place
        (
            "Troops retook the palace in Khartoum. They hold Omdurman. A drone near the palace killed two.",
            "killed",
            "Khartoum",
        ),
        # whose weekday it is tells which attack
        (
            "A bomb went off in Mosul on Monday. Shells hit Tikrit on Tuesday. Monday's attack killed ten Iraqis.",
            "killed",
            "Mosul",
        ),
        # what it was in answer to was elsewhere
        (
            "Rockets hit Sderot. Israel said the raid that killed two was in response to fire from Rafah.",
            "killed",
            "Sderot",
        ),
        # who rules a province is not told to be there
        ("The attack was in El Geneina. West Darfur governor Adam Yusuf was killed.", "killed", "El Geneina"),
        # where the dead are brought is not where they died
        (
            "Shells fell on Douma in Syria on Monday. A hospital in Damascus received the bodies of six.",
            "bodies",
            "Douma",
        ),
        # where a source speaks is not where it was
        ("Iraqi troops entered Tikrit. A source in Baghdad said six soldiers were killed.", "killed", "Tikrit"),
    ],
)
def test_the_event_is_placed_by_what_else_is_told_of_it(read_text: Read, text: str, word: str, place: str) -> None:
    found = at(read_text(text), word)
    assert found.name == place, found.reason


def test_what_lies_outside_a_city_is_named_by_a_later_sentence_on_the_same_strikes(
    read_text: Callable[..., Reading],
) -> None:
    text = (
        "At least nine people were killed in air strikes on an area outside the capital Damascus on Sunday. "
        "The strikes are the latest to hit Harasta, a suburb."
    )
    assert _killed_at(read_text(text)) == "Harasta"


def test_the_town_is_not_the_city_from_which_its_way_was_told(read_text: Callable[..., Reading]) -> None:
    text = (
        "Fighters besieged the town of Binnish to the north of Idlib for a week. "
        "Shells that hit houses in the town killed a woman."
    )
    assert _killed_at(read_text(text)) == "Binnish"


def test_a_list_that_lost_its_commas_is_one_list(read_text: Callable[..., Reading]) -> None:
    text = "Six civilians were killed by shells in Damascus Aleppo and Homs on Friday."
    assert _killed_at(read_text(text)) == "Damascus, Aleppo and Homs"


def test_a_nearby_town_is_another_place(read_text: Callable[..., Reading]) -> None:
    text = (
        "Gunmen killed over 50 people in a raid on two villages in Hama province on Thursday. "
        "State TV said two people were wounded in an attack on the nearby town of Salamiyeh."
    )
    assert _killed_at(read_text(text)) in ("Hama", "Hama province")


def test_where_those_are_who_tell_it_is_not_where_it_was(read_text: Callable[..., Reading]) -> None:
    text = (
        "The raid targeted a house in Tadef in Aleppo province. "
        "According to activists in that region, one man was killed by gunfire."
    )
    assert _killed_at(read_text(text)) == "Tadef"


def _killed_at(reading: Reading) -> str | None:
    return where(reading, next(t for t in reading.doc if t.lower_ == "killed")).name


HOSTAGES = (
    "DUSHANBE, May 3 (Reuters) - Tajik officials said that rebels holding nine aid workers would be met. "
    "The government in Dushanbe sent two men to talk. The group is at its base near Obigarm, some 85 km (53 miles) "
    "from the Tajik capital Dushanbe. A spokesman said in Dushanbe that the rebels freed two of the hostages on Friday."
)


def test_captives_are_where_their_captors_have_their_base(read_text: Read) -> None:
    assert at(read_text(HOSTAGES), "freed").name == "Obigarm"


def test_captives_are_where_another_sentence_has_them(read_text: Read) -> None:
    text = (
        "TORONTO, May 3 (Reuters) - A diplomat spoke in Toronto of the hostage-takers in Lima. "
        "Ministers of Peru met in Toronto. Ten people have been held hostage since Monday."
    )
    assert at(read_text(text), "held").name == "Lima"


def test_what_was_a_year_ago_is_not_where_the_news_is(read_text: Read) -> None:
    text = (
        "A bomb killed three people in Lima on Monday, police in Peru said. The report said 292 Peruvians were "
        "murdered last year."
    )
    assert at(read_text(text), "murdered").name == "Peru"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Shells killed two men near the village of Deir Salim to the west of the town of Qamishli in Syria.",
            "Deir Salim",
        ),
        ("Shells killed two men at Jeb Kussa, a small village 14 km (nine miles) south of Jarabulus.", "Jeb Kussa"),
    ],
)
def test_what_a_way_is_measured_from_is_not_where_it_leads(read_text: Read, text: str, place: str) -> None:
    assert at(read_text(text), "killed").name == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # as many are hurt: a title speaks of the city, the text of the village
        (
            "4 people wounded in shelling north of Syria's Aleppo\n\nA medic in Aleppo said that four people were "
            "wounded in the village of Sheikh Issa.",
            "wounded",
            "Sheikh Issa",
        ),
        # near a town, and later the name of what is near it
        (
            "Kurdish fighters killed 13 gunmen in clashes near the rebel-held town of Tabqa in Syria. The gunmen died "
            "while they attacked posts around the town of Safsafa near Tabqa.",
            "killed",
            "Safsafa",
        ),
    ],
)
def test_a_wide_place_gives_way_to_the_close_one_told_later(read_text: Read, text: str, word: str, place: str) -> None:
    assert at(read_text(text), word).name == place


def test_all_names_of_a_list_are_places(read_text: Read) -> None:
    reading = read_text("Shells hit the villages of Umm Khalif, Wurdiya and Nabhan in Syria's Raqqa province.")
    assert [m.name for m in reading.places][:3] == ["Umm Khalif", "Wurdiya", "Nabhan"]


def test_those_who_flee_a_war_are_not_counted_for_all_of_it(read_text: Read) -> None:
    text = "Helicopters killed 12 people on Wednesday in a camp near Daraa housing civilians fleeing the war in Syria."
    assert at(read_text(text), "killed").name == "Daraa"


def test_another_day_is_another_event(read_text: Read) -> None:
    text = (
        "A farmer died on Dec. 9 of heavy shelling by Turkish forces near Tel Abyad in Syria's Raqqa province. On "
        "Dec. 7, Turkish forces fired heavy shelling on Zurmghar village in Raqqa province."
    )
    assert at(read_text(text), "died").name == "Tel Abyad"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # a capital's forces are its state's
        ("Moscow's forces shelled Nikopol in Ukraine on Sunday and killed eight people.", "killed", "Nikopol"),
        # those who say it speak from elsewhere
        ("Troops burned eighty houses in Tawkan village, according to Sittwe residents.", "burned", "Tawkan"),
        # from where rockets are fired is not where they fall
        ("Houthi fighters fired two missiles from Hajjah at the Yemeni city of Marib.", "fired", "Marib"),
        ("Jets that came from the direction of Tripoli struck Homs in Syria on Friday.", "struck", "Homs"),
        # a comma puts the first in the second; it takes more to make a list
        ("Gunmen killed twenty people in the village of Banigo, Dori province, on Sunday.", "killed", "Banigo"),
        # who lives there is called by it
        ("Shelling hurt a Sin Gyi villager on Monday, residents of Myanmar said.", "hurt", "Sin Gyi"),
        # what is raided is ground, whatever the tagger takes it for
        ("Fifty troops raided Taw Kan in Sittwe Township of Myanmar and shot two men.", "raided", "Taw Kan"),
    ],
)
def test_other_wars_tell_so(read_text: Read, text: str, word: str, place: str) -> None:
    found = at(read_text(text), word)
    assert found.name == place, found.reason


def test_a_war_is_where_the_report_puts_it(read_text: Read) -> None:
    text = (
        "Israel said on Monday that Israel would go on. The war in Gaza has driven most of Gaza's people from home. "
        "Israel says that it has killed 9,000 gunmen during the war."
    )
    assert at(read_text(text), "killed").name == "Gaza"


def test_a_nearby_village_of_another_day_is_not_the_one_described(read_text: Read) -> None:
    text = (
        "Rebels killed 22 people in a village in eastern Congo's Ituri province on Sunday. "
        "The raid came two days after rebels attacked the nearby village of Kazarahoya on Friday."
    )
    assert at(read_text(text), "killed").name != "Kazarahoya"


def test_the_clause_beside_the_event_does_not_place_it(read_text: Read) -> None:
    text = (
        "Three people were killed as missiles hit an airfield in Ukraine's Kirovohrad region on Saturday. "
        "The strikes cut the grid and a district of the regional capital Kropyvnytskyi was left without power."
    )
    assert at(read_text(text), "killed").name == "Kirovohrad"


def test_the_same_neighbourhood_is_the_one_called_so(read_text: Read) -> None:
    text = (
        "Missiles landed in the Rawdha neighbourhood of Marib in Yemen on Tuesday. The rebels hold the capital, Sanaa. "
        "A drone killed ten people in the same neighbourhood in May."
    )
    assert at(read_text(text), "killed").name == "Rawdha"


def test_the_old_city_is_no_city(read_text: Read) -> None:
    text = "Iraqi troops entered the Old City of Mosul on Monday. Half of the people of the city have fled."
    assert at(read_text(text), "fled").name == "Mosul"


@pytest.mark.parametrize("dash", [" -", ":", " --"])
def test_a_dateline_within_its_sentence_is_no_place_of_events(read_text: Read, dash: str) -> None:
    text = (
        f"Gunmen raided the village of Diblou.\n\nOUAGADOUGOU{dash} Armed men killed 15 people in Burkina Faso's north."
    )
    assert at(read_text(text), "killed").name != "OUAGADOUGOU"


def test_a_village_without_an_entry_is_what_the_village_points_to(read_text: Read) -> None:
    text = (
        "A patrol entered the village of Zorabad, part of the city of Manbij in Aleppo province in Syria. "
        "A farmer was shot in his home in the village."
    )
    assert at(read_text(text), "shot").name == "Zorabad"


def test_who_lives_in_a_village_is_harmed_there_in_its_township(read_text: Read) -> None:
    text = "A Kan Gyi Taw villager was killed in Minbya Township in Rakhine State of Myanmar on Monday."
    assert at(read_text(text), "killed").name == "Kan Gyi Taw"


def test_a_body_is_called_by_its_town_and_acts_elsewhere(read_text: Read) -> None:
    text = (
        "In Syria, clashes broke out between rebels and the military council of Manbij in Qabrat village near Aleppo."
    )
    assert at(read_text(text), "clashes").name == "Qabrat"


def test_a_place_told_much_later_is_not_that_of_the_news(read_text: Read) -> None:
    text = (
        "Civilians may have died in a strike in Syria. The man aimed at was killed, officers said. They gave no name. "
        "The inquiry goes on. It may take months. Its head was named. Years ago a strike on Baghouz killed seventy."
    )
    assert at(read_text(text), "killed").name == "Syria"


def test_the_attack_points_back_to_a_strike(read_text: Read) -> None:
    text = (
        "A drone strike killed dozens in the Amhara region of Ethiopia, nurses said. "
        "The attack took place on Monday near a small town called Sasit."
    )
    assert at(read_text(text), "killed").name == "Sasit"


def test_a_name_and_the_province_behind_it_are_no_list(read_text: Read) -> None:
    text = "Troops killed seven men in North Waziristan, Khyber Pakhtunkhwa, the army of Pakistan said on Tuesday."
    assert at(read_text(text), "killed").name == "North Waziristan"


def test_the_base_is_the_one_called_so(read_text: Read) -> None:
    text = "Gunmen stormed Tabqa base in Syria. In nearby Raqqa city, mosques said that the base had fallen to them."
    assert at(read_text(text), "fallen").name == "Tabqa"


def test_a_place_on_a_road_comes_before_the_ends_of_the_road(read_text: Read) -> None:
    text = "A drone hit a car near Shaikh Jabr Village on the road between Al-Hasakah and Al-Qamishly, killing one."
    assert at(read_text(text), "killing").name == "Shaikh Jabr Village"
