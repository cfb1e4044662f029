"""`vedette ingest` of archives, by this machine and by a cluster."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from cli.test_main import rows_of, vedette

ROWS = [
    {"id": f"r{n}", "date": "2016-12-10", "text": f"Shelling killed {n + 2} people in Idlib on Friday, medics said."}
    for n in range(3)
]


@pytest.fixture
def table(tmp_path: Path) -> str:
    parquet.write_table(pa.Table.from_pylist(ROWS), tmp_path / "reports.parquet")
    return str(tmp_path / "reports.parquet")


def test_parquet_goes_in_without_a_cluster(table: str, tmp_path: Path) -> None:
    done = vedette("ingest", table, "--ledger", str(tmp_path / "l.db"))
    assert done.returncode == 0, done.stderr
    assert "3 new" in done.stdout and f"({table}:3)" in done.stdout


def test_a_cluster_takes_an_archive_in(nodes: Any, table: str, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps(ROWS[0] | {"id": "x"}) + "\n{broken\n", encoding="utf-8")
    ledger = str(tmp_path / "l.db")
    given = ("--engine", "ray", "--address", nodes.address, "--processes", "2", "--ledger", ledger)
    done = vedette("ingest", table, str(more), *given)
    assert done.returncode == 1, done.stderr
    assert "3 new" in done.stdout and "1 refused" in done.stdout and "1 already there" in done.stdout
    assert {row["low"] for row in rows_of("claims", "--kind", "toll", "--ledger", ledger)} == {2, 3, 4}


def test_what_is_missing_is_told(table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = ("--ledger", str(tmp_path / "l.db"))
    assert "--engine ray" in vedette("ingest", table, "--address", "auto", *ledger).stderr
    monkeypatch.setitem(sys.modules, "ray", None)
    done = vedette("ingest", table, "--engine", "ray", *ledger)
    assert done.returncode == 3 and "pip install 'vedette[ray]'" in done.stderr
    assert not list(tmp_path.glob("l.db*"))
