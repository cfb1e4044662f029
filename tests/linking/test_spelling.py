from __future__ import annotations

import pytest

from vedette.linking.spelling import place_names, same_name, sound


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Raqa", "Raqqa"),
        ("Hasakeh", "al-Hassakah"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("Mayadeen", "Al Mayadin"),
        ("Fuaa", "Foua"),
        ("Abu Kamal", "Albu Kamal"),
        ("the city of Douma", "Duma"),
        ("Kharkiv", "Kharkov"),
    ],
)
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert same_name(place_names(one)[0], place_names(two)[0])


@pytest.mark.parametrize(
    ("one", "two"), [("Homs", "Hama"), ("Idlib", "Jarabulus"), ("Tel Tamr", "Tel Abyad"), ("Daraa", "Dara Izza")]
)
def test_different_names(one: str, two: str) -> None:
    assert not same_name(place_names(one)[0], place_names(two)[0])


def test_two_places_in_one_slot_are_two_names() -> None:
    assert [n.words for n in place_names("Foua and Kefraya")] == ["foua", "kefraya"]


def test_a_part_of_a_place_is_told_by_its_side() -> None:
    (name,) = place_names("eastern Aleppo")
    assert (name.words, name.sides) == ("aleppo", {"eastern"})


def test_a_country_is_too_wide_to_tell_of_one_event() -> None:
    assert place_names("Syria")[0].wide
    assert not place_names("Homs")[0].wide


def test_a_name_without_letters_keeps_something_to_compare() -> None:
    assert place_names("the city")
    assert sound("Aa")
