"""A very large ledger out of a large one: the same war over and over, one after the other.

    python benchmarks/workbench_ledger.py SMALL LARGE --times 10

Linking a million claims takes long, and pages do not care how a ledger came to be: each copy of SMALL (see `made_up`)
has ids of its own and days later by the length of the war, so that a day holds no more than it did. SQLite only.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from vedette.ledger.store import open_ledger

TABLES = ("reports", "claims", "happenings", "happening_claims", "settlements", "incidents", "links")
_ID = re.compile(r"\b([a-z])-([0-9a-f])(?=[0-9a-f]{15}\b)")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d.*")
_BATCH = 5000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--times", type=int, default=10)
    given = parser.parse_args()
    first_of_all = given.large.with_suffix(".one")
    with sqlite3.connect(f"file:{given.small}?mode=ro", uri=True) as small, sqlite3.connect(first_of_all) as one:
        small.backup(one)
    open_ledger(str(first_of_all)).dispose()  # brings its schema up to date
    with sqlite3.connect(first_of_all) as one, sqlite3.connect(given.large) as large:
        one.backup(large)
        large.execute("pragma synchronous=off")
        first, last = one.execute("select min(first), max(first) from happenings").fetchone()
        span = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
        for copy in range(1, min(given.times, 16)):
            for table in TABLES:
                _add(one, large, table, "*", copy, copy * span)
            # Steps of the history are numbered anew, and all came when the ledger was made.
            _add(one, large, "history", "null, at, kind, subject, change, body", copy, copy * span)
            large.commit()
            print(f"copy {copy} of {given.times - 1}", flush=True)
    first_of_all.unlink()


def _add(one: sqlite3.Connection, large: sqlite3.Connection, table: str, columns: str, copy: int, days: int) -> None:
    found = one.execute(f"select {columns} from {table}")
    marks = ", ".join("?" for _ in found.description)
    while batch := found.fetchmany(_BATCH):
        made = [
            tuple(value if _MOMENT.fullmatch(str(value)) else _shifted(value, copy, days) for value in row)
            for row in batch
        ]
        large.executemany(f"insert or ignore into {table} values ({marks})", made)


def _shifted(value: Any, copy: int, days: int) -> Any:
    """Every id made another, every day later."""
    if not isinstance(value, str):
        return value
    moved = _ID.sub(lambda found: f"{found[1]}-{int(found[2], 16) ^ copy:x}", value)
    return _DAY.sub(lambda found: _later(found[0], days), moved)


@cache
def _later(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except ValueError:
        return day


if __name__ == "__main__":
    main()
