from __future__ import annotations

from makers import town
from vedette.linking.score import NEVER
from vedette.linking.spelling import place_names
from vedette.linking.where import compare_locations, compare_names, km_between
from vedette.model.place import Place, PlaceKind


def names(a: str, b: str) -> float:
    return compare_names(place_names(a), place_names(b)).value


def test_one_name_a_part_of_it_and_another() -> None:
    assert names("Aleppo", "Aleppo") > names("east Aleppo", "Aleppo") > names("Homs", "Aleppo") == 0


def test_two_places_of_which_one_is_shared_only_overlap() -> None:
    assert names("Foua and Kefraya", "Foua and Kefraya") > names("Foua and Kefraya", "Foua")


def test_one_country_tells_little() -> None:
    assert 0 < names("Syria", "Syria") < 1


def test_distance() -> None:
    near, far = town("A", 36.2, 37.15), town("B", 36.15, 37.05)
    assert 9 < (km_between(near, far) or 0) < 12
    assert compare_locations(near, far).value > 0
    assert compare_locations(near, town("C", 35.0, 40.0)).value == NEVER


def test_a_town_lies_in_its_province_and_country() -> None:
    province = Place(id="p", name="P", kind=PlaceKind.ADM1, country="TR", lat=36.0, lon=38.0, adm1="09")
    assert compare_locations(province, town("A", 36.2, 37.15, adm1="09")).value > 0
    country = Place(id="t", name="T", kind=PlaceKind.COUNTRY, country="TR", lat=None, lon=None)
    assert compare_locations(country, town("A", 36.2, 37.15)).value < 0


def test_namesakes_in_two_countries_are_two_places() -> None:
    assert compare_locations(town("A", 36.2, 37.15), town("A", 36.2, 37.15, id="x", country="US")).value == NEVER
