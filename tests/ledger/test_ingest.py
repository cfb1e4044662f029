"""What goes in stays, whole; going in again adds nothing; order plays no part."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language
from sqlalchemy import Engine

from vedette.extraction.extract import claims_of
from vedette.intake.files import Read, Refused
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.ingest import Status, finish, ingest, refresh
from vedette.ledger.store import open_ledger
from vedette.model.claim import Claim
from vedette.model.report import DateBasis, Report
from vedette.reading.reading import Reading

TEXTS = (
    "At least 12 civilians were killed in air strikes on the town of Maaret on Friday, the Observatory said.",
    "Rebels shelled government-held districts of Aleppo on Friday, killing four people, state media reported.",
    "Government forces captured the village of Kafr Hamra on Thursday, a military source said.",
    "The committee met on Friday to discuss the price of bread and the state of the roads.",
)


def reports() -> list[Read]:
    made = []
    for n, text in enumerate(TEXTS):
        report = Report(
            title="", text=text, ref=f"r{n}", outlet=f"Outlet {n % 2}", published=date(2016, 12, 10),
            published_basis=DateBasis.METADATA,
        )  # fmt: skip
        made.append(Read(report, f"made:{n}"))
    return made


@pytest.fixture
def engine(new_ledger: Callable[[], str]) -> Engine:
    return open_ledger(new_ledger())


def contents(engine: Engine) -> tuple[object, ...]:
    with engine.connect() as db:
        claims = tuple(c.id for c in records.list_claims(db))
        return claims, tuple(records.list_happenings(db)), tuple(r.report for r in records.list_reports(db))


def test_a_report_that_breaks_extraction_is_refused_alone(
    engine: Engine, nlp: Language, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(reading: Reading) -> list[Claim]:
        if "bread" in reading.report.text:
            raise RecursionError
        return claims_of(reading)

    monkeypatch.setattr("vedette.extraction.extract.claims_of", broken)
    outcomes = list(ingest(engine, reports(), nlp, knowledge))
    assert [o.status for o in outcomes] == [Status.NEW, Status.NEW, Status.NEW, Status.REFUSED]
    assert (outcomes[3].origin, outcomes[3].note) == ("made:3", "claims cannot be taken out of it: RecursionError")
    with engine.connect() as db:
        assert len(records.list_reports(db)) == 3
    monkeypatch.undo()
    assert [o.status for o in ingest(engine, reports(), nlp, knowledge)][3] is Status.NEW  # once it is mended


def test_reports_go_in_with_their_claims(engine: Engine, nlp: Language, knowledge: Knowledge) -> None:
    outcomes = list(ingest(engine, [*reports(), Refused("made:x", "empty")], nlp, knowledge))
    assert [o.status for o in outcomes].count(Status.NEW) == 4
    assert {o.note for o in outcomes if o.status is Status.REFUSED} == {"empty"}
    finish(engine)
    with engine.connect() as db:
        kept = records.list_reports(db)
        assert {r.report for r in kept} == {i.report for i in reports()}
        tolls = records.list_claims(db, Filter(kind="toll"))
        assert {(t.to_json()["low"], t.report) for t in tolls} >= {(12, "r0"), (4, "r1")}
        told = {c for h in records.list_happenings(db) for c in h.claims}
        assert {t.id for t in tolls} <= told


def test_going_in_again_adds_nothing(engine: Engine, nlp: Language, knowledge: Knowledge) -> None:
    list(ingest(engine, reports(), nlp, knowledge))
    finish(engine)
    before = contents(engine)
    outcomes = list(ingest(engine, reports(), nlp, knowledge))
    finish(engine)
    assert {o.status for o in outcomes} == {Status.KNOWN}
    assert contents(engine) == before


def test_order_and_batches_play_no_part(new_ledger: Callable[[], str], nlp: Language, knowledge: Knowledge) -> None:
    one, two = open_ledger(new_ledger()), open_ledger(new_ledger())
    list(ingest(one, reports(), nlp, knowledge))
    finish(one)
    for item in reversed(reports()):
        list(ingest(two, [item], nlp, knowledge))
        finish(two)
    assert contents(one) == contents(two)


def test_refresh_leaves_current_claims_alone(engine: Engine, nlp: Language, knowledge: Knowledge) -> None:
    list(ingest(engine, reports(), nlp, knowledge))
    finish(engine)
    before = contents(engine)
    assert refresh(engine, nlp, knowledge) == 0
    with engine.begin() as db:
        db.exec_driver_sql("update reports set extraction = 'older'")
    assert refresh(engine, nlp, knowledge) == 4
    assert contents(engine) == before


def test_a_killed_ingest_leaves_whole_reports_only(new_ledger: Callable[[], str], tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    lines = ["id,outlet,published,text"]
    lines += [
        f'k{n},Made,2016-12-10,"On Friday {n + 3} people were killed in shelling of Idlib number {n}."'
        for n in range(400)
    ]
    rows.write_text("\n".join(lines), encoding="utf-8")
    ledger = new_ledger()
    command = [sys.executable, "-m", "vedette.cli.main", "ingest", str(rows), "--ledger", ledger]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        confirmed = [process.stdout.readline() for _ in range(40)]
        time.sleep(0.2)
        process.send_signal(signal.SIGKILL)
    with open_ledger(ledger).connect() as db:
        kept = {r.report.ref: r.report.id for r in records.list_reports(db)}
        counts = records.counts_by_report(db)
    assert all(line.split()[1] in kept for line in confirmed)
    assert all(counts[id_] >= 1 for id_ in kept.values())
