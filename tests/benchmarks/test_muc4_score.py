"""MUC-4's rules of scoring, one example each."""

from __future__ import annotations

import pytest
from benchmarks.muc4_score import (
    DATE,
    EFFECT,
    NUMBER,
    PLACE,
    TYPE,
    Fill,
    Template,
    key_fill,
    key_templates,
    points,
    recall_precision,
    score_document,
)


@pytest.mark.parametrize(
    ("slot", "key", "found", "worth"),
    [
        (TYPE, "BOMBING", Fill(("BOMBING",)), 1),
        (TYPE, "BOMBING", Fill(("ATTACK",)), 0.5),
        (TYPE, "BOMBING", Fill(("KIDNAPPING",)), 0),
        (DATE, "(02 FEB 90) / (- 04 FEB 90)", Fill(("02 FEB 90",)), 1),
        (DATE, "- 04 FEB 90", Fill(("03 FEB 90",)), 1),
        (DATE, "- 04 FEB 90", Fill(("04 FEB 90",)), 0.5),
        (DATE, "02 FEB 90 - 03 FEB 90", Fill(("05 FEB 90",)), 0),
        (PLACE, "NORLAND: EAST (DEPARTMENT): MARRAT (CITY)", Fill(("NORLAND: MARRAT",)), 1),
        (PLACE, "NORLAND: EAST (DEPARTMENT): MARRAT (CITY)", Fill(("NORLAND: EAST",)), 0.5),
        (PLACE, "(NORLAND: MARRAT (CITY)) / (NORLAND)", Fill(("NORLAND",)), 1),
        (NUMBER, '2: "FARMERS" / "TWO FARMERS"', Fill(("2",), ("THE TWO FARMERS",)), 1),
        (NUMBER, '2: "FARMERS"', Fill(("2",), ("TWO NURSES",)), 0.5),
        (NUMBER, '2: "FARMERS"', Fill(("3",), ("THREE FARMERS",)), 0),
        (NUMBER, '~100: "FARMERS"', Fill(("100",), ("100 FARMERS",)), 0.5),
        (NUMBER, 'PLURAL: "FARMERS"', Fill(("9",), ("NINE FARMERS",)), 0.5),
        (NUMBER, '1 / PLURAL: "GUARD"', Fill(("1",), ("A GUARD",)), 1),
        (EFFECT, 'DEATH: "FARMERS"', Fill(("INJURY",), ("FARMERS",)), 0),
    ],
)
def test_points(slot: str, key: str, found: Fill, worth: float) -> None:
    assert points(slot, key_fill(slot, key), found) == worth


def _template(kind: str, number: str, who: str, *, optional: bool = False) -> Template:
    return Template({TYPE: [Fill((kind,))], NUMBER: [Fill((number,), (who,))]}, (who,), optional)


def test_templates_are_mapped_by_what_they_share() -> None:
    keys = [_template("ATTACK", "1", "MAYOR"), _template("BOMBING", "4", "NURSES")]
    found = [_template("BOMBING", "4", "FOUR NURSES"), _template("KIDNAPPING", "1", "A TEACHER")]
    counts = score_document(keys, found)[NUMBER]
    assert (counts["points2"], counts["pos"], counts["act"]) == (2, 2, 2)
    assert recall_precision(counts) == (0.5, 0.5)


def test_what_is_optional_costs_nothing_when_missing() -> None:
    row = {
        "templates": [
            {"MESSAGE: TEMPLATE": ["1 (OPTIONAL)"], TYPE: ["ATTACK"], NUMBER: ['1: "MAYOR"']},
            {"MESSAGE: TEMPLATE": ["2"], TYPE: ["ATTACK"], NUMBER: ['? 1: "GUARD"', '2: "NURSES"', "-"]},
            {"MESSAGE: TEMPLATE": ["*"]},
        ]
    }
    keys = key_templates(row)
    assert len(keys) == 2
    assert score_document(keys, [])[NUMBER]["pos"] == 1
