"""Totals that are added to nothing: each told once for each origin."""

from __future__ import annotations

from datetime import date

from makers import event, toll
from vedette.ledger.records import ReportRecord
from vedette.model.claim import Claim, Toll
from vedette.model.happening import Happening
from vedette.model.report import DateBasis, Report
from vedette.products.situation.figures import running_totals


def record(ref: str, copy_of: str | None = None) -> ReportRecord:
    report = Report(
        title="", text="About 900 were killed since May.", ref=ref, outlet=f"{ref} Post", published=date(2016, 12, 10),
        published_basis=DateBasis.METADATA,
    )  # fmt: skip
    return ReportRecord(report, f"{ref}.txt", copy_of, "x")


def lines(tolls: list[Toll], known: dict[str, ReportRecord]) -> list[tuple[str, str | None, int]]:
    claims: dict[str, Claim] = {c.id: c for c in tolls}
    whole = Happening(
        id="e-1", type="toll", place=None, location=None, first=None, last=None, claims=tuple(claims), origins=(),
        running=True,
    )  # fmt: skip
    return [(r.evidence.report, r.evidence.source, r.told) for r in running_totals([whole], claims, known)]


def total(report: str, source: str | None) -> Toll:
    return toll(report, 900, span="cumulative", source=source, quote="About 900 were killed")


def test_what_one_origin_says_is_one_line_however_many_outlets_pass_it_on() -> None:
    known = {ref: record(ref) for ref in ("a", "b", "c")}
    told = lines([total("a", "SOHR"), total("b", "SOHR"), total("c", "SNHR")], known)
    assert sorted((source, n) for _, source, n in told) == [("SNHR", 1), ("SOHR", 2)]


def test_a_near_copy_has_no_total_of_its_own_and_another_outlet_has() -> None:
    known = {"a": record("a", copy_of="b"), "b": record("b"), "c": record("c")}
    told = lines([total("a", None), total("b", None), total("c", None)], known)
    assert sorted(told) == [("b", None, 2), ("c", None, 1)]


def test_the_same_number_of_a_long_war_told_again_is_one_line_with_its_latest_day() -> None:
    known = {ref: record(ref) for ref in ("a", "b")}
    claims: dict[str, Claim] = {}
    for ref, last in (("a", date(2016, 12, 1)), ("b", date(2016, 12, 9))):
        c = toll(ref, 900, span="period", source="SOHR", first=date(2014, 5, 1), last=last)
        claims[c.id] = c
    war = Happening(
        id="e-1", type="Attack", place=None, location=None, first=None, last=None, claims=tuple(claims), origins=(),
        running=True,
    )  # fmt: skip
    (line,) = running_totals([war], claims, known)
    assert (line.told, line.days) == (2, "1 May 2014 to 9 December 2016")


def test_the_total_of_a_course_leads_to_its_event() -> None:
    known = {"a": record("a")}
    cost, act = total("a", None), event("a")
    course = Happening(
        id="e-2", type=act.type, place=None, location=None, first=None, last=None, claims=(act.id, cost.id), origins=(),
        running=True,
    )  # fmt: skip
    (line,) = running_totals([course], {c.id: c for c in (act, cost)}, known)
    assert line.event == "e-2"
