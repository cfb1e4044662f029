"""The report held against an earlier period and an earlier issue, by area, in a house's own style, as PDF."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine

from vedette.cli.main import group
from vedette.errors import VedetteError
from vedette.ledger.filters import Filter
from vedette.ledger.store import open_ledger
from vedette.products.ranges import draw_range
from vedette.products.situation.changed import issue_moment
from vedette.products.situation.comparison import OVERLAP, change_words
from vedette.products.situation.gather import gather
from vedette.products.situation.house import render, write_starter
from vedette.products.situation.model import Figure, Situation
from vedette.products.situation.pdf import plain
from vedette.products.situation.period import before
from vedette.products.situation.write import as_html, as_markdown, report_bytes, write


def figure(low: int | None, high: int | None, best: int | None = None) -> Figure:
    return Figure(label="killed", low=low, high=high, best=best, words="", origins=(), events=(), rule="")


def test_a_change_is_named_only_where_the_ranges_lie_apart() -> None:
    assert change_words(figure(5, 9), figure(12, 20)) == "more, by at least 3"
    assert change_words(figure(12, 20), figure(5, None)) == OVERLAP  # "at least five" may be as many
    assert change_words(figure(12, None), figure(5, 9)) == "less, by at least 3"
    assert change_words(figure(5, 9), figure(8, 12)) == OVERLAP
    assert change_words(figure(9, 9), figure(9, 9)) == "the same"
    assert change_words(None, figure(1, 1)) == "not told before"
    assert change_words(figure(1, 1), None) == "not told now"


def test_the_period_before_is_as_long() -> None:
    week = before(Filter(first=date(2016, 12, 8), last=date(2016, 12, 14), place="Aleppo"))
    assert week == Filter(first=date(2016, 12, 1), last=date(2016, 12, 7), place="Aleppo")
    assert before(Filter(first=date(2016, 12, 8))) is None


def test_the_comparison_is_of_the_two_periods(sample_ledger: Path) -> None:
    where = Filter(first=date(2016, 12, 12), last=date(2016, 12, 16))
    with open_ledger(str(sample_ledger)).begin() as db:
        now = gather(db, where, against=before(where))
        then = gather(db, Filter(first=date(2016, 12, 7), last=date(2016, 12, 11)))
    against = now.comparison
    assert against is not None and (against.first, against.last) == (then.first, then.last)
    assert {row.label: row.before for row in against.rows if row.before} == {f.label: f for f in then.figures}
    assert {row.label: row.now for row in against.rows if row.now} == {f.label: f for f in now.figures}
    assert against.events == then.counts["events"]


def test_areas_add_up_to_the_key_figures(situation: Situation) -> None:
    assert sum(area.events for area in situation.areas) == situation.counts["events"]
    for whole in situation.figures:
        parts = [f for area in situation.areas for f in area.figures if f.label == whole.label]
        assert sum(f.low or 0 for f in parts) == whole.low


def test_an_issue_tells_the_moment_from_which_the_next_counts(
    sample_ledger: Path, situation: Situation, tmp_path: Path
) -> None:
    for name in ("issue.html", "issue.md", "issue.json"):
        write(situation, tmp_path / name)
        assert issue_moment(tmp_path / name).isoformat() == situation.as_of
    (tmp_path / "other.html").write_text("<html></html>", encoding="utf-8")
    with pytest.raises(VedetteError, match="tells no moment"):
        issue_moment(tmp_path / "other.html")


def test_what_changed_since_the_last_issue_is_told_with_its_cause(sample_ledger: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    shutil.copy(sample_ledger, ledger)
    last, new = tmp_path / "last.html", tmp_path / "new.json"
    assert run("report", "--ledger", str(ledger), "--out", str(last)) == 0
    assert run("report", "--ledger", str(ledger), "--since", str(last), "--out", str(new)) == 0
    assert json.loads(new.read_text(encoding="utf-8"))["changed"]["rows"] == []
    report = tmp_path / "late.txt"
    report.write_text(
        "Late Wire\n16 December 2016\n\nShelling killed 17 people in Idlib on Thursday, medics said.\n",
        encoding="utf-8",
    )
    assert run("ingest", str(report), "--ledger", str(ledger)) == 0
    assert run("report", "--ledger", str(ledger), "--since", str(last), "--out", str(new)) == 0
    changed = json.loads(new.read_text(encoding="utf-8"))["changed"]
    assert changed["reports"] == 1
    assert any(r["change"] == "new" and "killed 17" in r["what"] and "late" in r["why"] for r in changed["rows"])


def run(*args: str) -> int:
    return CliRunner().invoke(group, list(args)).exit_code


def test_everything_is_new_since_before_the_ledger_was(engine: Engine) -> None:
    with engine.begin() as db:
        found = gather(db, Filter(), since=datetime(2000, 1, 1))
    assert found.changed is not None and found.changed.reports == found.counts["reports"]
    events = {e.id for place in found.places for e in place.events}
    assert {r.id for r in found.changed.rows if r.kind == "event"} == events
    assert "Changed since the last issue" in as_html(found) and "Changed since the last issue" in as_markdown(found)


def test_a_range_is_drawn_from_least_to_most_and_told_in_words() -> None:
    svg = draw_range(figure(10, None, 20), 20)
    assert 'class="open"' in svg and 'aria-label="killed: , best 20"' in svg
    assert 'class="open"' not in draw_range(figure(10, 20, 20), 20)
    assert draw_range(figure(None, None), 20) == ""


def test_a_template_of_ones_own_replaces_blocks_or_everything(situation: Situation, tmp_path: Path) -> None:
    house = tmp_path / "house.md"
    house.write_text('{% extends "situation.md.j2" %}{% block head %}# Our desk, {{ period }}\n{% endblock %}', "utf-8")
    text = render(situation, house, "out.md")
    assert text.startswith("# Our desk, ") and "## Key figures" in text
    write_starter(tmp_path / "whole.md")
    assert render(situation, tmp_path / "whole.md", "out.md") == as_markdown(situation)
    write_starter(tmp_path / "whole.html")
    assert render(situation, tmp_path / "whole.html", "out.html") == as_html(situation)


def test_a_template_that_fails_says_where(situation: Situation, tmp_path: Path) -> None:
    house = tmp_path / "house.md"
    for text, match in (
        ("one\n{{ s.nothing }}", "nothing"),
        ("one\n{% if %}", "house.md:2"),
        ("{{ s.__class__.__mro__ }}", "unsafe"),
        ('{% extends "house.md" %}', "extends itself"),
    ):
        house.write_text(text, encoding="utf-8")
        with pytest.raises(VedetteError, match=match):
            render(situation, house, "out.md")
    with pytest.raises(VedetteError, match=r"house\.doc"):
        write_starter(tmp_path / "house.doc")


def test_report_text_is_escaped_in_a_page_by_ones_own_template(situation: Situation, tmp_path: Path) -> None:
    house = tmp_path / "house.html"
    house.write_text("{% for e in events %}{{ e.evidence[0].before }}{{ e.headline }}{% endfor %}", encoding="utf-8")
    assert "<script>" not in render(situation, house, "out.html")


def test_pdf_is_a4_tagged_and_holds_the_figures(situation: Situation, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    body = report_bytes(situation, "pdf", "out.pdf")
    assert body == report_bytes(situation, "pdf", "out.pdf")  # the same ledger, the same file
    reader = pypdf.PdfReader(BytesIO(body))
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] and reader.trailer["/Root"]["/Lang"] == "en"
    text = " ".join(page.extract_text() for page in reader.pages)
    assert situation.title in text and all(f.words in text for f in situation.figures)


@pytest.mark.parametrize("title", ["Quotes \x93so\x94 and \x95\x07", "A sign \U00012345 that no font has"])
def test_strange_characters_do_not_keep_a_pdf_from_being_made(title: str, situation: Situation) -> None:
    pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    reader = pypdf.PdfReader(BytesIO(report_bytes(replace(situation, title=title), "pdf", "out.pdf")))
    assert title.split()[0] in reader.pages[0].extract_text() and "/MarkInfo" in reader.trailer["/Root"]
    assert plain("\x93so\x94 \x95\x81\x07") == "“so” • "


def test_a_typst_template_that_fails_says_so(situation: Situation, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    own = tmp_path / "own.typ"
    write_starter(own)
    assert report_bytes(situation, "pdf", "out.pdf", own) == report_bytes(situation, "pdf", "out.pdf")
    own.write_text("#nothing", encoding="utf-8")
    with pytest.raises(VedetteError, match="nothing"):
        report_bytes(situation, "pdf", "out.pdf", own)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--against", "before", "--out", "x.md"], "both ends"),
        (["--against", "last week", "--out", "x.md"], "2016-12-01..2016-12-07"),
        (["--against", "2016-12-07..2016-12-01", "--out", "x.md"], "backwards"),
        (["--since", "soon", "--out", "x.md"], "is no time"),
        ([], "--out FILE"),
    ],
)
def test_what_cannot_be_compared_is_a_usage_error(args: list[str], words: str, sample_ledger: Path) -> None:
    done = CliRunner().invoke(group, ["report", "--ledger", str(sample_ledger), *args])
    assert done.exit_code == 2 and words in done.output
