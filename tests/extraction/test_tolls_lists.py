"""Lists of people: members with their own words, names and parts between them; wholes told beside their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, int | None, bool]]:
    """Effect, least and whether a part, toll by toll."""
    return [(t.effect, t.low, t.subset) for t in tolls(reading)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # what hangs on a member, and where he is from, does not end the list
        ("The hostages include two engineers from Norway and Spain, three nurses and a driver.", [2, 3, 1]),
        # nor does the short name of those he works for
        ("The captives are four staff of the World Food Programme (WFP) and two reporters.", [4, 2]),
        # the parts of a member are parts too
        ("The captives are four medics, including a Kenyan, and six drivers.", [4, 1, 6]),
        # captives told by what was done to them
        ("Among those held by the rebels are two ministers, a bishop and 11 students.", [2, 1, 11]),
        # more than a word between the dead and who they were
        ("Among the dead from the blast in Herat were a judge and two clerks.", [1, 2]),
        # ages told with them
        ("Among the dead were a boy about ten months old and two women.", [1, 2]),
    ],
)
def test_members_of_a_list(read_text: Read, text: str, parts: list[int]) -> None:
    assert [low for _, low, _ in told(read_text(text)) if low] == parts


def test_a_name_told_after_an_office_is_no_other_person(read_text: Read) -> None:
    text = (
        "The raid killed a commander of the brigade, Karim Othman, a deputy of the party, Salim Hadi, and two guards."
    )
    assert told(read_text(text)) == [("killed", 1, False), ("killed", 1, False), ("killed", 2, False)]


def test_the_whole_told_with_its_part_is_a_toll_too(read_text: Read) -> None:
    assert told(read_text("The militia did 12 of the 40 murders of that year in Kivu.")) == [
        ("killed", 12, True),
        ("killed", 40, False),
    ]


def test_a_dash_opens_the_parts_that_make_up_a_count(read_text: Read) -> None:
    text = "The shell killed five civilians in Huambo - a woman and four of her pupils - and wounded another man."
    assert told(read_text(text)) == [
        ("killed", 5, False),
        ("killed", 1, True),
        ("killed", 4, True),
        ("wounded", 1, False),
    ]


def test_a_headline_of_several_places_is_the_whole_of_its_day(read_text: Read) -> None:
    text = "Rockets on Homs killed four people. Rockets on Hama killed three people."
    found = tolls(read_text(text, title="Seven killed in rocket attacks on Homs and Hama"))
    assert [(t.low, t.subset, t.span) for t in found] == [
        (7, False, "day"),
        (4, True, "incident"),
        (3, True, "incident"),
    ]


def test_parts_in_one_town_make_up_no_count_of_another(read_text: Read) -> None:
    text = (
        "In Homs 10 people were killed on Monday. In Aleppo eight people were killed. In Hama two people were killed."
    )
    assert not any(t.subset for t in tolls(read_text(text)))


def test_one_of_them_who_does_something_else_is_no_part(read_text: Read) -> None:
    text = "Soldiers wounded two men at a roadblock near Nablus after one of them tried to flee."
    assert told(read_text(text)) == [("wounded", 2, False)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A patrol fired, killing a number of fighters and injuring others.", "combatant"),
        ("Police jailed hundreds of militants after bombs killed 59 in Netanya.", "unknown"),
    ],
)
def test_others_are_like_those_of_the_same_deed(read_text: Read, text: str, who: str) -> None:
    assert tolls(read_text(text))[-1].who == who


def test_the_wounded_told_of_again_are_no_others(read_text: Read) -> None:
    text = "A mine in Kharga wounded two people. The two wounded people were taken to a clinic in Marib."
    assert told(read_text(text)) == [("wounded", 2, False)]


def test_kin_share_a_name_and_are_two(read_text: Read) -> None:
    text = "Karim Yusuf Hadi was seriously wounded near Taiz, and Salim Yusuf Hadi was seriously wounded as well."
    assert [t.low for t in tolls(read_text(text))] == [1, 1]


def test_the_name_of_one_told_of_before(read_text: Read) -> None:
    text = "A civilian was killed in Taiz on Monday. Karim Othman, aged 40, was killed in Taiz on Monday by a shell."
    assert told(read_text(text)) == [("killed", 1, False)]


def test_a_web_page_without_a_title_has_its_headline_in_the_first_line(read_text: Read) -> None:
    text = "Soldiers kill one farmer, injure several others\n\nA raid on Velm killed at least one farmer."
    assert [(t.effect, t.low, t.high) for t in tolls(read_text(text))] == [("killed", 1, None), ("wounded", 3, None)]


@pytest.mark.parametrize(
    "text",
    [
        # the dead of weeks before are not those of whom the report goes on to tell
        "A blast killed 23 people in Orvam. It came two weeks after 350 people were killed in the capital. "
        "Among the dead were a judge and two pupils.",
        "A blast killed 23 people in Orvam. It came two weeks after 350 people were killed in the capital. "
        "A judge and two pupils were among the dead.",
        # nor are those who are too few to hold them
        "A blast killed 23 people in Orvam. Troops killed two of the gunmen. "
        "Included in the dead were a judge and two pupils.",
    ],
)
def test_parts_are_of_the_count_that_can_hold_them(read_text: Read, text: str) -> None:
    reasons = [t.reasons["subset"] for t in tolls(read_text(text)) if t.subset]
    assert reasons.count("part of 23") >= 2
    assert "part of 350" not in reasons
