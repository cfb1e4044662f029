"""Whatever a user throws at it: a clear line each, the good goes in, the ledger stays whole, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.test_main import STRIKE, vedette

FRENCH = 4 * (
    "Les forces du gouvernement ont repris le village vendredi après de violents combats, selon des sources locales. "
    "Des dizaines de familles ont fui vers le sud du pays. "
)
GOOD = "December 10, 2016\n\n" + STRIKE


def put(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    put(made, "good.txt", GOOD.encode())
    return made


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "no text"),
        ("binary.txt", bytes(range(256)) * 40, "bytes"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 stream", "PDF"),
        ("long.txt", b"People were killed in the town. " * 700_000, "characters"),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "story"),
        ("autre.txt", FRENCH.encode(), "French"),
        ("broken.jsonl", b'{"id": "a", "text": \n', "row 1"),
    ],
)
def test_the_bad_is_refused_in_words_and_the_good_goes_in(folder: Path, name: str, data: bytes, words: str) -> None:
    put(folder, name, data)
    done = vedette("ingest", str(folder), "--ledger", str(folder.parent / "l.db"))
    assert done.returncode == 1
    assert "1 new" in done.stdout and "1 refused" in done.stdout
    line = next(line for line in done.stdout.splitlines() if line.startswith("refused"))
    assert name in line
    assert "Traceback" not in done.stdout + done.stderr


def test_a_broken_row_in_the_middle_stops_nothing(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": f"r{n}", "published": "2016-12-10", "text": f"{STRIKE} Note {n} of many."}) for n in range(40)
    ]
    rows[20] = '{"id": "r20", "text": "cut off'
    put(tmp_path, "t.jsonl", "\n".join(rows).encode())
    done = vedette("ingest", str(tmp_path / "t.jsonl"), "--ledger", str(tmp_path / "l.db"), "--quiet")
    assert done.returncode == 1
    assert "39 new" in done.stdout and "1 refused" in done.stdout


@pytest.mark.parametrize("text", [STRIKE, "December 10, 2190\n\n" + STRIKE])
def test_without_a_date_or_with_one_to_come_it_goes_in_undated(tmp_path: Path, text: str) -> None:
    put(tmp_path, "a.txt", text.encode())
    ledger = str(tmp_path / "l.db")
    done = vedette("ingest", str(tmp_path / "a.txt"), "--ledger", ledger)
    assert done.returncode == 0
    assert "date" in done.stdout
    row = json.loads(vedette("reports", "--ledger", ledger, "--format", "jsonl").stdout)
    assert row["published"] is None


def test_what_is_in_the_ledger_is_not_touched_by_bad_input(folder: Path) -> None:
    ledger = str(folder.parent / "l.db")
    vedette("ingest", str(folder), "--ledger", ledger)
    before = vedette("claims", "--ledger", ledger, "--format", "jsonl").stdout
    put(folder, "binary.txt", bytes(range(256)) * 40)
    assert vedette("ingest", str(folder), "--ledger", ledger).returncode == 1
    assert vedette("claims", "--ledger", ledger, "--format", "jsonl").stdout == before


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = vedette("ingest", str(tmp_path / "none.txt"), "--ledger", str(tmp_path / "l.db"))
    assert done.returncode != 0
    assert "none.txt" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
