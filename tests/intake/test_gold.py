"""Against hand-marked claims, where they are beside the checkout: no marked sentence may be lost as furniture."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vedette.intake.rows import report_from_row
from vedette.model.report import DateBasis, Furniture

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared with marked reports")


def rows(name: str) -> list[dict[str, Any]]:
    lines = (SHARED / "gold" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@needs_shared
@pytest.mark.parametrize("folder", ["seeds", "dev"])
def test_no_marked_quote_lies_in_furniture(folder: str) -> None:
    reports = {row["id"]: report_from_row(row) for row in rows(f"{folder}/reports.jsonl")}
    lost = []
    for claim in rows(f"{folder}/claims.jsonl"):
        report, quote = reports[claim["report"]], claim["quote"]
        starts = [i for i in range(len(report.full)) if report.full.startswith(quote, i)]
        hidden = [s for s in report.furniture if s.kind is not Furniture.CAPTION]  # Captions are told apart, but read.
        covered = [any(s.start < i + len(quote) and i < s.end for s in hidden) for i in starts]
        if covered and all(covered):
            lost.append((claim["report"], quote))
    assert lost == []


@needs_shared
def test_the_seeds_dates_are_found() -> None:
    reports = [report_from_row(row) for row in rows("seeds/reports.jsonl")]
    assert [r.published for r in reports] == [date(2016, 12, 10)] * 2
    assert [r.published_basis for r in reports] == [DateBasis.CAPTION, DateBasis.BYLINE]
    assert [r.outlet for r in reports] == ["AFP", "VOA News"]
