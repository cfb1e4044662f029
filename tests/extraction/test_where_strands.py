"""Places of another strand of a report are not that of the claim at hand: each rule on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

from placing import at
from vedette.extraction.where import where
from vedette.extraction.where.land import country
from vedette.extraction.where.spots import scene
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def test_what_an_event_came_with_was_elsewhere(read_text: Read) -> None:
    text = (
        "A bomb went off in Qamishli in Syria. "
        "The explosion came as Kurdish fighters pressed ahead with their offensive on Manbij."
    )
    assert at(read_text(text), "explosion").name == "Qamishli"


def test_the_country_is_the_whole_of_it(read_text: Read) -> None:
    text = "Jets struck northern Syria on Monday. Thousands have been displaced across the country."
    assert at(read_text(text), "displaced").name == "Syria"


def test_the_country_is_no_neighbour_of_it(read_text: Read) -> None:
    text = (
        "Gunmen seized four men near Dushanbe in Tajikistan. Tajikistan borders on China. "
        "Thousands have been displaced across the country."
    )
    assert at(read_text(text), "displaced").name == "Tajikistan"


def test_the_strike_singled_out_is_another(read_text: Read) -> None:
    text = (
        "Strikes in Idlib province in Syria killed nine people. "
        "The strike that hit a farm near Saraqeb left two people dead."
    )
    assert at(read_text(text), "killed").name == "Idlib"


def test_of_many_attacks_no_single_one_tells_the_place(read_text: Read) -> None:
    text = (
        "Eleven policemen were killed in weekend attacks across Afghanistan. Six of them fell in Kunduz province. "
        "The attack took place in Imam Sahib district."
    )
    assert at(read_text(text), "killed").name == "Afghanistan"


def test_a_capital_is_no_village(read_text: Read) -> None:
    text = (
        "Gunmen raided a village in the north of Burkina Faso, killing fifteen people. "
        "The capital Ouagadougou has been attacked three times."
    )
    assert at(read_text(text), "killing").name == "Burkina Faso"


def test_of_two_villages_the_one_told_in_like_words(read_text: Read) -> None:
    text = (
        "Shells fell on the outskirts of the village of Zarzur in Syria. "
        "Three people were killed in a drone strike on a village in the countryside of Kobani. "
        "A drone struck the village of Zur Maghar in the countryside of Kobani."
    )
    assert at(read_text(text), "killed").name == "Zur Maghar"


def test_near_one_town_and_on_a_side_of_another(read_text: Read) -> None:
    text = "Jets struck southeast of Aleppo near Safira in Syria, injuring seven men."
    assert at(read_text(text), "injuring").name == "Safira"


def test_where_something_is_only_said_is_not_carried_on(read_text: Read) -> None:
    text = (
        "Rebels in Tajikistan shot a soldier near Dushanbe. "
        "A spokesman said at its New York headquarters that nothing was known. Four men were seized."
    )
    assert at(read_text(text), "seized").name == "Dushanbe"


def test_a_region_is_not_the_land_that_it_borders_on(read_text: Read) -> None:
    text = (
        "Four gunmen died in North Waziristan in Pakistan. "
        "Six soldiers died in the rugged region bordering Afghanistan."
    )
    assert at(read_text(text), "died", 1).name == "North Waziristan"


def test_a_power_that_only_speaks_is_not_where_the_war_is(read_text: Read) -> None:
    text = (
        "Russian officials said that a Russian envoy had spoken to Russian officers. "
        "The Russian army would send Russian soldiers to Tajikistan. Rebels shot a man in Dushanbe."
    )
    found = country(scene(read_text(text)))
    assert found is not None
    assert found[0] == "Tajikistan"


def test_a_village_of_a_city_is_told_later_by_its_name(read_text: Read) -> None:
    text = (
        "Ten people died in strikes on a village in Sagaing Region in Myanmar. "
        "The attack on Dagonbin, a village south of the town of Pale, also destroyed a monastery."
    )
    assert at(read_text(text), "died").name == "Dagonbin"


def test_a_day_on_which_something_was_said_parts_no_sentences(read_text: Read) -> None:
    text = (
        "Fifteen people were killed in a village in Yobe state in Nigeria, residents said on Monday. "
        "Gunmen swept into Gujba village on Sunday, a resident said."
    )
    assert at(read_text(text), "killed").name == "Gujba"


def test_a_war_named_in_an_aside_is_not_where_it_was(read_text: Read) -> None:
    text = (
        "Soldiers killed hundreds of civilians in the town of Axum in Ethiopia, "
        "one of several massacres of a conflict that erupted in the north."
    )
    assert at(read_text(text), "killed").name == "Axum"


def test_what_lasted_for_months_was_not_where_the_news_is(read_text: Read) -> None:
    text = (
        "A drone struck the village of Zur Maghar in Syria on Saturday. "
        "Since May, the attacks have killed sixteen people."
    )
    reading = read_text(text)
    killed = next(t for t in reading.doc if t.text == "killed")
    assert where(reading, killed, lasting=True).name == "Syria"


def test_what_lasted_for_months_is_where_all_the_report_is(read_text: Read) -> None:
    text = (
        "Shells fell on Madaya in Syria on Saturday. Madaya has no doctors left. No food has reached Madaya. "
        "Sixteen people have starved."
    )
    reading = read_text(text)
    starved = next(t for t in reading.doc if t.text == "starved")
    assert where(reading, starved, lasting=True).name == "Madaya"


def test_a_side_of_a_province_gives_way_to_a_village_in_it(read_text: Read) -> None:
    text = (
        "One civilian was killed in army shelling in southern Idlib in Syria. "
        "Ahmad Qasim, a civilian from Kafrlata village, was killed in the shelling by the army."
    )
    assert at(read_text(text), "killed").name == "Kafrlata"


def test_a_suburb_is_not_the_town_that_it_is_a_suburb_of(read_text: Read) -> None:
    text = "Nine civilians were killed in strikes on Eastern Ghouta, a suburb of Damascus, in Syria."
    assert at(read_text(text), "killed").name == "Eastern Ghouta"


def test_a_province_that_heads_the_item_gives_way_to_its_village(read_text: Read) -> None:
    text = (
        "Idlib province: The monitor recorded the death of a woman and the injury of two others in strikes by jets "
        "which hit tents of families on the outskirts of Kafr Nabl in Syria."
    )
    assert at(read_text(text), "death").name == "Kafr Nabl"


def test_other_numbers_of_the_same_harm_are_of_a_part_of_it(read_text: Read) -> None:
    text = (
        "Ten people were killed by strikes in Syria. "
        "The strikes killed three people in Shadadi while seven died in Mayadin."
    )
    assert at(read_text(text), "killed").name == "Syria"


def test_others_counted_beside_are_elsewhere(read_text: Read) -> None:
    text = (
        "Some 30 policemen were under siege in the Qaisar district building in Afghanistan and another 60 policemen in "
        "the Kohi village of the district."
    )
    assert at(read_text(text), "siege").name == "Qaisar"


def test_the_village_is_the_one_called_by_its_name(read_text: Read) -> None:
    text = (
        "Fighting broke out in the village called Pugad Manaul in Panamao town in the Philippines. "
        "Five rebels were killed in the village."
    )
    assert at(read_text(text), "killed").name == "Pugad Manaul"


def test_the_same_town_can_be_one_without_an_entry(read_text: Read) -> None:
    text = (
        "Gunmen killed eight men in Baquba in Iraq. In Tajiyat, a bomb wounded four people. "
        "Twelve people were killed in the same town on Monday."
    )
    assert at(read_text(text), "killed", 1).name == "Tajiyat"


def test_an_attack_that_is_feared_is_nowhere(read_text: Read) -> None:
    text = (
        "Car bombs went off in the town of Khalis in Iraq. "
        "Soldiers sealed the roads to Baquba to prevent further attacks in Baquba. The explosions wounded 46 people."
    )
    assert at(read_text(text), "wounded").name == "Khalis"


def test_the_lead_is_where_alone_the_report_has_such_an_event(read_text: Read) -> None:
    text = (
        "Seven people were killed in shelling by a militia in western Sudan on Friday. "
        "The militia shelled Kutum, a council said."
    )
    assert at(read_text(text), "killed").name == "Kutum"


def test_the_lead_is_nowhere_closer_where_the_report_has_two_such_events(read_text: Read) -> None:
    text = (
        "Seven people were killed in shelling by a militia in western Sudan on Friday. "
        "The militia shelled Kutum, a council said. Militiamen also shelled Geneina."
    )
    assert at(read_text(text), "killed").name == "western Sudan"


def test_strikes_across_a_province_are_at_more_places_than_the_one_that_is_told(read_text: Read) -> None:
    text = "Air strikes killed 19 people in Idlib province in Syria on Friday. A strike hit Saraqeb at dawn."
    assert at(read_text(text), "killed").name == "Idlib"


def test_a_name_behind_what_is_described_is_the_place(read_text: Read) -> None:
    text = "Car bombs killed 23 people on Thursday in an eastern suburb of Mosul, Bartella."
    assert at(read_text(text), "killed").name == "Bartella"


def test_the_camp_is_what_was_called_a_camp(read_text: Read) -> None:
    text = (
        "Shells hit the Zamzam displacement camp in El Fasher in Sudan on Monday. "
        "The shells killed nine people in the same camp."
    )
    assert at(read_text(text), "killed").name == "Zamzam"


def test_the_village_is_no_city(read_text: Read) -> None:
    text = (
        "Troops entered Tarak village in Nigeria on Monday, 30 km from Maiduguri, and left. "
        "Nine people were killed in the village."
    )
    assert at(read_text(text), "killed").name == "Tarak"


def test_a_name_that_no_gazetteer_has_behind_what_is_described_is_the_place(read_text: Read) -> None:
    text = "Car bombs killed 23 people on Thursday in an eastern suburb of Mosul, Kokdara, in Iraq."
    assert at(read_text(text), "killed").name == "Kokdara"


def test_several_clashes_are_at_none_of_their_places(read_text: Read) -> None:
    text = (
        "At least 10 soldiers were killed in five clashes in Myanmar's Chin State on Monday. "
        "Soldiers were ambushed in Mindat, and seven soldiers were killed in the clashes on Monday."
    )
    assert at(read_text(text), "killed").name != "Mindat"


def test_surrounding_provinces_are_not_the_one_told(read_text: Read) -> None:
    text = (
        "Jets struck the port of Hodeidah in Yemen. A bus was hit in Taiz province. "
        "Thousands were forced from their homes in the surrounding provinces."
    )
    assert "points to it" not in at(read_text(text), "forced").reason


def test_a_city_to_which_people_are_on_their_way_is_not_where_it_was(read_text: Read) -> None:
    text = (
        "Fighters attacked Tessit in Mali on Sunday. "
        "Thousands are on their way to the city of Gao, about 150 kilometers away. Two civilians were killed."
    )
    assert at(read_text(text), "killed").name == "Tessit"


def test_what_another_does_beside_is_elsewhere(read_text: Read) -> None:
    text = (
        "A driver was hit in Yemen's Taiz on Monday. "
        "He succumbed to his injuries and the group condemned the attack in Geneva."
    )
    assert at(read_text(text), "succumbed").name == "Taiz"
