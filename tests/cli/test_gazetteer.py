"""`vedette gazetteer` and `vedette resolve` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.test_main import vedette
from tests.gazetteer.dumps import zipped

TEXT = "KYIV - Shelling killed four civilians in the village of Beit Orsafa on Friday, the mayor said."
OTHER = "KYIV - Shelling killed two civilians in Kramatorsk in Ukraine on Friday, the mayor said."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VEDETTE_GAZETTEER", str(tmp_path / "mine"))
    (tmp_path / "QX.zip").write_bytes(zipped())
    return tmp_path


def test_add_list_search_remove(folder: Path) -> None:
    done = vedette("gazetteer", "add", str(folder / "QX.zip"))
    assert done.returncode == 0, done.stderr
    assert "added qx: 4 places in QX" in done.stdout and "CC BY 4.0" in done.stdout
    rows = [json.loads(line) for line in vedette("gazetteer", "list", "--format", "jsonl").stdout.splitlines()]
    assert rows[0]["form"] == "built in" and rows[-1]["name"] == "qx" and rows[-1]["places"] == 4
    found = json.loads(vedette("gazetteer", "search", "Teluka", "--country", "qx", "--format", "jsonl").stdout)
    assert (found["id"], found["adm2"], found["where_prec"]) == ("geonames:3", "Teluka District", 1)
    assert vedette("gazetteer", "remove", "qx").returncode == 0
    none = vedette("gazetteer", "search", "Teluka")
    assert none.returncode == 1 and "no place is called" in none.stderr


def test_search_takes_namesakes_of_one_country(folder: Path) -> None:
    done = vedette("gazetteer", "search", "Tripoli", "--country", "Lebanon", "--format", "jsonl")
    assert {json.loads(line)["country"] for line in done.stdout.splitlines()} == {"LB"}


def test_rows_passed_over_are_told_and_set_the_exit_code(folder: Path) -> None:
    (folder / "mine.csv").write_text("name,lat,lon,country\nOrsafa,41,20,QX\nTeluka,north,20,QX\n", encoding="utf-8")
    done = vedette("gazetteer", "add", str(folder / "mine.csv"), "--name", "villages")
    assert done.returncode == 1
    assert "passed over: villages:3: latitude 'north' is no number" in done.stderr
    assert "added villages: 1 places" in done.stdout


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("add", "no-such.zip"), 3, "no such file"),
        (("remove", "no-such"), 3, "there are: none"),
        (("fetch", "Atlantis"), 2, "is no country"),
        (("fetch", "SY", "--from", "http://127.0.0.1:9/dump", "--timeout", "2"), 3, "not reached"),
        (("search",), 2, "NAME"),
    ],
)
def test_what_goes_wrong_is_told_in_words(folder: Path, args: tuple[str, ...], code: int, words: str) -> None:
    done = vedette("gazetteer", *args)
    assert (done.returncode, words in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr


def test_resolve_reads_anew_only_what_may_have_moved(folder: Path) -> None:
    ledger = str(folder / "l.db")
    rows = [
        {"id": n, "outlet": "Made Wire", "published": "2023-03-11", "title": "", "text": text}
        for n, text in (("a", TEXT), ("b", OTHER))
    ]
    (folder / "r.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    assert vedette("ingest", str(folder / "r.jsonl"), "--ledger", ledger).returncode == 0

    def places() -> dict[str, str | None]:
        lines = vedette("claims", "--ledger", ledger, "--kind", "toll", "--format", "jsonl").stdout.splitlines()
        claims = [json.loads(line) for line in lines]
        return {c["place"]: c["location"] and c["location"]["id"] for c in claims}

    before = places()
    assert before["Beit Orsafa"] is None and before["Kramatorsk"] is not None
    assert vedette("gazetteer", "add", str(folder / "QX.zip")).returncode == 0
    done = vedette("resolve", "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 of 2 reports read anew") and "1 name no place that was added" in done.stdout
    assert places() == before | {"Beit Orsafa": "geonames:4"}
    assert vedette("resolve", "--ledger", ledger).stdout.startswith("0 of 2 reports read anew")
    vedette("gazetteer", "remove", "qx")
    assert vedette("resolve", "--ledger", ledger).stdout.startswith("2 of 2 reports read anew")
    assert places() == before
