"""What changed since a moment, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from ledger.made import empty, of_reports, put, record_of, report
from makers import event, toll
from vedette.ledger import records
from vedette.ledger.history import Change, changes_since
from vedette.ledger.history.changes import tombstone
from vedette.ledger.history.words import change_row, fields_words, what_words, why_words
from vedette.ledger.judgements import decide, undo
from vedette.ledger.sync import sync
from vedette.model.judgement import Verdict

pytestmark = pytest.mark.usefixtures("made_ledgers")

STRIKE = event("r1", quote="jets struck a depot")
DEAD = toll("r1", 4, quote="four died when jets struck a depot", source="medics")
MORE = toll("r2", 9, quote="nine died when jets struck a depot in Tarsus", source="the Watch")
BUS = event("r3", "Arrests", quote="police held six men in Adana", place="Adana", start=300)


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


@pytest.fixture
def engine() -> Engine:
    engine = empty()
    put(engine, [STRIKE, DEAD])
    return engine


def since(engine: Engine, moment: datetime, kind: str = "event") -> list[Change]:
    record_of(engine)
    with engine.begin() as db:
        return [c for c in changes_since(db, moment) if c.kind == kind]


def test_everything_is_new_to_who_knows_nothing(engine: Engine) -> None:
    (found,) = since(engine, datetime(2000, 1, 1))
    assert (found.change, why_words(found.why)) == ("new", "new report r1")
    assert what_words(found) == "Air/drone strike, Tarsus, 2016-12-10, killed 4"
    (came,) = since(engine, datetime(2000, 1, 1), "report")
    assert what_words(came) == "r1: outlet of r1"


def test_nothing_is_new_to_who_knows_all(engine: Engine) -> None:
    with engine.begin() as db:
        assert changes_since(db, now() + timedelta(seconds=1)) == []


def test_a_new_report_changes_an_event_and_keeps_its_id(engine: Engine) -> None:
    moment = now()
    (before,) = record_of(engine)[0]
    put(engine, [MORE, BUS])
    changed, new = since(engine, moment)
    assert (changed.id, changed.change, why_words(changed.why)) == (before.id, "changed", "new report r2")
    assert "killed 4 to 9, was 4" in fields_words(changed)
    assert "1 claim more" in fields_words(changed)
    assert (new.change, new.now["place"]) == ("new", "Adana")


def test_an_event_that_is_no_more_leaves_a_tombstone_that_names_its_heir(engine: Engine) -> None:
    put(engine, [MORE, BUS])
    moment = now()
    strike, bus = of_reports([STRIKE, BUS])
    homes = {c: h.id for h in record_of(engine)[0] for c in h.claims}
    with engine.begin() as db:
        made = decide(db, Verdict.SAME, [strike.id, bus.id], author="ann", reason="one raid")
        sync(db)
        gone = tombstone(db, homes[bus.id])
    assert gone and gone.into == (homes[strike.id],)
    assert why_words(gone.why) == f"same by ann: one raid ({made.id})"
    found = since(engine, moment)
    assert [(c.change, c.id) for c in found] == [("changed", homes[strike.id]), ("withdrawn", homes[bus.id])]
    assert change_row(found[1])["into"] == [homes[strike.id]]
    with engine.begin() as db:
        undo(db, [made.id], author="ann", reason="two raids")
    assert since(engine, moment) == [], "what is again as it was is no change"
    assert sorted(c.now["verdict"] for c in since(engine, moment, "judgement")) == ["same", "undo"]


def test_a_claim_that_is_read_otherwise_leaves_a_tombstone(engine: Engine) -> None:
    moment = now()
    better = of_reports([STRIKE, toll("r1", 5, quote="four died when jets struck a depot", source="medics")])
    with engine.begin() as db:
        records.replace_claims(db, report("r1"), better, "version 2")
    (old,) = of_reports([DEAD])
    (claim,) = since(engine, moment, "claim")
    assert (claim.id, claim.into) == (old.id, (better[1].id,))
    assert why_words(claim.why) == "read anew by version 2"
    (changed,) = since(engine, moment)
    assert why_words(changed.why) == "read anew by version 2"
    assert "killed 5, was 4" in fields_words(changed)


def test_a_new_version_of_linking_names_itself(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    put(engine, [MORE])
    moment = now()
    assert len(record_of(engine)[0]) == 1
    monkeypatch.setattr("vedette.ledger.sync.LINKING", "next")
    assert since(engine, moment) == []
    monkeypatch.setattr("vedette.ledger.sync.LINKING", "after next")
    monkeypatch.setattr("vedette.linking.linker.LINK", 1000.0)
    assert {why_words(c.why) for c in since(engine, moment)} == {"made anew by linking after next"}


def test_what_did_not_change_is_not_written_again(engine: Engine) -> None:
    with engine.begin() as db:
        rows = db.exec_driver_sql("select count(*) from history").scalar()
        records.replace_happenings(db, records.list_happenings(db))
        assert db.exec_driver_sql("select count(*) from history").scalar() == rows


def test_only_touched_events_are_replaced(engine: Engine) -> None:
    put(engine, [BUS])
    happenings, _ = record_of(engine)
    with engine.begin() as db:
        records.replace_happenings(db, [], touched=[happenings[0].id])
        assert records.list_happenings(db) == happenings[1:]
