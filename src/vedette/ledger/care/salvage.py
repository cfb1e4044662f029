"""What can be read of a damaged ledger, as files that a new one takes in: reports as a table, judgements as JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from vedette.errors import LedgerError

_FIELDS = ("title", "text", "outlet", "url", "published", "language")


def salvage(path: Path, folder: Path) -> dict[str, int]:
    """Write ``reports.jsonl`` and ``judgements.jsonl`` into `folder`; return how many rows of each were saved.

    Rows that cannot be read are passed over. Take them in with ``vedette ingest`` and ``vedette import``. Raises
    LedgerError where not even the file's head can be read, or where the folder holds such files already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    out = {name: folder / f"{name}.jsonl" for name in ("reports", "judgements")}
    for there in out.values():
        if there.exists():
            raise LedgerError(f"{there} is there already; name another folder")
    saved = {}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            db.execute("select name from sqlite_master").fetchall()
            for name, there in out.items():
                saved[name] = 0
                with there.open("w", encoding="utf-8") as written:
                    for body in _bodies(db, name):
                        row = _report_row(body) if name == "reports" else body
                        written.write(json.dumps(row, ensure_ascii=False) + "\n")
                        saved[name] += 1
    except sqlite3.DatabaseError as error:
        raise LedgerError(
            f"nothing can be read of {path} ({error}): bring back a backup with vedette restore"
        ) from error
    return saved


def _bodies(db: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """The JSON of each row that can be read, by row number, so that one damaged page hides only what lies on it."""
    last = next((n for n in _last(db, table)), 0)
    for number in range(1, last + 1):
        try:
            row = db.execute(f"select body from {table} where rowid = ?", (number,)).fetchone()
            body = json.loads(row[0]) if row is not None else None
        except (sqlite3.DatabaseError, ValueError):
            continue
        if isinstance(body, dict):
            yield body


def _last(db: sqlite3.Connection, table: str) -> Iterator[int]:
    """The last row number; where the tree is broken at its end, as many as the file could hold."""
    try:
        yield int(db.execute(f"select max(rowid) from {table}").fetchone()[0] or 0)
    except sqlite3.DatabaseError:
        pages = int(db.execute("pragma page_count").fetchone()[0])
        yield 8 * pages


def _report_row(body: dict[str, Any]) -> dict[str, Any]:
    """A row that intake reads; the date only where it was told and not found in the text, which is asked again."""
    row = {"id": body.get("ref"), **{k: body.get(k) for k in _FIELDS}}
    if body.get("published_basis") not in (None, "metadata"):
        row["published"] = None
    return {k: v for k, v in row.items() if v is not None}
