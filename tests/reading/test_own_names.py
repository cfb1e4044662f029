"""Groups that no list knows, by the report's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def named(reading: Reading) -> list[tuple[str, str]]:
    return [(reading.doc[m.start : m.end].text, m.name) for m in reading.actors]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        # the short form in brackets, later alone and with the word for its forces
        ("The Unity Front of Benisha (UFB) attacked at dawn. UFB soldiers then fled.",
         "UFB soldiers", "Unity Front of Benisha"),
        ("Men of the Rwandan Patriotic Army (RPA) came. The RPA denied it.", "RPA", "Rwandan Patriotic Army"),
        # a body too
        ("The National Rights Commission (NRC) condemned it. NRC men spoke.", "NRC", "National Rights Commission"),
        # a full name by how it ends
        ("The Northern Alliance took the pass.", "Northern Alliance", "Northern Alliance"),
        ("The Oromia Liberation Front took the pass.", "Oromia Liberation Front", "Oromia Liberation Front"),
        # by how it begins, or as a unit that is no army's
        ("Men of Liwa al-Benish took the pass.", "Liwa al-Benish", "Liwa al-Benish"),
        ("Jaish al-Benish militants took the pass.", "Jaish al-Benish militants", "Jaish al-Benish"),
        ("The Army of the Dawn took the pass.", "Army of the Dawn", "Army of the Dawn"),
        ("Nine men of the al-Benish Brigade fell.", "al-Benish Brigade", "al-Benish Brigade"),
        # another spelling of a known one
        ("The Free Syria Army (FSA) took a pass in Syria.", "Free Syria Army", "rebels"),
        # whose forces are told by a name
        ("Putin's forces crossed the river.", "Putin's forces", "Russia"),
        ("ISISs fighters fled Raqqa.", "ISISs fighters", "Islamic State"),
        # who sides with a group is not the group
        ("Pro-Houthi fighters shelled Taiz.", "Pro-Houthi fighters", "Pro-Houthi fighters"),
    ],
)  # fmt: skip
def test_a_name_of_the_reports_own_is_an_actor(read_text: Read, text: str, mention: str, name: str) -> None:
    assert (mention, name) in named(read_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Eastern Front was quiet.",  # a front of the war
        "The Third Infantry Brigade was quiet.",  # an army's
        "Anti-Taliban villagers fled.",
        "A monitoring group counted nine dead.",
    ],
)
def test_other_words_are_none(read_text: Read, text: str) -> None:
    assert [m for m in read_text(text).actors if m.kind == "armed"] == []


def test_a_minister_told_after_anothers_official_is_a_colleague(read_text: Read) -> None:
    told = "Russian Prime Minister Pavel Orlov was told."
    text = f"{told} Deputy Foreign Minister Igor Belov condemned the raid in Tajikistan."
    assert ("Minister Igor Belov", "Russia") in named(read_text(text))
