"""However reports come in, and whatever was linked before: the same happenings, settlements and ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from ledger.made import empty, of_reports, put, report
from makers import DAY, event, toll
from vedette.ledger import records, sync
from vedette.ledger.schema import blocks, incidents, links, reports
from vedette.model.claim import Claim
from vedette.model.happening import Happening

pytestmark = pytest.mark.usefixtures("made_ledgers")

SLOTS = {
    "report": st.sampled_from([f"r{n}" for n in range(1, 6)]),
    "place": st.sampled_from(["Tarsus", "Adana", "east Tarsus", None]),
    "on": st.sampled_from([None, DAY, DAY - timedelta(days=1), date(2016, 11, 2)]),
    "start": st.integers(0, 900),
    "source": st.sampled_from([None, "the Watch", "the army"]),
}
TOLLS = st.builds(toll, low=st.sampled_from([3, 9]), span=st.sampled_from(["incident", "day", "period"]), **SLOTS)
EVENTS = st.builds(event, type=st.sampled_from(["Air/drone strike", "Armed clash"]), **SLOTS)
CLAIMS = st.lists(st.one_of(TOLLS, EVENTS), min_size=1, max_size=10)
quick = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def _never_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few reports are in these ledgers, so that one more is much; have it linked by itself all the same."""
    monkeypatch.setattr(sync, "_MUCH", 2.0)


def kept(engine: Engine) -> tuple[list[Happening], list[tuple[object, ...]]]:
    """Happenings, and what linking keeps to go on from."""
    with engine.connect() as db:
        order = (incidents.c.id, incidents.c.happening_id, incidents.c.type, incidents.c.claims)
        tables = [select(*order), select(blocks), select(links)]
        rows = [tuple(row) for query in tables for row in db.execute(query)]
        return records.list_happenings(db), sorted(rows, key=repr)


@quick
@given(CLAIMS, st.randoms(use_true_random=False), st.lists(st.integers(0, 9), max_size=3))
def test_order_and_batches_play_no_part(claims: list[Claim], chance: object, cuts: list[int]) -> None:
    whole, grown = empty(), empty()
    put(whole, claims)
    shuffled = list({c.id: c for c in claims}.values())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    ends = sorted({0, len(shuffled), *(c for c in cuts if c < len(shuffled))})
    for start, end in pairwise(ends):
        put(grown, shuffled[start:end])
    assert kept(grown) == kept(whole)


@quick
@given(CLAIMS, CLAIMS)
def test_claims_made_anew_leave_nothing_behind(before: list[Claim], after: list[Claim]) -> None:
    """As after a new version of extraction, which replaces the claims of the reports one by one."""
    grown, whole = empty(), empty()
    put(whole, after)
    put(grown, [*before, *(c for c in after if c.report not in {b.report for b in before})])
    own = {c.id: c for c in of_reports(after)}.values()
    with grown.begin() as db:
        for row in records.list_reports(db):
            mine = [c for c in own if c.report_id == row.report.id]
            records.replace_claims(db, row.report, mine, "version 2")
            sync.sync(db)
    assert kept(grown) == kept(whole)


def test_a_copy_found_later_settles_anew_what_it_tells() -> None:
    engine = empty()
    put(engine, [event("r1"), toll("r1", 4), event("r2"), toll("r2", 4)])
    alone = kept(engine)[0][0]
    with engine.begin() as db:
        records.set_copies(db, {report("r2").id: report("r1").id})
        assert db.scalars(select(reports.c.ref).where(reports.c.linked.is_(None))).all() == ["r2"]
        assert sync.sync(db)
        assert not sync.sync(db)
    assert replace(kept(engine)[0][0], figures=alone.figures, grade=alone.grade) == alone


def test_a_new_report_leaves_alone_what_it_does_not_touch() -> None:
    engine = empty()
    put(engine, [event("r1"), event("r2", place="Adana")])
    before = {h.place: h for h in kept(engine)[0]}
    put(engine, [event("r3")])
    after = {h.place: h for h in kept(engine)[0]}
    assert after["Adana"] == before["Adana"]
    assert len(after["Tarsus"].claims) == 2
    assert after["Tarsus"].id == before["Tarsus"].id
