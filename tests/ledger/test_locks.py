"""Several writers at once: one after another, nothing lost, nothing doubled, the record as by one."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from ledger.made import of_reports, put, record_of, report
from makers import event, toll
from vedette.errors import LedgerError
from vedette.ledger import records
from vedette.ledger.judgements import all_judgements, decide
from vedette.ledger.locks import one_writer, reading, transact
from vedette.ledger.schema import reports, state
from vedette.ledger.store import open_ledger
from vedette.ledger.sync import open_synced, sync
from vedette.model.claim import Claim
from vedette.model.judgement import Verdict

REFS = [f"r{n}" for n in range(1, 13)]


def told(ref: str) -> list[Claim]:
    """A toll and an event of one report; every third report tells of the same strike."""
    day = int(ref[1:])
    if day % 3 == 0:
        return of_reports([toll(ref, 9, source="medics"), event(ref)])
    return of_reports([toll(ref, day, place=f"Village {day}", source="medics")])


def write(url: str, refs: list[str]) -> None:
    """What a process does that ingests: batches, with the record brought up to date between them."""
    engine = open_ledger(url)
    for ref in refs:

        def add(db: Connection, ref: str = ref) -> None:
            if not records.known_reports(db, [report(ref).id]):
                records.add_reports(db, [(report(ref), told(ref), "made")], "version 1")

        transact(engine, add)
        with engine.begin() as db:
            sync(db)
    engine.dispose()


def test_processes_that_write_at_once_make_the_record_that_one_makes(new_ledger: Callable[[], str]) -> None:
    alone, shared = new_ledger(), new_ledger()
    write(alone, REFS)
    open_ledger(shared).dispose()
    context = multiprocessing.get_context("spawn")
    # Some reports come twice.
    parts = (REFS[:8], list(reversed(REFS[4:])))
    workers = [context.Process(target=write, args=(shared, part)) for part in parts]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert record_of(open_ledger(shared)) == record_of(open_ledger(alone))


def test_a_writer_waits_for_another_and_sees_what_it_wrote(new_ledger: Callable[[], str]) -> None:
    url = new_ledger()
    first, second = open_ledger(url), open_ledger(url)
    seen: list[str | None] = []

    def wait() -> None:
        with second.begin() as db:
            one_writer(db)
            seen.append(records.get_state(db, "said"))

    with first.begin() as db:
        one_writer(db)
        one_writer(db)  # asking twice is free
        thread = threading.Thread(target=wait)
        thread.start()
        time.sleep(0.3)
        assert not seen
        records.set_state(db, "said", "first")
    thread.join(30)
    assert seen == ["first"]


def test_who_reads_sees_one_state_and_does_not_wait(new_ledger: Callable[[], str]) -> None:
    url = new_ledger()
    writer, reader = open_ledger(url), reading(open_ledger(url))
    count = select(func.count()).select_from(reports)
    with reader.begin() as db:
        assert db.scalar(count) == 0
        put(writer, [toll("r1", 9)])
        assert db.scalar(count) == 0
    with reader.begin() as db:
        assert db.scalar(count) == 1
    with writer.begin() as held:
        one_writer(held)
        with open_synced(url).begin() as db:
            assert db.scalar(count) == 1


def test_two_analysts_at_once_lose_no_judgement(new_ledger: Callable[[], str]) -> None:
    url = new_ledger()
    claims = put(open_ledger(url), [toll("r1", 9), event("r2", place="Adana"), event("r3", place="Mersin")])
    start = threading.Barrier(3)

    def judge(author: str, one: str) -> None:
        engine = open_ledger(url)
        start.wait(30)
        with engine.begin() as db:
            decide(db, Verdict.WRONG, [one], author=author, reason="misread")
            sync(db)

    threads = [threading.Thread(target=judge, args=(f"analyst {n}", c.id)) for n, c in enumerate(claims)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with open_ledger(url).begin() as db:
        assert {j.author for j in all_judgements(db)} == {"analyst 0", "analyst 1", "analyst 2"}
        assert records.list_happenings(db) == []
        assert not sync(db)


def test_what_the_database_takes_back_is_done_again(postgres_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vedette.ledger.locks.time.sleep", lambda _: None)
    tries: list[int] = []

    def work(db: Connection) -> str:
        tries.append(1)
        records.set_state(db, f"try {len(tries)}", "made")
        if len(tries) < 3:
            db.exec_driver_sql("do $$ begin raise exception using errcode = '40P01'; end $$")
        return "done"

    assert transact(postgres_engine, work) == "done"
    with postgres_engine.connect() as db:
        assert db.scalars(select(state.c.key)).all() == ["try 3"]


def test_a_fault_of_ours_is_not_tried_again(new_ledger: Callable[[], str]) -> None:
    engine = open_ledger(new_ledger())
    tries: list[int] = []

    def work(db: Connection) -> None:
        tries.append(1)
        db.execute(insert(state), [{"key": "a", "value": "1"}, {"key": "a", "value": "2"}])

    with pytest.raises(IntegrityError):
        transact(engine, work)
    assert tries == [1]


def test_a_writer_that_waits_too_long_is_told(new_ledger: Callable[[], str]) -> None:
    url = new_ledger()
    first, second = open_ledger(url), open_ledger(url)
    with first.begin() as held, second.connect() as db:
        one_writer(held)
        sqlite = db.dialect.name == "sqlite"
        db.exec_driver_sql("pragma busy_timeout = 50" if sqlite else "set lock_timeout = 50")
        with pytest.raises(LedgerError, match="another program has been writing"):
            one_writer(db)
