"""A made-up war's news into a ledger."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Engine

from made_up.news import news
from vedette.ledger import records
from vedette.ledger.ingest import finish

_BATCH = 2000  # reports a transaction
VERSION = "made up"


@dataclass(frozen=True)
class Filled:
    """What was put into a ledger, and the seconds that it took to make and store, and to link and settle."""

    reports: int
    claims: int
    copies: int
    stored: float
    linked: float


def fill(engine: Engine, claims: int, seed: int = 1) -> Filled:
    """Put news with about `claims` claims into an empty ledger, and build its happenings."""
    start = time.perf_counter()
    stream = news(claims, seed)
    reports = made = 0
    while batch := list(islice(stream, _BATCH)):
        with engine.begin() as db:
            records.add_reports(db, [(t.report, t.claims, t.report.ref) for t in batch], VERSION)
        reports += len(batch)
        made += sum(len(t.claims) for t in batch)
    stored = time.perf_counter()
    copies = finish(engine)
    return Filled(reports, made, len(copies), stored - start, time.perf_counter() - stored)
