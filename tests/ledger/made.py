"""Ledgers made by hand: reports without text to read, with claims put to them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, inspect

from makers import DAY
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.store import open_ledger
from vedette.ledger.sync import sync
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.report import DateBasis, Report


def report(ref: str) -> Report:
    """The report called `ref`: r1 of Saturday, r2 of Sunday, and so on."""
    published = DAY + timedelta(days=int(ref.removeprefix("r")) - 1)
    return Report(
        title="",
        text=f"the text of {ref}",
        ref=ref,
        outlet=f"outlet of {ref}",
        published=published,
        published_basis=DateBasis.METADATA,
    )


def of_reports(claims: Iterable[Claim]) -> list[Claim]:
    """The claims with the ids of made reports, which they name by their refs."""
    return [replace(c, report_id=report(c.report).id) for c in claims]


def empty() -> Engine:
    """An empty ledger; tests that use the fixture `made_ledgers` have it once on SQLite and once on PostgreSQL.

    On PostgreSQL it is one of `AT_ONCE` that are emptied and used again in turn.
    """
    if not _ring:
        return open_ledger("sqlite://")
    engine = _ring[0]
    _ring.rotate(-1)
    with engine.begin() as db:
        kept = (name for name in inspect(db).get_table_names() if name != "alembic_version")
        db.exec_driver_sql(f"truncate {', '.join(sorted(kept))} restart identity")
    return engine


AT_ONCE = 4
"""Ledgers of `empty` that a test may have at any time."""
_ring: deque[Engine] = deque()


@contextmanager
def made_at(place: Callable[[], str]) -> Iterator[None]:
    """Have `empty` make its ledgers at URLs that `place` gives."""
    _ring.extend(open_ledger(place()) for _ in range(AT_ONCE))
    yield
    for engine in _ring:
        engine.dispose()
    _ring.clear()


def put(engine: Engine, claims: Iterable[Claim]) -> list[Claim]:
    """Put claims with their reports into the ledger and bring it up to date; return them as they are there."""
    own = of_reports(claims)
    by_ref: dict[str, list[Claim]] = {}
    for claim in {c.id: c for c in own}.values():
        by_ref.setdefault(claim.report, []).append(claim)
    with engine.begin() as db:
        known = {r.report.ref for r in records.list_reports(db)}
        for ref in sorted(by_ref):
            if ref in known:
                records.add_claims(db, by_ref[ref])
            else:
                records.add_reports(db, [(report(ref), by_ref[ref], "made")], "version 1")
        sync(db)
    return own


def record_of(engine: Engine) -> tuple[list[Happening], list[Claim]]:
    """Everything that judgements can change: happenings with their figures, and claims as judged."""
    with engine.begin() as db:
        sync(db)
        return records.list_happenings(db, Filter()), records.list_claims(db, withdrawn=True)
