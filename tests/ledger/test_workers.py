"""Several processes read what one would: the same claims, the same ledger, in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from spacy.language import Language

from vedette.cli.processes import ENOUGH, choose
from vedette.errors import VedetteError
from vedette.extraction import workers as module
from vedette.extraction.extract import extract
from vedette.extraction.workers import Workers
from vedette.intake.files import Read, Refused
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.ingest import Outcome, Status, extraction_version, finish, ingest, ingest_by
from vedette.ledger.store import open_ledger
from vedette.model.report import DateBasis, Report


def items() -> list[Read | Refused]:
    """Three batches, a refused row among them, and a report that comes again two batches later."""
    texts = [f"On Friday {n + 3} people were killed in shelling of the town of Idlib, medics said." for n in range(70)]
    made: list[Read | Refused] = [
        Read(
            Report(
                title="", text=text, ref=f"r{n}", outlet="Made", published=date(2016, 12, 10),
                published_basis=DateBasis.METADATA,
            ),
            f"made:{n}",
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    return [*made[:40], Refused("made:x", "empty"), *made[40:], made[0]]


@pytest.fixture(scope="module")
def workers(knowledge: Knowledge) -> Iterator[Workers]:
    with Workers(2, knowledge) as pool:
        yield pool


def test_a_worker_answers_as_this_process_would(workers: Workers, nlp: Language, knowledge: Knowledge) -> None:
    assert workers.ask(extraction_version) == extraction_version(nlp, knowledge)


def test_claims_come_in_the_order_of_the_reports(workers: Workers, nlp: Language, knowledge: Knowledge) -> None:
    reports = [item.report for item in items() if isinstance(item, Read)]
    assert list(workers.extract(reports)) == list(extract(reports, nlp, knowledge))


def test_the_ledger_is_the_same(
    workers: Workers, new_ledger: Callable[[], str], nlp: Language, knowledge: Knowledge
) -> None:
    one, two = open_ledger(new_ledger()), open_ledger(new_ledger())
    outcomes = [list(ingest(one, items(), nlp, knowledge)), list(ingest_by(workers, two, items()))]
    kept = []
    for engine in (one, two):
        finish(engine)
        with engine.connect() as db:
            kept.append((records.list_reports(db), records.list_claims(db), records.list_happenings(db)))
    assert kept[0] == kept[1]

    def told(of: list[Outcome], *, but: Status) -> list[tuple[str, str, int]]:
        return [(o.status, o.origin, o.claims) for o in of if o.status is not but]

    # What is refused needs no worker, and so is told as soon as it is met.
    assert told(outcomes[0], but=Status.REFUSED) == told(outcomes[1], but=Status.REFUSED)
    assert [o.origin for o in outcomes[1] if o.status is Status.REFUSED] == ["made:x"]


def test_the_end_of_a_worker_is_told_with_what_to_do(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_begin", slice)  # takes what the real one takes, and loads nothing
    with Workers(1, knowledge) as pool, pytest.raises(VedetteError, match="--processes 1"):
        pool._pool.submit(os._exit, 1)
        pool.ask(extraction_version)


def test_a_second_process_is_for_many_reports_and_two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "cores", lambda: 2)
    assert [choose(given, range(n))[0] for given, n in ((None, ENOUGH), (None, ENOUGH - 1), (3, 1))] == [2, 1, 3]
    assert list(choose(None, range(ENOUGH + 5))[1]) == list(range(ENOUGH + 5))
    monkeypatch.setattr(module, "cores", lambda: 1)
    assert choose(None, range(ENOUGH))[0] == 1
