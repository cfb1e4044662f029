"""The command as a user meets it: verbs, forms, exit codes, errors in one line."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from vedette.cli.main import run

STRIKE = "ALEPPO, Syria - Air strikes killed nine civilians in the town of Atarib on Friday, the Observatory said."
PRAISE = "DAMASCUS - Shelling killed at least four people in west Aleppo on Saturday, SANA said."


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def vedette(*args: str, given: str = "") -> Done:
    """Run the command in this process, so that the language pipeline is loaded once."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        code = run(args)
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, new_ledger: Callable[[], str]) -> str:
    folder = tmp_path_factory.mktemp("cli")
    rows = [
        {"id": "a1", "outlet": "Made Wire", "published": "2016-12-10", "title": "", "text": STRIKE},
        {"id": "b2", "outlet": "Made Agency", "published": "2016-12-10", "title": "", "text": PRAISE},
    ]
    table = folder / "reports.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ledger = new_ledger()
    done = vedette("ingest", str(table), "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    assert "2 new" in done.stdout
    return ledger


def rows_of(*args: str) -> list[dict[str, object]]:
    done = vedette(*args, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_claims_are_in_the_claim_format(ledger: str) -> None:
    claims = rows_of("claims", "--ledger", ledger, "--kind", "toll")
    assert {(c["report"], c["low"], c["source"]) for c in claims} == {
        ("a1", 9, "Syrian Observatory for Human Rights"),
        ("b2", 4, "SANA"),
    }
    for claim in claims:
        assert claim["quote"] in STRIKE + PRAISE
        assert claim["event"]


def test_extract_prints_the_same_claims_without_a_ledger(ledger: str, tmp_path: Path) -> None:
    file = tmp_path / "a1.txt"
    file.write_text("By Made Wire, December 10, 2016\n\n" + STRIKE, encoding="utf-8")
    found = rows_of("extract", str(file))
    toll = next(c for c in found if c["kind"] == "toll")
    assert (toll["report"], toll["low"], toll["from"]) == ("a1", 9, "2016-12-09")
    assert not list(tmp_path.glob("*.db*"))


def test_events_tell_range_and_origins(ledger: str) -> None:
    events = rows_of("events", "--ledger", ledger, "--place", "Atarib")
    strike = next(e for e in events if e["killed_low"] == 9)
    assert strike["origins"] == ["Syrian Observatory for Human Rights"]
    shown = vedette("show", str(strike["id"]), "--ledger", ledger)
    assert "killed nine civilians" in shown.stdout
    assert "Made Wire < Syrian Observatory for Human Rights" in shown.stdout


def test_csv_opens_as_csv(ledger: str) -> None:
    done = vedette("reports", "--ledger", ledger, "--format", "csv")
    assert [row["report"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["a1", "b2"]


def test_filters_by_day_outlet_and_source(ledger: str) -> None:
    assert {c["report"] for c in rows_of("claims", "--ledger", ledger, "--outlet", "made wire")} == {"a1"}
    assert {c["report"] for c in rows_of("claims", "--ledger", ledger, "--source", "sana")} == {"b2"}
    assert rows_of("events", "--ledger", ledger, "--from", "2017-01-01") == []


def test_sources_count_what_goes_back_to_them(ledger: str) -> None:
    sources = {row["source"]: row for row in rows_of("sources", "--ledger", ledger)}
    assert sources["SANA"]["outlets"] == ["Made Agency"]


def test_report_is_written_in_the_form_of_its_ending(ledger: str, tmp_path: Path) -> None:
    for name in ("s.html", "s.md", "s.json"):
        done = vedette("report", "--ledger", ledger, "--out", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["counts"]["reports"] == 2
    assert "nine civilians" in (tmp_path / "s.md").read_text(encoding="utf-8")
    assert vedette("report", "--ledger", ledger, "--out", str(tmp_path / "s.docx")).returncode == 3


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("claims", "--ledger", "no-such.db"), 3, "vedette ingest"),
        (("claims", "--from", "yesterday"), 2, "2016-12-10"),
        (("claims", "--from", "2016-12-10", "--to", "2016-12-09"), 2, "is after"),
        (("frobnicate",), 2, "No such command"),
        (("ingest", "x.csv", "--field", "txet=body"), 2, "NAME=COLUMN"),
    ],
)
def test_what_goes_wrong_is_told_in_words(args: tuple[str, ...], code: int, words: str, tmp_path: Path) -> None:
    done = vedette(*args)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_id_is_told(ledger: str) -> None:
    done = vedette("show", "e-nothing", "--ledger", ledger)
    assert done.returncode == 3
    assert "nothing in the ledger" in done.stderr


def test_refused_input_sets_the_exit_code_and_the_good_goes_in(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text("December 10, 2016\n\n" + STRIKE, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    done = vedette("ingest", str(folder), "--ledger", str(tmp_path / "l.db"))
    assert done.returncode == 1
    assert "1 new" in done.stdout and "1 refused" in done.stdout


def test_standard_input_is_read(tmp_path: Path) -> None:
    done = vedette("ingest", "-", "--ledger", str(tmp_path / "l.db"), given="December 10, 2016\n\n" + STRIKE)
    assert done.returncode == 0, done.stderr
    assert "1 new" in done.stdout


def test_knowledge_is_checked_with_file_and_line(tmp_path: Path) -> None:
    assert vedette("knowledge").returncode == 0
    world = tmp_path / "world"
    world.mkdir()
    (world / "weapons.yaml").write_text("nonsense:\n  - 1\n", encoding="utf-8")
    done = vedette("knowledge", "--root", str(tmp_path))
    assert done.returncode == 3
    assert "weapons.yaml:" in done.stderr


def test_the_installed_command_runs_and_minds_a_closed_pipe() -> None:
    command = f"{sys.executable} -m vedette.cli.main --help | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.startswith("Usage: vedette")
    assert done.stderr == ""


def test_the_package_runs_as_a_module_too() -> None:
    asked = [sys.executable, "-m", "vedette", "--version"]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.startswith("vedette, version ")
