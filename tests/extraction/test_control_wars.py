"""Who holds what in other wars: one way of telling it, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.control import control
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def _told(reading: Reading) -> set[tuple[str | None, str | None, str]]:
    return {(c.place, c.holder, c.change) for c in control(reading)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a gerund after a clause has that clause's doer, though the parser hangs it elsewhere
        (
            "It was the first raid since rebels began their push last October, seizing a swath of northern Mali.",
            {("northern Mali", "rebels", "gained")},
        ),
        # what is told beside the ground is where it lies
        ("Russian troops took control of Soledar to the northwest of Bakhmut.", {("Soledar", "Russia", "gained")}),
        # a stronghold that was taken or lost is none
        ("The army seized the rebel bastion of Ndele.", {("Ndele", "Central African government", "gained")}),
        # a seat is whose stands before it, not the land's that it lies in; a suburb "of X" is X
        ("Raids hit the Taliban's Afghan bastion of Kandahar.", {("Kandahar", "Taliban", "holds")}),
        ("The Khartoum suburb of Bahri fell to the Sudanese army.", {("Bahri", "Sudanese army", "gained")}),
        # ground that surrounds is not besieged, and a leader holds for his side
        ("Hamas fired shells at the area surrounding the airport of Haifa.", set()),
        ("The Libyan National Army fought near Tripoli. Haftar controls Benghazi.",
         {("Benghazi", "Libyan National Army", "holds")}),
        # "lands" is a verb here, and people are no place
        ("Hostages are held by rebels near Goma.", set()),
        # a name that no gazetteer lists, where ground stands
        ("Russian forces took control of Zvenychivka.", {("Zvenychivka", "Russia", "gained")}),
        ("The M23 withdrew from Kalibwana.", {("Kalibwana", "M23", "lost")}),
        ("Ukraine's army announced the liberation of Zvenychivka.", {("Zvenychivka", "Ukraine", "gained")}),
        # who brings about what a noun tells
        ("Russian troops completed the occupation of Lyman.", {("Lyman", "Russia", "holds")}),
        ("Hezbollah fighters laid siege to Tyre in Lebanon.", {("Tyre", "Hezbollah", "besieges")}),
        # the owner of the noun is the ground
        ("Goma's capture by the M23 was swift.", {("Goma", "M23", "gained")}),
        # cleared of, cut off from
        ("Ukrainian troops cleared the city of Kherson of Russian soldiers.", {("Kherson", "Ukraine", "gained")}),
        ("Ukrainian troops cut off all land access to the town of Melitopol.", {("Melitopol", "Ukraine", "besieges")}),
        # those who are made to go
        ("Rebels forced the M23 to withdraw from Goma.", {("Goma", "M23", "lost")}),
        # one with allies, and control spread further
        ("Turkey and its Libyan allies established control over Afrin.", {("Afrin", "Turkey", "gained")}),
        ("The M23 expanded its control to Goma.", {("Goma", "M23", "gained")}),
        # without a verb, in a headline
        ("Goma under siege by M23", {("Goma", "M23", "besieges")}),
    ],
)  # fmt: skip
def test_held(read_text: Read, text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert _told(read_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "An attack by the Israeli occupation on Gaza City killed a man.",  # an actor's name
        "Hamas-run Civil Defence crews dug for the dead.",  # a service
        "The Sudanese army broke the siege of El Obeid.",  # over
        "The United Nations helped residents fleeing Goma.",  # who flees held nothing
        "The M23 withdrew from NATO.",  # no ground
    ],
)
def test_no_ground(read_text: Read, text: str) -> None:
    assert _told(read_text(text)) == set()


def test_a_town_that_is_named_elsewhere_is_told_once(read_text: Read) -> None:
    reading = read_text("The M23 seized Goma on Monday. The M23 seized a town near the border of Congo.")
    assert _told(reading) == {("Goma", "M23", "gained")}


def test_a_place_is_not_held_by_its_distance(read_text: Read) -> None:
    reading = read_text("The M23 seized Sake, 25 kilometres northwest of Goma.")
    assert all(place != "Goma" for place, _, _ in _told(reading))
