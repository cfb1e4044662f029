"""What is asked of a large ledger is answered by indexes, and never by reading a table through.

The statements are those that the functions really send: they are caught on their way to a small ledger, and SQLite is
asked how it would answer each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from ledger.made import of_reports, put, report
from makers import DAY, toll
from vedette.ledger import records
from vedette.ledger.fetch import happenings_by_id
from vedette.ledger.filters import Filter
from vedette.ledger.ingest import finish
from vedette.ledger.store import open_ledger
from vedette.workbench.queries.period import Period, in_period
from vedette.workbench.queries.sources import one_source, source_page

LARGE = "reports|claims|happenings|happening_claims|settlements|incidents|blocks|links|copy_keys|history"
# Read through on purpose: an index that holds all that is asked for, in the place of the table.
COVERED = re.compile(r"SCAN \w+ USING COVERING INDEX")
# As good as reading through: nearly all reports are replaced by none.
ALL = re.compile(r"SEARCH reports USING INDEX ix_reports_superseded_by \(superseded_by=\?\)")
MONTH = Filter(first=date(2016, 11, 1), last=date(2016, 11, 30))

QUESTIONS: dict[str, Callable[[Connection], Any]] = {
    "claims of a month": lambda db: records.list_claims(db, MONTH),
    "claims of a source": lambda db: records.list_claims(db, Filter(source="the observatory")),
    "claims of an outlet": lambda db: records.list_claims(db, Filter(outlet="Outlet of R1")),
    "events of a month": lambda db: records.list_happenings(db, MONTH),
    "events of a place": lambda db: records.list_happenings(db, Filter(place="Tarsus")),
    "claims of a place": lambda db: records.list_claims(db, Filter(place="Tarsus")),
    "reports of a month": lambda db: records.list_reports(db, MONTH),
    "one event": lambda db: happenings_by_id(db, ["e-1"]),
    "some claims": lambda db: records.claims_by_id(db, ["a", "b"]),
    "a day of the workbench": lambda db: in_period(db, Period(DAY, DAY)),
    "a source of the workbench": lambda db: source_page(db, one_source(db, "the Observatory")),
}


@contextmanager
def caught(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are sent meanwhile, with their parameters."""
    sent: list[tuple[str, Any]] = []

    def catch(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        sent.append((statement, parameters[0] if many and parameters else parameters))

    event.listen(engine, "before_cursor_execute", catch)
    yield sent
    event.remove(engine, "before_cursor_execute", catch)


def read_through(engine: Engine, sent: list[tuple[str, Any]]) -> list[str]:
    """The steps by which SQLite would read a large table from end to end."""
    found = []
    with engine.connect() as db:
        for statement, parameters in sent:
            if statement.split()[0].lower() not in ("select", "update", "delete"):
                continue
            plan = db.exec_driver_sql(f"explain query plan {statement}", parameters)
            steps = (row[3] for row in plan)
            found += [f"{step}: {statement}" for step in steps if whole(step)]
    return found


def whole(step: str) -> bool:
    """Whether a step of a plan reads a large table from end to end."""
    return bool(ALL.match(step) or (re.match(rf"SCAN ({LARGE})\b", step) and not COVERED.match(step)))


def ledger() -> Engine:
    """Eleven reports of one event, linked; never PostgreSQL, whose plans depend on how much there is."""
    engine = open_ledger("sqlite://")
    put(engine, [toll(f"r{n}", 9, source="the Observatory") for n in range(1, 12)])
    return engine


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_question_is_answered_by_an_index(asked: str) -> None:
    engine = ledger()
    with engine.connect() as db, caught(engine) as sent:
        QUESTIONS[asked](db)
    assert sent
    assert not read_through(engine, sent)


def test_one_report_more_is_linked_by_indexes() -> None:
    engine = ledger()
    finish(engine)
    claim = of_reports([toll("r12", 14, source="the Observatory")])
    with engine.begin() as db:
        records.add_reports(db, [(report("r12"), claim, "made")], "version 1")
    with caught(engine) as sent:
        finish(engine)
    assert any("blocks" in statement for statement, _ in sent)
    assert not read_through(engine, sent)
