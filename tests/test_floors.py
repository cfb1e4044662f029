"""Accuracy on the hand-marked reports never falls below the floors of floors.json. Floors only rise."""

from __future__ import annotations

import hashlib
import json
from functools import cache, reduce
from pathlib import Path
from typing import Any

import pytest

from vedette.evaluation.run import run

GOLD = Path(__file__).resolve().parents[1].parent / "shared" / "gold"
FLOORS: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
MEASURES = [(name, measure) for name, floors in FLOORS.items() for measure in floors if measure != "marked"]
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="../shared/gold is not here")


@cache
def scores(name: str) -> dict[str, Any]:
    return run(GOLD / name).to_json()


@pytest.mark.parametrize(("name", "measure"), MEASURES)
def test_measure_stays_above_its_floor(name: str, measure: str) -> None:
    value = reduce(lambda part, key: part[key], measure.split("."), scores(name))
    assert value >= FLOORS[name][measure], f"{measure} on {name} fell to {value}"


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_every_quote_is_in_its_report(name: str) -> None:
    assert scores(name)["quotes_not_in_the_report"] == 0


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floors_were_set_for_these_marks(name: str) -> None:
    """Other marks need other floors: when this fails, measure again, and write the new digest beside the floors."""
    digest = hashlib.sha256((GOLD / name / "claims.jsonl").read_bytes()).hexdigest()[:16]
    assert digest == FLOORS[name]["marked"]
