"""Claims that analysts add: they count at once, outlive new readings, travel, and can be taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from ledger.made import empty, put, record_of, report
from makers import event, toll
from vedette.errors import JudgementError
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.history import changes_since
from vedette.ledger.history.words import why_words
from vedette.ledger.judgements import all_judgements, decide, states, undo
from vedette.ledger.judgements.add import LEFT_OPEN, add, added_claim, compose, find_words, words_at
from vedette.ledger.judgements.files import export_row, import_lines
from vedette.ledger.judgements.standing import IN_FORCE, UNREAD
from vedette.ledger.sync import sync
from vedette.model.claim import Claim, Control, Toll
from vedette.model.correction import ADDED
from vedette.model.judgement import Judgement, Verdict
from vedette.model.place import Place, PlaceKind

pytestmark = pytest.mark.usefixtures("made_ledgers")

STRIKE = event("r1", quote="the text", start=1)
TARSUS = Place(id="made:tarsus", name="Tarsus", kind=PlaceKind.TOWN, country="TR", lat=36.92, lon=34.89)
DAY = date(2016, 12, 10)
FOUND: dict[str, tuple[Any, str]] = {
    "low": (9, "the count"),
    "high": (9, "the count"),
    "from": (DAY, "told"),
    "to": (DAY, "told"),
    "place": ("Tarsus", "tied to it"),
    "location": (TARSUS, "one place"),
}


def dead(**given: str) -> Claim:
    """Nine killed, by the words "text of" of the report r1."""
    (span,) = find_words(report("r1"), "text of")
    return compose(report("r1"), "toll", span, {"effect": "killed", **given}, FOUND, None)


def added(engine: Engine, claim: Claim, author: str = "ann") -> Judgement:
    with engine.begin() as db:
        one = add(db, claim, author=author, reason="the reading missed it")
        sync(db)
    return one


@pytest.fixture
def engine() -> Engine:
    engine = empty()
    put(engine, [STRIKE])
    return engine


def test_it_has_what_was_typed_and_what_was_found_with_reasons() -> None:
    claim = dead(who="civilian", low="", by="")
    assert isinstance(claim, Toll)
    assert (claim.effect, claim.low, claim.high, claim.who) == ("killed", None, 9, "civilian")
    assert (claim.first, claim.place, claim.location) == (DAY, "Tarsus", TARSUS)
    assert claim.reasons["high"] == "the count"
    assert claim.reasons["by"] == claim.reasons["low"] == claim.reasons["source"] == LEFT_OPEN
    assert claim.quote == report("r1").full[claim.start : claim.end] == "text of"


def test_words_are_made_whole_and_found_over_line_breaks() -> None:
    assert words_at(report("r1"), 6, 10) == (5, 9)
    assert find_words(report("r1"), " the\n text ") == [(1, 9)]
    assert find_words(report("r1"), "no such words") == find_words(report("r1"), " ") == []


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        ("weather", {}, "there is no kind"),
        ("toll", {}, "say its effect"),
        ("control", {"holder": "rebels"}, "say its change"),
        ("toll", {"effect": "killed", "low": "10", "high": "9"}, "more than"),
        ("toll", {"effect": "killed", "from": "2016-12-12"}, "is after"),
        ("event", {"type": "Attack", "effect": "killed"}, "a event has|write NAME=VALUE"),
    ],
)
def test_what_makes_no_claim_is_refused(kind: str, given: dict[str, str], told: str) -> None:
    with pytest.raises(JudgementError, match=told):
        compose(report("r1"), kind, (5, 9), given, FOUND, None)


@pytest.mark.parametrize("span", [(-1, 4), (4, 4), (0, 999), (0, 1)])
def test_words_that_do_not_stand_there_are_refused(span: tuple[int, int]) -> None:
    with pytest.raises(JudgementError, match="no words"):
        words_at(report("r1"), *span)


def test_a_place_may_be_told_without_an_entry() -> None:
    claim = compose(report("r1"), "control", (5, 9), {"change": "holds"}, {}, ("Nowhere", None))
    assert isinstance(claim, Control)
    assert (claim.place, claim.location) == ("Nowhere", None)
    assert claim.reasons["location"] == "the gazetteer does not have it"
    assert claim.reasons["from"] == LEFT_OPEN


def test_it_counts_at_once_and_says_who_added_it(engine: Engine) -> None:
    one = added(engine, dead())
    (happening,), claims = record_of(engine)
    assert happening.figures["killed"].best == 9
    (mine,) = (c for c in claims if c.kind == "toll")
    assert mine.reasons[ADDED] == (f"judged by ann, {one.when:%Y-%m-%d}: the reading missed it ({one.id})")
    assert mine.id in happening.claims


def test_it_can_be_taken_back_and_given_back(engine: Engine) -> None:
    before = record_of(engine)
    moment = datetime(2000, 1, 1)
    one = added(engine, dead())
    after = record_of(engine)
    with engine.begin() as db:
        (back,) = undo(db, [one.id], author="bob", reason="a second look")
    assert record_of(engine) == before
    with engine.begin() as db:
        gone = [c for c in changes_since(db, moment) if c.kind == "claim"]
        assert [why_words(c.why) for c in gone] == [f"undo by bob: a second look ({back.id})"]
        undo(db, [back.id], author="ann", reason="it is there")
    assert record_of(engine) == after


def test_a_change_by_it_names_it_and_no_new_reading(engine: Engine) -> None:
    one = added(engine, dead())
    between = datetime.now(UTC).replace(tzinfo=None)
    with engine.begin() as db:
        undo(db, [one.id], author="ann", reason="no")
    record_of(engine)
    with engine.begin() as db:
        causes = {w["cause"] for c in changes_since(db, between) if c.kind == "event" for w in c.why}
    assert causes == {"judgement"}


def test_a_new_reading_leaves_it(engine: Engine) -> None:
    added(engine, dead())
    after = record_of(engine)
    with engine.begin() as db:
        records.replace_claims(db, report("r1"), [c for c in after[1] if c.kind == "event"], "version 2")
    assert record_of(engine) == after


def test_what_a_new_reading_makes_as_well_is_the_readings(engine: Engine) -> None:
    one = added(engine, dead())
    held = [c for c in record_of(engine)[1] if c.kind == "event"]
    with engine.begin() as db:
        records.replace_claims(db, report("r1"), [*held, dead()], "version 2")
    assert all(ADDED not in c.reasons for c in record_of(engine)[1])
    with engine.begin() as db:
        undo(db, [one.id], author="ann", reason="needless now")
    assert dead().id in {c.id for c in record_of(engine)[1]}
    with engine.begin() as db:
        records.replace_claims(db, report("r1"), held, "version 3")
    assert dead().id not in {c.id for c in record_of(engine)[1]}


def test_the_same_is_not_added_twice(engine: Engine) -> None:
    added(engine, dead())
    with pytest.raises(JudgementError, match="ann added this very claim"):
        added(engine, dead(), "bob")


def test_what_the_reading_makes_is_not_added(engine: Engine) -> None:
    put(engine, [toll("r1", 4, quote="text", start=5)])
    (mine,) = (c for c in record_of(engine)[1] if c.kind == "toll")
    with pytest.raises(JudgementError, match="the reading makes"):
        added(engine, mine)


def test_it_is_judged_as_any_and_what_was_judged_of_it_goes_with_it(engine: Engine) -> None:
    put(engine, [toll("r1", 4, quote="text of r1", start=5)])
    one = added(engine, dead())
    with engine.begin() as db:
        decide(
            db, Verdict.SLOT, [one.subjects[0]], author="ann", reason="ten", value={"slots": {"low": 10, "high": 10}}
        )
    assert {c.low for c in record_of(engine)[1] if isinstance(c, Toll)} == {4, 10}
    with engine.begin() as db:
        undo(db, [one.id], author="ann", reason="no")
    # What was said of the added claim is not put on the reading's claim beside it.
    assert {c.low for c in record_of(engine)[1] if isinstance(c, Toll)} == {4}


def test_it_travels_and_waits_for_its_report(engine: Engine) -> None:
    added(engine, dead())
    with engine.begin() as db:
        lines = [json.dumps(export_row(j)) for j in all_judgements(db)]
    other = empty()
    with other.begin() as db:
        assert import_lines(db, lines) == (1, 0)
        sync(db)
        (one,) = all_judgements(db)
        assert states(db, [one]) == {one.id: UNREAD}
    put(other, [STRIKE])
    assert record_of(other) == record_of(engine)
    with other.begin() as db:
        assert states(db, [one]) == {one.id: IN_FORCE}


def test_a_file_cannot_bring_another_claim_than_it_names(engine: Engine) -> None:
    one = added(engine, dead())
    row = export_row(one)
    row["value"]["claim"]["low"] = 900
    with engine.begin() as db, pytest.raises(JudgementError, match="adds another claim"):
        import_lines(db, [json.dumps(row)])
    del row["value"]["claim"]
    with engine.begin() as db, pytest.raises(JudgementError, match="adds no claim"):
        import_lines(db, [json.dumps(row)])


def test_words_that_its_report_does_not_have_are_not_taken(engine: Engine) -> None:
    claim = dead()
    lying = replace(claim, quote="other words")
    one = added(engine, lying)
    assert lying.id not in {c.id for c in record_of(engine)[1]}
    with engine.begin() as db:
        assert states(db, [one]) == {one.id: UNREAD}


def test_the_claim_of_a_judgement_is_the_one_that_was_composed(engine: Engine) -> None:
    assert added_claim(added(engine, dead())) == dead()


def test_it_is_found_by_its_words(engine: Engine) -> None:
    added(engine, dead())
    with engine.begin() as db:
        assert [c.kind for c in records.list_claims(db, Filter(kind="toll"))] == ["toll"]
