"""A copy is the ledger again: every row, judgements and history too, whichever database it goes to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Table, select

from cli.test_main import vedette
from ledger.made import of_reports, put, record_of
from makers import event, toll
from vedette.errors import LedgerError
from vedette.ledger import contents, copying, records, search
from vedette.ledger.copying import copy_ledger
from vedette.ledger.filters import Filter
from vedette.ledger.history.changes import changes_since
from vedette.ledger.judgements import all_judgements, decide, undo
from vedette.ledger.schema import history, state
from vedette.ledger.store import open_ledger
from vedette.ledger.sync import sync
from vedette.model.judgement import Verdict

CLAIMS = (toll("r1", 9, source="medics"), toll("r2", 14), event("r3", place="Adana"), event("r4", quote="jets hit it"))


@pytest.fixture
def full(new_ledger: Callable[[], str]) -> str:
    """A ledger with two judgements, one taken back, and a history of three steps."""
    url = new_ledger()
    engine = open_ledger(url)
    first, _, adana, _ = put(engine, CLAIMS)
    with engine.begin() as db:
        wrong = decide(db, Verdict.WRONG, [first.id], author="ann", reason="misread \x00 'so'")
        sync(db)
        decide(db, Verdict.SLOT, [adana.id], author="bob", reason="نص", value={"slots": {"place": "Mersin"}})
        sync(db)
        undo(db, [wrong.id], author="ann", reason="it was right")
        sync(db)
        records.set_state(db, "a note with \x00", "5")
    engine.dispose()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "copy.db")
    return str(request.getfixturevalue("postgres_server").database())


def everything(engine: Engine) -> tuple[object, ...]:
    with engine.connect() as db:
        told = [(row.subject, row.change, row.at, row.body) for row in db.execute(select(history))]
        first = min(at for _, _, at, _ in told)
        found = search.find_claims(db, "market").ids
        return contents.digests(db), told, changes_since(db, first), all_judgements(db), sorted(found)


def test_a_copy_is_the_ledger_again(full: str, target: str) -> None:
    source, made = open_ledger(full), open_ledger(target)
    done = copy_ledger(source, made)
    assert done.rows["judgements"] == 3 and done.rows["history"] > 4 and done.rows["claims"] == 4
    assert everything(made) == everything(source)
    assert done.digest == contents.together(everything(made)[0])  # type: ignore[arg-type]
    with made.begin() as db:
        assert not sync(db), "nothing is left to be built"


def test_a_copy_grows_as_the_ledger_would(full: str, target: str) -> None:
    source, made = open_ledger(full), open_ledger(target)
    copy_ledger(source, made)
    more = [toll("r5", 9, source="medics"), event("r6", place="Adana")]
    for engine in (source, made):
        put(engine, of_reports(more))
    assert record_of(source) == record_of(made)


def test_a_target_that_holds_anything_is_refused(full: str, target: str) -> None:
    made = open_ledger(target)
    with made.begin() as db:
        records.set_state(db, "rule", "{}")
    with pytest.raises(LedgerError, match="holds something"):
        copy_ledger(open_ledger(full), made)
    with pytest.raises(LedgerError, match="holds something"):
        copy_ledger(open_ledger(full), open_ledger(full))


def test_what_fails_leaves_nothing_behind(full: str, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = open_ledger(target)

    def careless(db: Connection, table: Table, batch: list[object]) -> None:
        if table is not state:
            keep(db, table, batch)  # type: ignore[arg-type]

    keep = copying._write
    monkeypatch.setattr(copying, "_write", careless)
    with pytest.raises(LedgerError, match=r"not what was copied \(state\)"):
        copy_ledger(open_ledger(full), made)
    monkeypatch.undo()
    with made.connect() as db:
        assert records.list_happenings(db, Filter()) == [] and records.list_reports(db) == []
    copy_ledger(open_ledger(full), made)


def test_the_command_tells_what_it_copied_and_the_digest(full: str, target: str) -> None:
    done = vedette("copy", full, target)
    assert done.returncode == 0, done.stderr
    assert "reports: 4" in done.stdout and "judgements: 3" in done.stdout
    assert "digest of both: " in done.stdout
    assert vedette("copy", full, target).returncode == 3
    assert vedette("copy", "no-such.db", target).returncode == 3
