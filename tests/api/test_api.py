"""The Python interface: its names, its weight, its frames, and its tutorial."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import vedette
from vedette.api import Ledger, open_ledger

TUTORIAL = Path(__file__).parent.parent.parent / "docs" / "api.md"


@pytest.fixture(scope="module")
def ledger(sample_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(sample_ledger) as found:
        yield found


def test_the_public_names_are_these() -> None:
    assert sorted(vedette.__all__) == [
        "Claim", "Contradiction", "Control", "EXTRACTION_VERSION", "Event", "Evidence", "Happening", "Ledger", "Place",
        "Report", "Settlement", "Situation", "Statement", "Table", "Toll", "VedetteError", "__version__", "open_ledger",
    ]  # fmt: skip
    assert all(getattr(vedette, name) is not None for name in vedette.__all__)
    assert dir(vedette) == sorted(vedette.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        vedette.nothing  # noqa: B018


def test_the_public_methods_are_these() -> None:
    own = {name for name in vars(Ledger) if not name.startswith("_")}
    assert own == {"claims", "close", "events", "evidence", "export", "reports", "show", "situation"}
    assert {"rows", "to_pandas", "to_polars"} <= set(vars(vedette.Table))


def test_importing_it_loads_no_library() -> None:
    code = "import sys, vedette; print([m for m in ('sqlalchemy', 'spacy', 'pydantic', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_frames_are_typed_and_hold_every_row(ledger: Ledger) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    events = ledger.events()
    frame, table = events.to_pandas(), events.to_polars()
    assert len(frame) == table.height == len(events) > 0
    assert list(frame.columns) == table.columns == list(events.columns)
    assert pandas.api.types.is_datetime64_any_dtype(frame["from"]) and table.schema["from"] == polars.Date
    assert str(frame["killed_low"].dtype) == "Int64" and table.schema["happened"] == polars.Boolean
    assert int(frame["killed_low"].sum()) == table["killed_low"].sum()
    undated = [e.id for e in events if e.first is None]
    assert set(frame.loc[frame["from"].isna(), "id"]) == set(undated)


def test_claims_have_the_slots_of_their_kind(ledger: Ledger) -> None:
    rows = {row["id"]: row for row in ledger.claims().rows()}
    assert {row["kind"] for row in rows.values()} == {"toll", "event", "control", "statement"}
    toll = next(row for row in rows.values() if row["kind"] == "toll")
    assert toll["effect"] and toll["type"] is None and toll["says"]


def test_a_table_is_a_sequence(ledger: Ledger) -> None:
    reports = ledger.reports(first="2016-12-07", last="2016-12-08")
    assert [r.published for r in reports] == sorted(r.published for r in reports if r.published)
    assert list(reports[:2]) == list(reports)[:2] and repr(reports).startswith("<Table of")
    assert reports.rows()[0]["ref"] == reports[0].ref


def test_a_day_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        ledger.events(first="soon")
    with pytest.raises(ValueError, match="after"):
        ledger.events(first="2016-12-08", last="2016-12-07")


def test_what_is_not_there_is_said(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(vedette.VedetteError, match="geojson"):
        ledger.export("shapefile", tmp_path / "x")
    with pytest.raises(vedette.VedetteError):
        ledger.evidence("e-0000000000000000")
    with pytest.raises(vedette.VedetteError, match="there is no ledger"):
        vedette.open_ledger(tmp_path / "none.db")


def test_evidence_is_had_by_id_too(ledger: Ledger) -> None:
    event = ledger.events()[0]
    assert ledger.evidence(event.id) == ledger.evidence(event)
    assert [e.id for e in ledger.evidence(event.claims[0])] == [event.claims[0]]
    assert ledger.show(event.id)["id"] == event.id


def test_the_tutorial_does_what_it_says(sample_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    (tmp_path / "build" / "demo").mkdir(parents=True)
    shutil.copy(sample_ledger, tmp_path / "build" / "demo" / "sample.db")
    monkeypatch.chdir(tmp_path)
    text = "\n".join(re.findall(r"```pycon\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL))
    test = doctest.DocTestParser().get_doctest(text, {}, "api.md", str(TUTORIAL), 0)
    assert len(test.examples) > 15
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert runner.run(test, out=said.append).failed == 0, "".join(said)
