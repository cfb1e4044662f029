"""Places named: found, resolved by context, and told from what is no place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.model.place import PlaceKind
from vedette.reading.places import find_toponyms
from vedette.reading.reading import PlaceMention, Reading

Read = Callable[..., Reading]


def named(reading: Reading) -> dict[str, PlaceMention]:
    return {m.name: m for m in reading.places}


def test_a_town_and_its_province(read_text: Read) -> None:
    found = named(read_text("Shells fell on Talbiseh in Homs province on Friday, Syrian activists said."))
    assert found["Talbiseh"].place and found["Talbiseh"].place.kind is PlaceKind.TOWN
    assert found["Homs"].place and found["Homs"].place.kind is PlaceKind.ADM1


def test_a_name_that_no_gazetteer_has_is_found_by_its_kind(read_text: Read) -> None:
    found = named(read_text("Two Syrian farmers were hurt in al-Qurbatiya village when a mine went off."))
    assert found["al-Qurbatiya"].place is None
    assert found["al-Qurbatiya"].reason


def test_lost_apostrophes_are_no_part_of_a_name(read_text: Read) -> None:
    assert "Aleppo" in named(read_text("Rebels held Aleppos outskirts in Syria for weeks."))


@pytest.mark.parametrize("spelling", ["Raqa", "Raqqa", "al-Raqqah"])
def test_variant_spellings_lead_to_one_place(read_text: Read, spelling: str) -> None:
    place = named(read_text(f"Jets struck {spelling} in Syria on Monday."))[spelling].place
    assert place is not None and place.name == "Raqqa"


def test_the_area_named_behind_decides_between_namesakes(read_text: Read) -> None:
    place = named(read_text("A tornado hit Paris, Texas on Monday, officials in the United States said."))[
        "Paris"
    ].place
    assert place is not None and (place.country, place.adm1) == ("US", "Texas")


def test_the_country_named_decides_between_namesakes(read_text: Read) -> None:
    text = "Fighting reached Tripoli on Monday. Libyan officials said that Libya was at war."
    place = named(read_text(text))["Tripoli"].place
    assert place is not None and place.country == "LY"


def test_towns_that_lie_together_decide_between_namesakes(read_text: Read) -> None:
    text = "A storm hit the towns of Columbus, Dublin, Hilliard and Gahanna in Franklin County on Monday, police said."
    places = {name: m.place for name, m in named(read_text(text)).items()}
    dublin = places["Dublin"]
    assert dublin is not None and (dublin.country, dublin.adm1, dublin.adm2) == ("US", "Ohio", "Franklin County")


def test_no_name_is_evidence_for_itself(read_text: Read) -> None:
    text = "Police in Atlanta, Savannah and Macon said that most of Georgia lost power. Nobody in Augusta was hurt."
    place = named(read_text(text))["Georgia"].place
    assert place is not None and place.kind is PlaceKind.ADM1


@pytest.mark.parametrize("word", ["IS", "Islamic State", "Nusra", "Observatory"])
def test_bodies_are_no_places(read_text: Read, word: str) -> None:
    text = "IS fighters and the Islamic State, the Nusra Front and the Observatory were named in Syria."
    assert word not in named(read_text(text))


def test_a_name_within_a_bodys_name_is_no_place(read_text: Read) -> None:
    assert not named(read_text("The Aleppo Media Center posted a video."))


def test_directions_are_kept(read_text: Read) -> None:
    assert (
        named(read_text("Raids hit northern and eastern Syria overnight."))["Syria"].modifier == "northern and eastern"
    )


def test_another_war_needs_no_pack(read_text: Read) -> None:
    found = named(read_text("Missiles hit Kramatorsk in Ukraine's Donetsk region, Ukrainian officials said."))
    assert found["Kramatorsk"].place and found["Kramatorsk"].place.country == "UA"
    assert found["Donetsk"].place and found["Donetsk"].place.country == "UA"


def test_a_state_that_is_gone_is_a_country_where_its_heir_is(read_text: Read) -> None:
    found = named(
        read_text("Rebels in eastern Zaire seized Bukavu, the army in Kinshasa said.", published="1997-02-18")
    )
    zaire = found["Zaire"].place
    assert zaire is not None and (zaire.kind, zaire.country) == (PlaceKind.COUNTRY, "CD")


def test_the_end_of_a_longer_name_is_no_name(read_text: Read) -> None:
    found = named(read_text("Jets struck Deir al-Zahraniya village in Idlib province in Syria."))
    assert "Deir al-Zahraniya" in found and "al-Zahraniya" not in found


@pytest.mark.parametrize(
    ("words", "modifier", "near"),
    [
        ("six miles east of Palmyra", "six miles east of", True),
        ("80 km (50 miles) south of Palmyra", "80 km (50 miles) south of", True),
        ("on the outskirts of Palmyra", "outskirts of", True),
        ("in eastern Palmyra", "eastern", False),
    ],
)
def test_what_is_told_near_a_place_is_less_exact(read_text: Read, words: str, modifier: str, near: bool) -> None:
    mention = named(read_text(f"Two Syrian soldiers were killed {words} on Friday."))["Palmyra"]
    assert mention.modifier == modifier
    place = mention.place
    assert place is not None and (place.near, place.geo_precision, place.where_prec) == (
        (True, 2, 2) if near else (False, 1, 1)
    )


def test_a_village_of_a_country_that_the_report_does_not_tell_of_is_not_meant(read_text: Read) -> None:
    text = "Shells fell on the Syrian village of Zoelen in Idlib province, Syria, near the town of Saraqib on Monday."
    mention = named(read_text(text))["Zoelen"]
    assert mention.place is None and "does not tell of" in mention.reason


def test_places_inside_the_names_of_bodies_and_peoples_are_in_the_index_alone(read_text: Read) -> None:
    reading = read_text("The Ohio Supreme Court heard a Sudanese man in Columbus, Ohio on Monday.")
    assert [m.name for m in reading.places] == ["Columbus", "Ohio"]
    assert [m.name for m in find_toponyms(reading)] == ["Ohio", "Sudanese", "Columbus", "Ohio"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The paramilitaries now hold Omdurman.", "Omdurman"),  # which the tagger takes for a person
        ("Goma fell on Monday night.", "Goma"),
        ("Another brigade was flown into Dessie.", "Dessie"),
        ("Rebels captured Kandahar and Djibo.", "Djibo"),
    ],
)
def test_what_is_taken_or_held_is_a_place(read_text: Read, text: str, name: str) -> None:
    assert name in named(read_text(text))


def test_a_person_taken_is_no_place(read_text: Read) -> None:
    assert named(read_text("Rebels captured Omar Haddad.")) == {}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("U.S. and Russian officials met in Geneva.", "Geneva", "CH"),
        ("A U.S. official said in Athens that the talks on Cyprus failed.", "Athens", "GR"),
        ("Clashes in Tripoli killed six, Lebanese security sources said.", "Tripoli", "LB"),
        ("Houthi fighters killed ten soldiers in Shabwa province in Yemen.", "Shabwa", "YE"),
        ("Russian troops shelled Grozny, the capital of Chechnya.", "Chechnya", "RU"),
    ],
)
def test_where_great_powers_talk_is_not_their_ground(read_text: Read, text: str, name: str, country: str) -> None:
    place = next(m for m in read_text(text).places if m.name == name).place
    assert place is not None and place.country == country


def test_a_part_of_a_town_is_not_its_namesake_elsewhere(read_text: Read) -> None:
    reading = read_text("Shells hit the Old City of Aleppo, Syrian state media said.")
    place = next(m for m in reading.places if m.name == "Old City").place
    assert place is not None and place.adm1 == "Aleppo" and place.lat is not None and round(place.lat, 1) == 36.2


def test_a_sign_at_the_end_of_a_name_does_not_hide_what_it_is(read_text: Read) -> None:
    names = [m.name for m in read_text("Missiles hit a pool in Mare’ city north of Aleppo in Syria.").places]
    assert names[0] == "Mare"


def test_a_village_is_its_whole_name_and_no_namesake_of_a_piece(read_text: Read) -> None:
    text = "Jets hit the village of Nant Sar Gyi in Myanmar on Friday. Two died in Nant Sar Gyi, Burmese medics said."
    found = named(read_text(text))
    assert "Nant Sar Gyi" in found and found["Nant Sar Gyi"].place is None
    assert "Nant" not in found


@pytest.mark.parametrize(
    "name", ["Tell Maruf", "Tall Sbat", "Huryiv Kozachok", "Qala-i-Sang", "Kautuba", "Puerto Jordan", "Ta Kan Thar"]
)
@pytest.mark.parametrize("frame", ["the village of {}", "{} village", "a small town called {}", "an area known as {}"])
def test_what_the_grammar_calls_a_place_is_one(read_text: Read, name: str, frame: str) -> None:
    assert name in named(read_text(f"Gunmen killed three farmers in {frame.format(name)} on Monday, residents said."))


def test_a_village_called_so_outright_is_one_whatever_the_tagger_says(read_text: Read) -> None:
    assert "Ndagwa" in named(
        read_text("Gunmen killed three farmers in the village of Ndagwa on Monday, residents said.")
    )


def test_what_is_told_once_to_be_a_place_is_one_elsewhere(read_text: Read) -> None:
    text = (
        "Rebels stormed the village of Kazarahoya at dawn. Kazarahoya lies in eastern Congo. At Kazarahoya nine died."
    )
    assert [m.name for m in read_text(text).places].count("Kazarahoya") == 3


def test_a_list_behind_including_is_of_places(read_text: Read) -> None:
    text = "Fighters burned several villages in the valley, including Bulonga, Kazarahoya and Kidunga, on Monday."
    assert {"Bulonga", "Kazarahoya", "Kidunga"} <= set(named(read_text(text)))


def test_regions_in_the_plural_are_no_towns(read_text: Read) -> None:
    found = named(read_text("Shelling hit the Donetsk and Kherson regions of Ukraine on Sunday, officials said."))
    assert [m.place.kind for m in (found["Donetsk"], found["Kherson"]) if m.place] == [PlaceKind.ADM1] * 2


def test_a_small_place_abroad_is_not_meant_where_nothing_tells_of_its_country(read_text: Read) -> None:
    text = "Gunmen raided Kofa village near Maiduguri in Nigeria's Borno State on Friday, Nigerian police said."
    assert (found := named(read_text(text))["Kofa"]).place is None and "countries" in found.reason


def test_a_region_by_the_name_of_its_town_is_there(read_text: Read) -> None:
    text = "Rebels attacked the Beni region of eastern DR Congo on Friday, Congolese officials in North Kivu said."
    place = named(read_text(text))["Beni"].place
    assert place is not None and place.country == "CD"


def test_the_gaza_of_a_war_is_the_strip_and_not_the_city(read_text: Read) -> None:
    text = "Israel struck Khan Younis in southern Gaza on Friday. In Gaza City, two Palestinians were hurt."
    found = named(read_text(text))
    assert found["Gaza"].place and found["Gaza"].place.kind is PlaceKind.REGION
    assert found["Gaza City"].place and found["Gaza City"].place.kind is PlaceKind.TOWN


def test_an_agency_in_brackets_and_a_bare_side_are_no_places(read_text: Read) -> None:
    text = "MOGADISHU (HOL) - Three soldiers died in the N Province of Somalia on Sunday, said the Northern Command."
    assert not {"HOL", "N", "Northern"} & set(named(read_text(text)))


def test_names_with_small_words_inside_are_one_name(read_text: Read) -> None:
    found = named(read_text("Colombian troops moved into Norte de Santander on Friday, the Colombian army said."))
    place = found["Norte de Santander"].place
    assert place is not None and place.country == "CO"


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Drones hit the Noor al-Sabah camp in Kosti, Sudan, on Friday.", "Kosti"),
        ("Shells fell on Wad al-Tamr, a village in the outskirts of Kosti, Sudan, on Friday.", "Kosti"),
        ("They met on the campus of Noor al-Sabah University in Kosti, Sudan, on Friday.", "Kosti"),
    ],
)
def test_a_name_without_an_entry_is_put_by_the_town_that_the_text_puts_it_in(
    read_text: Read, text: str, town: str
) -> None:
    mention = next(m for m in read_text(text).places if m.name.split()[0] in ("Noor", "Wad"))
    assert mention.place is not None
    assert mention.place.near  # the coordinates are the town's
    assert mention.place.geo_precision == 2
    assert mention.reason.endswith(f"puts it by {town}")


def test_a_name_without_an_entry_stays_out_where_the_text_only_names_a_town_beside_it(
    read_text: Read,
) -> None:
    reading = read_text("Shells fell on Wad al-Tamr village 90 km south of Kosti in Sudan, and rain in Kosti.")
    assert next(m for m in reading.places if m.name.startswith("Wad")).place is None


def test_south_sudan_does_not_speak_for_sudan(read_text: Read) -> None:
    text = "Fighters in South Sudan said that they hold Nasir. South Sudanese officials in Malakal did not reply."
    place = named(read_text(text))["Nasir"].place if "Nasir" in named(read_text(text)) else None
    assert place is None or place.country != "SD"


def test_a_people_of_two_words_is_no_place(read_text: Read) -> None:
    assert "Sri" not in named(read_text("Sri Lankan troops entered Kilinochchi in Sri Lanka on Friday."))


def test_a_name_that_goes_on_in_small_letters_is_one(read_text: Read) -> None:
    found = named(read_text("Planes struck a village in Deir ezzor in Syria on Monday."))
    assert found["Deir ezzor"].place is not None


def test_short_directions_are_no_part_of_a_name(read_text: Read) -> None:
    reading = read_text("Thirty men died in NE Syria. Shells fell in E. Aleppo governorate.")
    assert [(m.name, m.modifier) for m in reading.places] == [("Syria", "NE"), ("Aleppo", "E.")]


def test_a_last_name_of_somebody_named_in_full_is_no_place(read_text: Read) -> None:
    reading = read_text(
        "Prime Minister Ryutaro Hashimoto spoke in Tokyo in Japan. They asked about the war. Hashimoto said little."
    )
    assert "Hashimoto" not in [m.name for m in reading.places]


def test_a_name_with_its_kind_in_it_is_a_place(read_text: Read) -> None:
    reading = read_text("Fifty people died in drone attacks on Achefer Woreda in Amhara region of Ethiopia.")
    assert "Achefer Woreda" in [m.name for m in reading.places]
    plain = read_text("Hospitals schools and people who fled were hit by air strikes in Syria.")
    assert [m.name for m in plain.places] == ["Syria"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a first word that only names of places begin with
        (
            "The rocket attack on Maarat Al-Zuhair in the northern Idlib countryside in Syria killed two.",
            "Maarat Al-Zuhair",
        ),
        # the end of a name is no lost apostrophe where the name is told to be a village's
        ("A drone hit the village of al-Raqas outside Kobani in Syria.", "al-Raqas"),
    ],
)
def test_names_told_by_their_first_word_or_their_kind(read_text: Read, text: str, name: str) -> None:
    assert name in named(read_text(text))


def test_an_ordinary_word_before_a_kind_is_no_far_off_town(read_text: Read) -> None:
    assert "Green" not in named(read_text("Ten rockets were aimed at the Green Village in northeast Syria."))


def test_a_town_behind_its_state_without_an_apostrophe_is_nobodys_last_name(read_text: Read) -> None:
    reading = read_text("Shells hit Syrias Aleppo on Friday. Aleppo was quiet before that.")
    assert [m.name for m in reading.places][-1] == "Aleppo"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # violence is told in places alone, whatever the tagger takes the name for
        ("Troops killed five militants during raids in Shewal and Datta Khelun in Pakistan.", "Shewal"),
        ("Troops killed five militants during raids in Shewal and Datta Khelun in Pakistan.", "Datta Khelun"),
        # what lies on a side of a town is a place
        ("One child has been killed by Turkish shelling on Zorvana, east of Kobani in Syria.", "Zorvana"),
        # a site keeps its whole name, though it begins like a country
        ("A woman was killed by shelling on Kuwait al Rahma Camp in northern Aleppo in Syria.", "Kuwait al Rahma Camp"),
        # an article is no word that only leads to a name
        ("Tents in Al-Nahr Al-Abyad area in the countryside of Jisr Al-Shughur in Syria were hit.", "Al-Nahr Al-Abyad"),
    ],
)
def test_names_told_by_what_happens_there(read_text: Read, text: str, name: str) -> None:
    assert name in named(read_text(text))


def test_who_is_struck_is_no_place(read_text: Read) -> None:
    found = named(read_text("Several men died in an attack on Hezbollah, east of Beirut in Lebanon."))
    assert "Hezbollah" not in found


def test_a_number_is_no_first_word_of_a_name(read_text: Read) -> None:
    assert "Four men" not in named(read_text("Nothing was known. Four men were seized near Dushanbe in Tajikistan."))


def test_a_name_without_an_article_before_its_kind_is_no_peoples(read_text: Read) -> None:
    text = "A drone attacked a market in Maysalun neighborhood in the city of Qamishli in Syria."
    assert "Maysalun" in named(read_text(text))


def test_a_name_with_an_article_in_it_is_not_its_first_word(read_text: Read) -> None:
    found = named(read_text("Gunmen raided three homes in the village of Jil al-Said, south of Baquba in Iraq."))
    assert "Jil al-Said" in found


def test_a_village_is_none_of_its_name_in_another_area_than_the_text_puts_it_in(read_text: Read) -> None:
    text = "A jet bombed Nyaung Gon village in Katha Township in the Sagaing Region of Myanmar on Monday."
    mention = named(read_text(text))["Nyaung Gon"]
    assert mention.place is not None and mention.place.adm1 == "Sagaing" and mention.place.near
    assert mention.reason.endswith("puts it by Katha")


def test_a_village_is_none_of_its_name_in_an_area_that_the_report_does_not_tell_of(read_text: Read) -> None:
    text = "Troops burnt Nyaung Gon village on Monday. The army has lost ground in the Sagaing Region of Myanmar."
    mention = named(read_text(text))["Nyaung Gon"]
    assert mention.place is None and "or where the report plays" in mention.reason


def test_an_area_puts_what_it_owns_in_it(read_text: Read) -> None:
    text = "In Myanmar, men raided Sagaing Region's small Nyaung Gon village and left."
    assert named(read_text(text))["Nyaung Gon"].place is None


def test_a_short_way_from_a_town_puts_a_place_by_it(read_text: Read) -> None:
    text = "Mali's army raided Zorokoba, a hamlet 12 km south of {town}, on Friday."
    near = named(read_text(text.format(town="Mopti")))["Zorokoba"]
    assert near.place is not None and near.place.near
    far = named(read_text(text.format(town="Mopti").replace("12", "120")))["Zorokoba"]
    assert far.place is None


@pytest.mark.parametrize(
    "text",
    [
        "Myanmar's army shelled a monastery in the south of Pale Township on Friday, its people said.",
        "Myanmar's army shelled a monastery near the town of Pale on Friday, its people said.",
    ],
)
def test_an_ordinary_word_called_a_town_or_district_is_a_name(read_text: Read, text: str) -> None:
    assert any(name.startswith("Pale") for name in named(read_text(text)))


def test_an_attack_between_two_names_puts_neither_in_the_other(read_text: Read) -> None:
    text = "Mali's raiders went to the Zorokoba village after the attack in Mopti."
    assert named(read_text(text))["Zorokoba"].place is None
