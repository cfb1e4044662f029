"""Who was harmed, parts and wholes, span, means, and what is told twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.extraction.tolls import tolls
from vedette.model.claim import Toll
from vedette.reading.reading import Reading

Read = Callable[..., Reading]


def one(read_text: Read, text: str, n: int = 0) -> Toll:
    return tolls(read_text(text))[n]


@pytest.mark.parametrize(
    ("people", "who", "group"),
    [
        ("four people", "unknown", None),
        ("four civilians", "civilian", None),
        ("four villagers", "civilian", None),
        ("four children", "civilian", "children"),
        ("four women", "civilian", "women"),
        ("four nurses", "civilian", "medics"),
        ("four journalists", "civilian", "journalists"),
        ("four aid workers", "civilian", "aid workers"),
        ("four members of one family", "civilian", None),
        ("four people, all civilians,", "civilian", None),
    ],
)
def test_who_was_harmed(read_text: Read, people: str, who: str, group: str | None) -> None:
    toll = one(read_text, f"The shelling killed {people} on Friday.")
    assert (toll.who, toll.group) == (who, group)


@pytest.mark.parametrize("people", ["four soldiers", "four militants", "four members of the Hezbollah militia"])
def test_combatants(read_text: Read, people: str) -> None:
    assert one(read_text, f"The shelling killed {people}.").who == "combatant"


def test_others_are_like_those_before(read_text: Read) -> None:
    text = "Rockets hit the bazaar, killing one civilian and injuring four others."
    assert [t.who for t in tolls(read_text(text))] == ["civilian", "civilian"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The strike killed 40 people including 12 children.", (12, 12)),
        ("The strike killed 40 people, among them 12 children.", (12, 12)),
        ("The strike killed 40 people, 12 of them children.", (12, 12)),
        ("Twelve children were among the 40 people killed in the strike.", (12, 12)),
        ("Among the dead were 12 children and a nurse.", (12, 12)),
        ("The strike killed 40 people. The dead included children.", (None, None)),
        ("The strike killed 40 people. Most of the dead were children.", (None, None)),
    ],
)
def test_parts_of_a_count(read_text: Read, text: str, part: tuple[int | None, int | None]) -> None:
    parts = [t for t in tolls(read_text(text)) if t.subset]
    assert (parts[0].low, parts[0].high) == part
    assert (parts[0].effect, parts[0].group) == ("killed", "children")


def test_uncounted_parts_are_one(read_text: Read) -> None:
    found = tolls(read_text("The raid killed 11 people, including women and children."))
    assert [(t.low, t.group, t.subset) for t in found] == [(11, None, False), (None, "women and children", True)]


def test_a_part_takes_its_wholes_doer_and_span(read_text: Read) -> None:
    text = "Since January, Turkish drones have killed 40 people, including 12 children."
    whole, part = tolls(read_text(text))
    assert (whole.span, part.span) == ("period", "period")
    assert whole.by == part.by


def test_counts_that_add_up_are_parts(read_text: Read) -> None:
    text = "Raids killed 35 people on Monday. In Dorna 30 people were killed. In Velm five people were killed."
    assert [(t.low, t.subset) for t in tolls(read_text(text))] == [(35, False), (30, True), (5, True)]


def test_parts_do_not_add_up_by_chance_of_other_dead(read_text: Read) -> None:
    text = "Raids killed 35 people on Monday. In Dorna 30 people were killed. In Velm six people were killed."
    assert not any(t.subset for t in tolls(read_text(text)))


def test_lines_break_a_total_down(read_text: Read) -> None:
    text = (
        "Since the start of the year 20 attacks hit the region. These attacks left nine people dead and over 30 others"
        " injured.\n\nJanuary: Three attacks left five people dead and 12 others injured.\n"
    )
    found = tolls(read_text(text))
    assert [(t.effect, t.low, t.subset, t.span) for t in found] == [
        ("killed", 9, False, "period"),
        ("wounded", 30, False, "period"),
        ("killed", 5, True, "period"),
        ("wounded", 12, True, "period"),
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("A car bomb killed nine people on Saturday.", "incident"),
        ("Air raids on several neighbourhoods killed nine people on Saturday.", "day"),
        ("Strikes in the past 24 hours killed nine people.", "day"),
        ("Nine people have been killed there since March.", "period"),
        ("More than 300,000 people have been killed since the war began.", "period"),
        ("The war has killed 300 people.", "period"),
        ("In the past two weeks 60 people were killed.", "period"),
    ],
)
def test_span(read_text: Read, text: str, span: str) -> None:
    assert one(read_text, text).span == span


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Nine people were killed in air strikes.", "air strike"),
        ("Nine people were killed when barrel bombs hit a school.", "air strike"),
        ("Mortar fire killed nine people.", "shelling"),
        ("A suicide bomber killed nine people.", "bomb"),
        ("A twin bombing killed nine people when a truck exploded.", "bomb"),
        ("Sarin gas killed nine people.", "chemical"),
        ("A sniper killed nine people.", "ground fire"),
        ("The group beheaded nine people.", "execution"),
        ("Nine people were killed.", None),
    ],
)
def test_means(read_text: Read, text: str, means: str | None) -> None:
    assert one(read_text, text).means == means


def test_what_did_a_wars_dead_is_open(read_text: Read) -> None:
    text = "Air strikes hit the port. More than 300,000 people have been killed since the war began."
    assert one(read_text, text).means is None


def test_headline_and_body_are_one(read_text: Read) -> None:
    reading = read_text("At least 30 guards were killed when two trucks exploded.", title="Twin blasts kill 30 guards")
    (toll,) = tolls(reading)
    assert (toll.low, toll.high, toll.means) == (30, None, "bomb")
    assert toll.start > len("Twin blasts kill 30 guards")


def test_a_headlines_dozens_are_the_bodys_count(read_text: Read) -> None:
    reading = read_text("Raids killed 31 people on Friday.", title="Raids kill dozens")
    assert [t.low for t in tolls(reading)] == [31]


def test_two_figures_are_two_claims(read_text: Read) -> None:
    text = "The blast killed 22 people on Friday, police said. The hospital said the blast killed 31 people."
    assert [t.low for t in tolls(read_text(text))] == [22, 31]


def test_the_same_small_number_elsewhere_is_another(read_text: Read) -> None:
    text = "A rocket killed one civilian in Aleppo. Another rocket killed one soldier in Damascus."
    assert [t.who for t in tolls(read_text(text))] == ["civilian", "combatant"]


def test_the_verb_tells_what_befell_a_part(read_text: Read) -> None:
    text = "Troops stormed the camp near Nubl in Syria, displaced hundreds of people and killed dozens of them."
    assert "killed" in {t.effect for t in tolls(read_text(text)) if "killed dozens" in t.quote}


def test_a_second_part_leaves_out_its_whole(read_text: Read) -> None:
    text = "At least 60 people were killed in Nubl in Syria. Eleven of the dead were women and 13 were children."
    parts = [(t.low, t.group) for t in tolls(read_text(text)) if t.subset]
    assert parts == [(11, "women"), (13, "children")]


def test_who_says_so_is_not_harmed(read_text: Read) -> None:
    text = "Militiamen fired on a bus in Nubl in Syria and killed four people, a village elder said."
    assert [t.low for t in tolls(read_text(text))] == [4]


def test_who_did_all_the_deeds_added_up(read_text: Read) -> None:
    text = (
        "The Turkish army has carried out 40 drone attacks on towns in northern Syria since January. "
        "These attacks left 90 civilians dead."
    )
    assert tolls(read_text(text))[-1].by == "Turkey"


def test_too_many_for_one_place_are_of_the_country(read_text: Read) -> None:
    text = "Rockets hit Nubl in Syria on Monday. Some 300,000 people may have died."
    assert tolls(read_text(text))[-1].place == "Syria"


def test_a_bare_number_who_fled_are_like_those_named_before_it(read_text: Read) -> None:
    text = "Aid groups asked that civilians be let out of Aleppo in Syria, from where tens of thousands have fled."
    assert one(read_text, text).who == "civilian"
