"""The gazetteer: exact names, names that sound alike, supplements, countries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vedette.gazetteer.fold import key_of
from vedette.gazetteer.gazetteer import Gazetteer, gazetteer
from vedette.gazetteer.near import apart_km
from vedette.knowledge.pack import Knowledge
from vedette.model.place import Place, PlaceKind


@pytest.fixture(scope="module")
def book(knowledge: Knowledge) -> Gazetteer:
    return gazetteer(knowledge)


def test_a_name_gives_every_namesake(book: Gazetteer) -> None:
    countries = {c.place.country for c in book.named("Tripoli")}
    assert {"LY", "LB"} <= countries


def test_the_packs_places_come_first_and_say_so(book: Gazetteer) -> None:
    first = book.named("Castello Road")[0]
    assert first.pack == "syria" and first.place.kind is PlaceKind.SITE


@pytest.mark.parametrize("spelling", ["Deir Ezzor", "Deir al-Zour", "Deir ez Zor", "Dayr az-Zawr", "Deir el-Zour"])
def test_one_town_in_many_spellings(book: Gazetteer, spelling: str) -> None:
    assert any(c.place.name == "Deir ez-Zor" and c.place.kind is PlaceKind.TOWN for c in book.named(spelling))


def test_a_spelling_that_no_list_has_is_found_by_sound_in_its_country(book: Gazetteer) -> None:
    found = book.sounding("Kamechly", ("SY",))
    assert found and found[0].place.name in ("Qamishli", "Al Qāmishlī") and found[0].likeness < 1


def test_nothing_is_read_into_a_name_that_sounds_like_none(book: Gazetteer) -> None:
    assert book.sounding("Xyzzyplugh", ("SY",)) == ()


def test_every_country_has_coordinates_of_its_own_middle(book: Gazetteer) -> None:
    syria = book.country("SY")
    assert syria is not None and syria.kind is PlaceKind.COUNTRY
    damascus = next(
        c.place for c in book.named("Damascus") if c.place.country == "SY" and c.place.kind is PlaceKind.TOWN
    )
    assert apart_km(syria, damascus) > 100


def test_words_for_nationals_lead_to_the_country(book: Gazetteer) -> None:
    assert book.demonym("Syrians") == "SY" and book.demonym("table") is None


def test_an_abbreviation_counts_only_with_its_full_stop(book: Gazetteer) -> None:
    assert any(c.place.kind is PlaceKind.ADM1 for c in book.named("Kan."))
    assert all(c.place.kind is not PlaceKind.ADM1 for c in book.named("Kan"))


def test_distance() -> None:
    a = Place(id="a", name="a", kind=PlaceKind.TOWN, country="SY", lat=36.2, lon=37.16)
    b = Place(id="b", name="b", kind=PlaceKind.TOWN, country="SY", lat=33.51, lon=36.29)
    assert apart_km(a, b) == pytest.approx(309, abs=5)
    assert apart_km(a, Place(id="c", name="c", kind=PlaceKind.TOWN, country=None, lat=None, lon=None)) == 0


def test_search_puts_the_packs_places_first_and_the_largest_next(book: Gazetteer) -> None:
    aleppo = book.search("Aleppo")
    assert aleppo[0].country == "SY" and len({p.id for p in aleppo}) == len(aleppo)
    populations = [p.population for p in book.search("Springfield")]
    assert populations == sorted(populations, reverse=True)


def test_a_town_lies_in_its_first_and_second_level_area(book: Gazetteer) -> None:
    areas = {(c.place.adm1, c.place.adm2) for c in book.named("Newark") if c.place.country == "US"}
    assert ("Ohio", "Licking County") in areas


def test_a_place_of_a_pack_and_its_double_in_the_world_are_one(book: Gazetteer) -> None:
    manbij = [c.place for c in book.named("Manbij") if c.place.kind is PlaceKind.TOWN]
    assert [(p.id, p.adm2) for p in manbij] == [("syria:manbij:town", "Menbij")]
    assert manbij[0].population > 50_000


def test_a_place_lies_in_the_district_of_the_nearest_town(book: Gazetteer) -> None:
    newark = next(c.place for c in book.named("Newark") if c.place.adm2 == "Licking County")
    mill = replace(newark, id="mine:mill:site", name="The mill", kind=PlaceKind.SITE, adm2=None, lat=40.06, lon=-82.41)
    assert book.completed(mill).adm2 == "Licking County"
    assert book.completed(replace(mill, lat=0.0, lon=-30.0)).adm2 is None


def test_a_district_is_found_by_its_own_name_and_not_by_its_towns(book: Gazetteer) -> None:
    county = [c.place for c in book.named("Licking County")]
    assert [(p.kind, p.adm1) for p in county] == [(PlaceKind.ADM2, "Ohio")]
    assert all(c.place.kind is not PlaceKind.ADM2 for c in book.named("Licking"))


def test_names_of_another_script_have_a_key() -> None:
    assert key_of("حَلَب") == key_of("حلب") != ""
    assert key_of("Ḩalab") == "halab"


def test_areas_have_the_names_that_the_packs_give_them(book: Gazetteer) -> None:
    assert {c.place.adm1 for c in book.named("Mariupol") if c.place.country == "UA"} == {"Donetsk"}
    assert {c.place.adm1 for c in book.named("Kyiv") if c.place.kind is PlaceKind.TOWN and c.pack} == {"Kyiv City"}
