"""Word families and constructions by which ground changes hands: one way of telling it, one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.control import control
from vedette.reading.reading import Reading

Read = Callable[..., Reading]
_ARMY = "Congolese government"


def _told(reading: Reading) -> set[tuple[str | None, str | None, str]]:
    return {(c.place, c.holder, c.change) for c in control(reading)}


@pytest.mark.parametrize(
    ("text", "holder", "change"),
    [
        # driven out, with and without a doer
        ("The Congolese army dislodged the M23 from Bunia.", _ARMY, "gained"),
        ("The M23 was pushed out of Bunia by the Congolese army.", _ARMY, "gained"),
        ("M23 fighters have been flushed out of Bunia.", "M23", "lost"),
        # under control, in hands
        ("Bunia came under the control of the M23 on Tuesday.", "M23", "gained"),
        ("The M23 brought Bunia under its control.", "M23", "gained"),
        ("Bunia is firmly back in the hands of the Congolese army.", _ARMY, "holds"),
        ("The fall of Bunia into M23 hands caused panic.", "M23", "gained"),
        ("Aircraft bombed Bunia, under M23 control since May.", "M23", "holds"),
        ("The M23, now in control of Bunia, appointed a mayor.", "M23", "holds"),
        ("The M23 declared control of Bunia.", "M23", "gained"),
        ("The M23 imposed its control over Bunia.", "M23", "gained"),
        ("The victory gave the M23 control over Bunia.", "M23", "gained"),
        # particles, and "re-" apart from its verb
        ("The M23 won back Bunia.", "M23", "gained"),
        ("The M23 swept into Bunia on Monday.", "M23", "contested"),
        ("The M23 say they have re-taken the town of Bunia.", "M23", "gained"),
        # leaving, by those who fight
        ("Congolese troops have left the town of Bunia in retreat.", _ARMY, "lost"),
        # flags
        ("The M23's flag was raised over Bunia.", "M23", "gained"),
        ("The M23 flag now flies over Bunia.", "M23", "holds"),
        # rings
        ("Bunia is surrounded on three sides by the M23.", "M23", "besieges"),
        ("The M23 has cut off Bunia.", "M23", "besieges"),
        # participles and clauses beside the place, and not beside what was done there
        ("Aircraft bombed Bunia, held by the M23 since May.", "M23", "holds"),
        ("Aircraft bombed Bunia, a town the M23 captured in May.", "M23", "gained"),
        ("Aircraft bombed Bunia, where the M23 took control in May.", "M23", "gained"),
        ("Aircraft bombed the M23's power base of Bunia.", "M23", "holds"),
        # headlines
        ("Bunia captured by M23", "M23", "gained"),
        ("M23 in control of Bunia", "M23", "holds"),
        ("M23 withdraws from Bunia", "M23", "lost"),
        # told as done under another verb
        ("The M23 was able to seize Bunia.", "M23", "gained"),
        ("The M23 is reported to have captured Bunia.", "M23", "gained"),
        ("The M23 pushed on northwards after capturing Bunia.", "M23", "gained"),
        # a lasting occupation is no gain
        ("The M23 has occupied Bunia for a year.", "M23", "holds"),
        # "it" is the place told last
        ("Thousands fled Bunia after the M23 captured it.", "M23", "gained"),
        # whose side unnamed forces are on, and whose troops a party means
        ("Forces allied with the M23 captured Bunia.", "M23", "gained"),
        ("The M23 announced they had captured Bunia.", "M23", "gained"),
        ("The Congolese army said Bunia had been liberated on Monday.", _ARMY, "gained"),
        # how governments' agencies tell it
        ("The Congolese army restored security and stability to Bunia.", _ARMY, "gained"),
        # over
        ("The M23 no longer controls Bunia.", "M23", "lost"),
        ("The Congolese army ended the M23's control of Bunia.", "M23", "lost"),
        # over and over
        ("Bunia has changed hands several times.", None, "contested"),
    ],
)
def test_a_family_of_words(read_text: Read, text: str, holder: str | None, change: str) -> None:
    end = " Fighting goes on in Congo." if text.endswith(".") else ""
    assert _told(read_text(text + end)) == {("Bunia", holder, change)}


@pytest.mark.parametrize(
    "text",
    [
        "The M23 is close to capturing Goma.",
        "Taking Goma would be a victory, allowing the M23 to tighten its control over Bukavu.",
        "Residents left Goma.",
        "The M23 withdrew to the oil field east of Goma.",
        "Men of the M23 were shot on charges of fleeing Goma.",
    ],
)
def test_not_come_about(read_text: Read, text: str) -> None:
    assert _told(read_text(text + " Fighting goes on in Congo.")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of a list, also what the gazetteer does not have
        ("The M23 holds Bunia, Butembo and Masisi.", {"Bunia", "Butembo", "Masisi"}),
        ("The M23 took control of Kalibwana Centre and Masoro.", {"Kalibwana Centre", "Masoro"}),
        # a village that the parser takes for a person, where armed men take it
        ("The M23 occupies Minova.", {"Minova"}),
        # the parser hangs "which" on the province
        ("Shells hit Goma, the capital of the North Kivu province, which was seized by the M23.", {"Goma"}),
        # "the city in the province" is the one told before
        ("Shells hit Goma. The M23 laid siege to the city in the province of North Kivu.", {"Goma"}),
        # unnamed ground is told by the place beside it
        ("The M23 seized two outposts near Bunia.", {"Bunia"}),
        ("The M23 captured dozens of outposts in North Kivu.", {"North Kivu"}),
    ],
)
def test_ground_of_the_family(read_text: Read, text: str, expected: set[str]) -> None:
    found = control(read_text(text + " Fighting goes on in Congo."))
    assert {c.place for c in found} == expected


def test_a_man_told_by_his_full_name_is_no_place(read_text: Read) -> None:
    reading = read_text("The M23 captured Kasereka on Monday. Jean Kasereka, 40, led a party in Congo.")
    assert _told(reading) == set()


def test_what_lies_near_a_town_is_not_the_town(read_text: Read) -> None:
    """Positions held beside a town do not make it theirs."""
    assert _told(read_text("The M23 holds two positions near Bunia. Fighting goes on in Congo.")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody is told to have freed it, and one alone gains in the report
        ("The Congolese army seized Bunia. The town of Butembo was liberated on Monday.",
         {("Bunia", _ARMY, "gained"), ("Butembo", _ARMY, "gained")}),
        # no report calls a great city a town
        ("Rebels seized the town of Bunia. Shells hit Kinshasa. The rebels then withdrew from the town.",
         {("Bunia", "rebels", "gained"), ("Bunia", "rebels", "lost")}),
        # whose "our forces" are
        ('"Our forces have fully liberated Bunia," a spokesman of the M23 said.', {("Bunia", "M23", "gained")}),
        # a part that begins a sentence
        ("Areas of Ituri under M23 control were bombed.", {("Ituri", "M23", "holds")}),
    ],
)  # fmt: skip
def test_who_and_where_by_the_rest_of_the_report(
    read_text: Read, text: str, expected: set[tuple[str | None, str | None, str]]
) -> None:
    assert _told(read_text(text + " Fighting goes on in Congo.")) == expected


def test_a_district_outside_a_city_is_not_the_city(read_text: Read) -> None:
    found = control(read_text("Shells hit Goma in Congo. Aircraft bombed the rebel-held district outside Goma."))
    assert all(c.part is not None for c in found if c.place == "Goma")
