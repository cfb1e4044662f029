"""Near copies in a ledger: what is found report by report is what is found of all at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from ledger.made import empty
from makers import DAY
from vedette.intake.copies import near_copies
from vedette.ledger import copies, records
from vedette.ledger.copies import find_copies
from vedette.ledger.schema import copy_keys, reports
from vedette.ledger.versions import supersede
from vedette.model.report import Report

TEXT = (
    "shells struck a market in the old town at noon and medics carried the wounded to a school that serves as a clinic "
    "while drones circled over the bridge and families left by the northern road with what they could carry in carts"
)
WORDS = TEXT.split()
quick = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def story(start: int, length: int, turn: int, day: int | None, outlet: str) -> Report:
    """Words from `start` on in an order of their own for each `turn`: stories of one turn overlap."""
    words = [WORDS[(turn * 7 + i * (2 * turn + 1)) % len(WORDS)] for i in range(start, start + length)]
    published = None if day is None else DAY + timedelta(days=day)
    return Report(title="", text=" ".join(words), outlet=outlet, published=published)


STORIES = st.lists(
    st.builds(
        story,
        st.sampled_from([0, 0, 2, 9]),
        st.sampled_from([3, 14, 34, 37]),
        st.integers(0, 2),
        st.sampled_from([None, 0, 1, 5, 40]),
        st.sampled_from(["A", "B", "C"]),
    ),
    max_size=8,
    unique_by=lambda r: r.id,
)


def put(engine: Engine, batch: list[Report]) -> None:
    with engine.begin() as db:
        records.add_reports(db, [(r, [], "made") for r in batch], "v")
        find_copies(db)


def kept(engine: Engine) -> tuple[dict[str, str], int]:
    with engine.connect() as db:
        found = db.execute(select(reports.c.id, reports.c.copy_of).where(reports.c.copy_of.is_not(None)))
        return {row.id: row.copy_of for row in found}, db.scalar(select(func.count()).select_from(copy_keys)) or 0


@quick
@given(STORIES, st.lists(st.integers(0, 7), max_size=3))
def test_batches_play_no_part(batch: list[Report], cuts: list[int]) -> None:
    whole, grown = empty(), empty()
    put(whole, batch)
    start = 0
    for end in (*sorted(cuts), len(batch)):
        put(grown, batch[start:end])
        start = max(start, end)
    assert kept(grown) == kept(whole)
    assert kept(whole)[0] == near_copies(batch)


@quick
@given(STORIES, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=5))
def test_a_replaced_version_is_no_copy_and_none_is_one_of_it(
    batch: list[Report], turns: list[tuple[int, int, bool]]
) -> None:
    grown, whole = empty(), empty()
    put(grown, batch)
    put(whole, [])
    with whole.begin() as db:
        records.add_reports(db, [(r, [], "made") for r in batch], "v")
    for old, new, at_once in turns:
        if batch and batch[old % len(batch)] is not batch[new % len(batch)]:
            for engine, then in ((grown, at_once), (whole, False)):
                with engine.begin() as db:
                    supersede(db, [batch[old % len(batch)].id], batch[new % len(batch)].id)
                    if then:
                        find_copies(db)
    for engine in (grown, whole):
        with engine.begin() as db:
            find_copies(db)
            assert find_copies(db) == {}
            counting = [r.report for r in records.list_reports(db, superseded=False)]
    assert kept(grown) == kept(whole)
    assert kept(whole)[0] == near_copies(counting)


def test_a_new_report_marks_for_linking_only_what_it_changes() -> None:
    """A story that turns out to be the first print is news for its copy, and for no other report."""
    engine = empty()
    copy, other = story(0, 30, 0, 1, "B"), story(0, 30, 1, 0, "B")
    put(engine, [copy, other])
    with engine.begin() as db:
        db.execute(reports.update().values(linked=1))
    put(engine, [story(0, 30, 0, 0, "A")])
    with engine.connect() as db:
        stale = db.scalars(select(reports.c.outlet).where(reports.c.linked.is_(None))).all()
    assert sorted(str(o) for o in stale) == ["A", "B"]
    assert len(kept(engine)[0]) == 1


def test_keys_of_another_version_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = empty()
    batch = [story(0, 30, 0, 0, "A"), story(0, 30, 0, 1, "B")]
    put(engine, batch)
    before = kept(engine)
    monkeypatch.setattr(copies, "SKETCH", "another")
    with engine.begin() as db:
        assert find_copies(db) == {}
    assert kept(engine) == before
