"""Contradictions as an analyst reads them: one line an event and question, the sharpest first."""

from __future__ import annotations

from sqlalchemy import Engine

from ledger.made import empty, put
from makers import event, toll
from vedette.ledger.disputes import Dispute, list_contradictions, list_disputes
from vedette.ledger.filters import Filter
from vedette.model.claim import Claim


def disputes(engine: Engine) -> list[Dispute]:
    with engine.connect() as db:
        return list_disputes(db, Filter())


def dead(number: int, source: str, **slots: object) -> Claim:
    return toll("r1", number, source=source, quote=f"{number} were killed in Adana, {source} said", **slots)


def test_three_tolls_of_one_event_are_one_line_with_the_sharpest_pair() -> None:
    engine = empty()
    put(engine, [event("r1"), dead(10, "the Watch"), dead(15, "state agency"), dead(40, "a local council")])
    with engine.connect() as db:
        assert len(list_contradictions(db, Filter())) == 3
    (one,) = disputes(engine)
    assert one.sides == ("the Watch: 10", "a local council: 40")
    assert (one.times, len(one.others), one.open) == (4.0, 2, True)


def test_each_effect_is_a_question_and_the_one_furthest_apart_comes_first() -> None:
    engine = empty()
    hurt = [dead(n, source, effect="wounded") for n, source in ((10, "the Watch"), (11, "state agency"))]
    put(engine, [event("r1"), dead(10, "the Watch"), dead(20, "state agency"), *hurt])
    assert [d.sharpest.about for d in disputes(engine)] == ["how many were killed", "how many were wounded"]


def test_what_is_no_number_is_told_whole_and_last() -> None:
    engine = empty()
    put(engine, [event("r1", source="the Watch"), event("r1", status="denied", source="the army", quote="no strike")])
    (one,) = disputes(engine)
    assert one.times is None
    assert one.sides == ("the army denies what the Watch says happened",)
