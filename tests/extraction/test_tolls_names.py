"""Lists of names, each a count of one; and counts of no people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def _told(reading: Reading) -> list[tuple[str, str]]:
    return [(t.effect, t.words.split()[-1]) for t in tolls(reading)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Gunmen killed the mayor Juan Perez, the nun Maria Diaz and a driver, Luis Soto.",
            ["Perez", "Diaz", "driver"],
        ),
        ("Maria Diaz, 42; Pilar Diaz, 19; and a policeman were killed.", ["Diaz", "Diaz", "policeman"]),
        ("Gunmen killed Juan Perez, leader of a party, and senator Luis Soto in Bogota.", ["Perez", "Soto"]),
        ("The reporter Juan Perez and Luis Soto were shot dead by troops.", ["Perez", "Soto"]),
        # nobody of these is on a list
        ("Gunmen killed the mayor Juan Perez, and Maria Diaz said the police did nothing.", ["Perez"]),
        ("Juan Perez, leader of the party and brother of Luis Perez, was killed.", ["Perez"]),
    ],
)
def test_each_name_of_a_list_is_one(read_text: Read, text: str, names: list[str]) -> None:
    assert _told(read_text(text)) == [("killed", name) for name in names]


def test_names_of_as_many_as_counted_before_are_these(read_text: Read) -> None:
    text = "Three boys were hurt in a blast. Ali Selo, Omar Selo and Khaled Selo were injured on Friday."
    assert [t.low for t in tolls(read_text(text))] == [3]


def test_what_stands_with_a_name_tells_who_it_is(read_text: Read) -> None:
    claims = tolls(read_text("The reporter Juan Perez and lieutenant Luis Soto were killed."))
    assert [(t.who, t.group) for t in claims] == [("civilian", "journalists"), ("combatant", None)]


def test_a_named_man_is_found_or_shot_dead(read_text: Read) -> None:
    assert _told(read_text("Oquelan was found dead on Monday.")) == [("killed", "Oquelan")]
    assert _told(read_text("They met Luis Soto, who was killed in Bogota.")) == [("killed", "Soto")]


def test_the_murder_of_a_named_man_is_a_fact_whatever_becomes_of_it(read_text: Read) -> None:
    assert _told(read_text("The murder of Luis Soto must not go unpunished.")) == [("killed", "Soto")]
    assert _told(read_text("He ordered the murder of Luis Soto.")) == []
    assert _told(read_text("The murder of the judge did not happen.")) == []
    assert _told(read_text("The assassination of Luis Soto would cause unrest.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Doctors found three bullet wounds.",
        "Rebels attacked shops, two of which were destroyed overnight.",
        "This is the communique no. 12 released by the ministry.",
        "It was one of several mass killings in the region.",
        "Agencies caution against further displacement of civilians.",
    ],
)
def test_counts_of_no_people(read_text: Read, text: str) -> None:
    assert tolls(read_text(text)) == []


def test_who_only_tells_of_it_is_not_harmed(read_text: Read) -> None:
    text = "Jets bombed the village and killed ten civilians, villagers and media outlets said on Tuesday."
    assert [t.low for t in tolls(read_text(text))] == [10]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some of the soldiers were killed in the ambush.", [("killed", None)]),
        ('"We buried 10 people here," a man said.', [("killed", 10)]),
        ("The strikes caused 30 cases of suffocation among civilians.", [("wounded", 30)]),
        ("More than 140 rebels demobilized under the deal.", [("surrendered", 140)]),
        ("One man was killed and another badly injured in the blast.", [("killed", 1), ("wounded", 1)]),
        ("The rebels shot 16 farmers in the village.", [("casualties", 16)]),
        ("Soldiers shot two men and killed them.", [("killed", 2)]),
        ("The raid injured seven people including a soldier who later died.", [("wounded", 7), ("killed", 1)]),
    ],
)
def test_further_ways_of_telling(read_text: Read, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(t.effect, t.low) for t in tolls(read_text(text))] == expected


def test_members_of_a_family_are_civilians(read_text: Read) -> None:
    assert [t.who for t in tolls(read_text("Five of his family members died in the attack."))] == ["civilian"]


@pytest.mark.parametrize(
    "text",
    [
        "The war between the gangs has already claimed more than 120 deaths.",
        "The army suffered 443 casualties during the same period.",
        "Almost 100 activists have died in recent years.",
    ],
)
def test_a_longer_while_without_dates_is_a_period(read_text: Read, text: str) -> None:
    assert [t.span for t in tolls(read_text(text))] == ["period"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eight civilian and five military deaths were confirmed.", [8, 5]),
        ("Two soldiers were killed, three policemen and four civilians.", [2, 3, 4]),
        ("Two of the six attackers were killed in the lobby.", [2]),
        ("Blast at market kills 12 wounds 40", [12, 40]),
        ("No patients or staff had been injured, it said.", []),
    ],
)
def test_what_is_left_out_and_what_is_not_harmed(read_text: Read, text: str, expected: list[int]) -> None:
    assert [t.low for t in tolls(read_text(text))] == expected
    assert not any(t.subset for t in tolls(read_text(text)))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("At least 191 people have died since the battles began last Sunday.", "period"),
        ("US-led raids in the area have killed hundreds of civilians.", "period"),
        ("A car bomb hit a hotel. So far the death toll is 15.", "incident"),
        ("The war goes on. So far the war has killed 15.", "period"),
    ],
)
def test_counts_up_to_now(read_text: Read, text: str, span: str) -> None:
    assert [t.span for t in tolls(read_text(text))] == [span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 10 junta casualties were counted by villagers.", [("casualties", 10, "combatant")]),
        ("The army liberated 12 villages and 30 women.", [("released", 30, "civilian")]),
        (
            "There were 15 dead in Bunia and 23 among the miners.",
            [("killed", 15, "unknown"), ("killed", 23, "unknown")],
        ),
        ("Some of the minors were moved out of the prison.", []),
        (
            "A mechanic was killed and his son was hurt in Lviv. A bomb hit the car in Odesa, injuring his son.",
            [("killed", 1, "civilian"), ("wounded", 1, "unknown")],
        ),
    ],
)
def test_whose_casualties_and_who_is_told_again(
    read_text: Read, text: str, expected: list[tuple[str, int, str]]
) -> None:
    assert [(t.effect, t.low, t.who) for t in tolls(read_text(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five men shot to death a watchman in Bogota.", [("killed", 1)]),
        ("After the assassination of a judge, the government ordered an offensive.", [("killed", 1)]),
        ("He called for the assassination of a judge.", []),
        ("Three policemen were inside the post but managed to escape.", []),
        ("Three policemen escaped injury.", []),
        ("More than 300 people escaped the town.", [("displaced", 300)]),
    ],
)
def test_who_came_to_harm(read_text: Read, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(t.effect, t.low) for t in tolls(read_text(text))] == expected
