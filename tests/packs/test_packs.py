"""Wars beside Syria's: reports of our own writing with their marked claims, one folder a war.

Ukraine and Sudan have packs of their own; the others are read by the world's knowledge alone. The floors of
floors.json stand a little under what is reached: key F1, the measure by which a claim counts as found. The reports
are few and short, so one claim weighs some hundredths; what they guard is that a war without rules of its own is read.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from vedette.evaluation.gold import Gold
from vedette.evaluation.run import run
from vedette.evaluation.scores import Scores
from vedette.intake.rows import report_from_row
from vedette.knowledge.pack import WORLD, Knowledge
from vedette.reading.focus import find_packs
from vedette.reading.language import language
from vedette.reading.read import read

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@cache
def scores(war: str) -> Scores:
    return run(HERE / war).scores


@pytest.mark.parametrize(("war", "kind"), [(war, kind) for war, floors in FLOORS.items() for kind in floors])
def test_claims_of_other_wars_are_found(war: str, kind: str) -> None:
    assert scores(war)[kind]["key"]["f1"] >= FLOORS[war][kind]


@pytest.mark.parametrize("war", FLOORS)
def test_quotes_are_of_the_report(war: str) -> None:
    assert scores(war)["quotes_not_in_the_report"] == 0
    gold = Gold.load(HERE / war)
    assert all(claim["quote"] in gold.texts[claim["report"]] for claim in gold.claims)


@pytest.mark.parametrize(("war", "pack"), [("ukraine", "ukraine"), ("sudan", "sudan"), ("zaire", None)])
def test_a_pack_applies_to_the_reports_of_its_war(war: str, pack: str | None, knowledge: Knowledge) -> None:
    reports = [report_from_row(row, knowledge) for row in Gold.load(HERE / war).reports]
    for reading in read(reports, language(), knowledge):
        assert find_packs(reading) == ((WORLD, pack) if pack else (WORLD,))
