"""The traps of the two first reports, with the hand-marked claims as input, settled as the design says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vedette.evaluation import Gold
from vedette.model.claim import Claim, Toll, from_json
from vedette.model.happening import Happening
from vedette.model.provenance import Provenance
from vedette.settlement import build

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="../shared/gold is not here")


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    gold = Gold.load(SEEDS)
    rows = []
    for row in gold.claims:
        start = gold.texts[row["report"]].find(row["quote"])
        rows.append(from_json({**row, "start": start, "end": start + len(row["quote"])}))
    return rows


@pytest.fixture(scope="module")
def happenings(claims: list[Claim]) -> list[Happening]:
    return build(claims, {c.report_id: Provenance(date(2016, 12, 10), c.report_id) for c in claims})


def toll(claims: list[Claim], effect: str, low: int, report: str) -> Toll:
    (found,) = (
        c for c in claims if isinstance(c, Toll) and (c.effect, c.low) == (effect, low) and c.report.endswith(report)
    )
    return found


def of(claim: Claim, happenings: list[Happening]) -> Happening:
    return next(h for h in happenings if claim.id in h.claims)


def test_one_origin_behind_two_outlets(happenings: list[Happening]) -> None:
    (entry,) = (
        h
        for h in happenings
        if h.type == "Non-state actor overtakes territory" and h.first == h.last == date(2016, 12, 10)
    )
    assert (entry.place, len(entry.claims)) == ("Palmyra", 2)
    assert entry.origins == ("Syrian Observatory for Human Rights",)


def test_two_thousand_against_three_thousand(claims: list[Claim], happenings: list[Happening]) -> None:
    fewer, more = toll(claims, "displaced", 2000, "000"), toll(claims, "displaced", 3000, "000")
    assert of(fewer, happenings) is of(more, happenings)
    (contradiction,) = of(fewer, happenings).contradictions
    assert set(contradiction.claims) == {fewer.id, more.id}


def test_nine_on_saturday_and_at_least_nine_since_friday(claims: list[Claim], happenings: list[Happening]) -> None:
    saturday, since = toll(claims, "killed", 9, "000"), toll(claims, "killed", 9, "003")
    assert of(saturday, happenings) is not of(since, happenings)
    settled = of(saturday, happenings).killed
    assert settled
    assert (settled.low, settled.high, settled.open) == (9, 9, False)
    total = of(since, happenings).killed
    assert total
    assert (total.low, total.open) == (9, True)


def test_running_totals_of_two_sorts_of_dead(claims: list[Claim], happenings: list[Happening]) -> None:
    ours, theirs = toll(claims, "killed", 129, "000"), toll(claims, "killed", 413, "000")
    for total, number in ((ours, 129), (theirs, 413)):
        happening = of(total, happenings)
        assert happening.running
        assert happening.killed
        assert (happening.killed.low, happening.killed.high) == (number, number)


def test_another_two_hundred_beside_three_hundred_already(claims: list[Claim], happenings: list[Happening]) -> None:
    more, already = toll(claims, "deployed", 200, "003"), toll(claims, "deployed", 300, "003")
    assert of(more, happenings) is not of(already, happenings)


def test_nothing_else_contradicts(happenings: list[Happening]) -> None:
    assert sum(len(h.contradictions) for h in happenings) == 1
