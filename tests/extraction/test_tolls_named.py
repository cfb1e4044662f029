"""Victims whom a report names: one person is a count of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading


def _found(reading: Reading) -> list[tuple[str, int | None, int | None, str]]:
    return [(t.effect, t.low, t.high, t.words) for t in tolls(reading)]


@pytest.mark.parametrize(
    ("text", "effect", "words"),
    [
        ("Bishop Oscar Arzola was murdered in March.", "killed", "Oscar Arzola"),
        ("The government condemned the assassination of Senator Luis Galvan.", "killed", "Luis Galvan"),
        ("Rebels protested against Bernardo Jara's murder.", "killed", "Bernardo Jara"),
        ("Guerrillas kidnapped the mayor of the town on Sunday.", "abducted", "the mayor"),
        ("The teacher's driver was killed in the attack.", "killed", "driver"),
        ("Oquelan was kidnapped on Monday by unidentified men.", "abducted", "Oquelan"),
    ],
)
def test_one_named_or_known_person_is_one(
    read_text: Callable[..., Reading], text: str, effect: str, words: str
) -> None:
    assert [(e, low, high) for e, low, high, _ in _found(read_text(text))] == [(effect, 1, 1)]
    assert words in _found(read_text(text))[0][3]


def test_a_deed_is_taken_for_granted_whatever_becomes_of_it(read_text: Callable[..., Reading]) -> None:
    assert _found(read_text("A judge will investigate the killing of three farmers."))[0][:3] == ("killed", 3, 3)
    assert _found(read_text("A judge should investigate the kidnapping and murder of a farmer."))[0][1] == 1
    assert _found(read_text("The gang wants to carry out the killing of three farmers.")) == []


def test_known_people_without_a_number_are_told_where_their_killing_is(read_text: Callable[..., Reading]) -> None:
    assert _found(read_text("The killing of the monks in May was condemned."))[0][:3] == ("killed", None, None)
    assert _found(read_text("The monks spoke of the war in May.")) == []


def test_two_names_are_two_persons(read_text: Callable[..., Reading]) -> None:
    text = "Bernardo Jara was murdered in Bogota. Hilda Flores was murdered in Bogota. Jara was murdered in Bogota."
    assert [w for _, _, _, w in _found(read_text(text))] == ["Bernardo Jara", "Hilda Flores"]


def test_a_death_without_violence_is_no_toll(read_text: Callable[..., Reading]) -> None:
    assert _found(read_text("The valley mourned. Questions were asked after Jara's death.")) == []
    assert _found(read_text("Shells hit the house. A judge will look into Jara's death."))[0][:3] == ("killed", 1, 1)


def test_a_place_is_no_person(read_text: Callable[..., Reading]) -> None:
    assert _found(read_text("Aleppo was hit by rockets on Monday.")) == []
