"""How other wars are told: stocks and years, captives and who holds them, wishes, bodies of men, first losses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.model.claim import Toll
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def one(read_text: Read, text: str, effect: str) -> Toll:
    return next(t for t in tolls(read_text(text)) if t.effect == effect)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army suffered its first fatality near Gao on Friday.", ("killed", 1, 1)),
        ("The bomber killed himself in Quetta.", ("killed", 1, 1)),
        ("Police looked into the assassination in Bogota of a leader of the party.", ("killed", 1, 1)),
        ("The shelling led to the displacement of its residents.", ("displaced", None, None)),
        ("Several guards died and others remained critically wounded.", ("wounded", None, None)),
        ("The fire hurt two clerks and caused the injury of some others.", ("wounded", 2, 2)),
        ("About 60 U.N. observers have been stationed in Goma.", ("deployed", 60, 60)),
        ("Guerrillas holding 72 men at the embassy asked for a doctor.", ("abducted", 72, 72)),
        ("The mother of a judge held hostage in Bogota wrote to him.", ("abducted", 1, 1)),
        ("Another 80 marchers were treated for injuries in Ramallah.", ("wounded", 80, 80)),
        ("Some 25 marchers arrived at hospital with bullet wounds.", ("wounded", 25, 25)),
        ("The jets have killed 304 gunmen and left more than 170 wounded near Mosul.", ("wounded", 170, None)),
        ("His entire family was killed in Grozny.", ("killed", None, None)),
    ],
)
def test_ways_of_telling(read_text: Read, text: str, told: tuple[str, int | None, int | None]) -> None:
    toll = one(read_text, text, told[0])
    assert (toll.low, toll.high) == told[1:]


@pytest.mark.parametrize(
    "text",
    [
        "So far there is no news that the hostages have been released.",
        "The group demanded that 400 jailed members be freed at once.".replace("jailed ", ""),
        "Their main demand is the release of 400 comrades.",
        "A plane with a capacity of 201 passengers left Goma.",
        "He was one of the diplomats at the party in Lima.",
        "Kurdish and government forces are deployed around Tel Rifaat.",
        "Police said the men came to kidnap him.",
        "Most refugees are internally displaced.",
        "In acts of violence, including murders and bombings, shops were destroyed.",
    ],
)
def test_no_tolls(read_text: Read, text: str) -> None:
    assert tolls(read_text(text)) == []


@pytest.mark.parametrize(
    ("text", "effect", "span"),
    [
        ("Some 292 people were killed last year in acts of violence.", "killed", "period"),
        ("A bomb killed 12 people last year in Kandahar.", "killed", "incident"),
        ("The institute counted 270 civilians killed in Aleppo during April.", "killed", "period"),
        ("At least 40 people have been killed over the past three days.", "killed", "period"),
        ("Friday's bombing, the first this winter, killed three women.", "killed", "incident"),
        ("The group wants the freedom of some 450 jailed fighters.", "detained", "period"),
        ("Thousands of people are trapped in the city.", "trapped", "period"),
        ("Dozens of people were trapped under the rubble.", "trapped", "incident"),
        ("Shelling on the road between Homs and Hama on Monday killed two people.", "killed", "incident"),
    ],
)
def test_spans(read_text: Read, text: str, effect: str, span: str) -> None:
    assert one(read_text, text, effect).span == span


def test_captives_have_the_one_who_took_them(read_text: Read) -> None:
    text = "A rebel faction seized members of two agencies. The kidnapping of 12 aid workers in Goma was condemned."
    assert one(read_text, text, "abducted").by == "rebels"


def test_those_shut_in_have_the_besieger_of_whom_the_report_tells(read_text: Read) -> None:
    text = "Israel sealed off the strip on Friday. Foreign nurses were trapped in Gaza, a doctor said."
    assert one(read_text, text, "trapped").by == "Israel"


def test_captives_of_whom_each_is_a_civilian_are_civilians(read_text: Read) -> None:
    text = "The gunmen freed three of their hostages -- two woman journalists and a driver."
    assert one(read_text, text, "released").who == "civilian"


def test_a_toll_is_of_the_fighters_just_told_of(read_text: Read) -> None:
    text = "A blast killed 12 rebels near Atme. The toll has risen to 15."
    assert [t.who for t in tolls(read_text(text))] == ["combatant", "combatant"]


def test_hundreds_more_are_like_those_before(read_text: Read) -> None:
    text = "At least 135 civilians were killed and hundreds more injured in Idlib."
    assert [t.who for t in tolls(read_text(text))] == ["civilian", "civilian"]


def test_an_arrest_is_by_the_party_that_tells_of_it(read_text: Read) -> None:
    text = "The Turkish army said three suspects were arrested in Mardin. Troops were on patrol."
    assert one(read_text, text, "detained").by is not None


def test_deaths_of_a_while_have_the_means_of_nearly_all_that_is_told(read_text: Read) -> None:
    text = (
        "Since January 40 people were killed. An air strike hit Homs on Monday. Warplanes hit Hama on Tuesday. Another "
        "air raid hit Daraa on Wednesday."
    )
    assert one(read_text, text, "killed").means == "air strike"


def test_the_means_is_of_the_deed_itself(read_text: Read) -> None:
    text = "A farmer was shot dead by soldiers as he tried to flee during a raid on his home near Kirkuk."
    assert one(read_text, text, "killed").means == "ground fire"


def test_military_observers_are_no_combatants(read_text: Read) -> None:
    assert one(read_text, "Gunmen kidnapped four U.N. military observers near Goma.", "abducted").who == "unknown"


def test_parts_of_two_kinds_are_two(read_text: Read) -> None:
    text = "The raid killed 12 people including civilians and rebel fighters."
    assert [t.who for t in tolls(read_text(text)) if t.subset] == ["civilian", "combatant"]


def test_a_number_between_parts_the_dead_from_the_injured(read_text: Read) -> None:
    found = tolls(read_text("", title="2 Dead and 12 injured in attack on a church in Kano"))
    assert [(t.effect, t.low) for t in found] == [("killed", 2), ("wounded", 12)]
