"""Near copies."""

from __future__ import annotations

import random

from vedette.intake.copies import CopyIndex, near_copies
from vedette.intake.rows import report_from_row
from vedette.model.report import Report

WIRE = (
    "Nine people were killed on Monday when shells struck a market in the town of Marrat, medics said. Another 20 "
    "people were wounded in the attack, the health office of the town said in a statement. The shells were fired from "
    "the hills to the north, where government forces have had guns since the spring of last year. A teacher who lives "
    "near the market said that he had heard three blasts within a minute and had seen two cars on fire. The ministry "
    "of defence did not answer calls for comment. Marrat has been under siege for seven months and no convoy with aid "
    "has reached it since October, the aid agency Bread and Roof said, which feeds some 4,000 families there."
)
OTHER = (
    "A car bomb went off outside a police station in Sarun before dawn on Monday and killed four officers, the "
    "interior ministry said. No group said that it was behind the attack. Police closed the roads into the town for "
    "six hours and searched houses near the bus station. The governor visited the wounded in hospital and promised "
    "that those who had sent the car would be found and punished. It was the third such bomb in the province this year."
)


def make(text: str, published: str | None = "2016-12-12", outlet: str = "Harbour Wire") -> Report:
    return report_from_row({"text": text, "outlet": outlet, "published": published})


def test_a_wire_copy_with_small_changes_is_found() -> None:
    first = make(WIRE)
    edited = make(
        WIRE.replace("seven months", "more than half a year").replace("Nine", "At least nine"), "2016-12-13", "B"
    )
    assert near_copies([edited, first]) == {edited.id: first.id}


def test_the_first_half_of_a_wires_story_is_a_copy() -> None:
    first, cut = make(WIRE), make(WIRE[: len(WIRE) // 2], "2016-12-13", "B")
    assert near_copies([first, cut]) == {cut.id: first.id}


def test_other_stories_and_empty_ones_are_none() -> None:
    assert near_copies([make(WIRE), make(OTHER), make("Nine dead."), make("Nine killed.")]) == {}


def test_boilerplate_months_apart_makes_no_copies() -> None:
    closing = WIRE.split("said. ", 1)[1]
    may = make(
        f"Two boys were shot dead near the well of Tel Amra on Friday night, their uncle told us. {closing}",
        "2016-05-07",
    )
    june = make(
        f"A mine killed a shepherd and ten of his sheep in the fields east of Qasr on Sunday. {closing}",
        "2016-06-20",
        "B",
    )
    same = make(
        f"A mine killed a shepherd and ten of his sheep in the fields east of Qasr on Sunday. {closing}",
        "2016-11-20",
        "C",
    )
    found = near_copies([may, june, same])
    assert found.get(same.id) == june.id


def test_the_order_of_arrival_does_not_matter() -> None:
    told = (("Nine", "2016-12-12"), ("Ten", "2016-12-13"), ("Some nine", None), ("Eleven", "2016-12-11"))
    reports = [make(WIRE.replace("Nine", word), day, word) for word, day in told]
    reports.append(make(OTHER))
    expected = near_copies(reports)
    assert set(expected.values()) == {reports[3].id}
    for seed in range(5):
        random.Random(seed).shuffle(reports)
        assert near_copies(reports) == expected


def test_the_index_tells_what_it_knows_so_far() -> None:
    index = CopyIndex()
    late, early = make(WIRE, "2016-12-13", "B"), make(WIRE)
    assert index.add(late) is None
    assert index.add(early) is None
    assert index.add(late) == early.id
    assert index.copies() == {late.id: early.id}
