"""The method page says what is in force, under the headings of the Standards for Casualty Recording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine

from vedette.cli.main import group
from vedette.errors import VedetteError
from vedette.ledger.filters import Filter
from vedette.ledger.ruling import make_rule
from vedette.products.method.accuracy import MEASURES, known_accuracy
from vedette.products.method.gather import HEADINGS, gather_method
from vedette.products.method.model import Method
from vedette.products.method.write import FORMS, method_text

FLOORS = Path(__file__).parent.parent / "floors.json"


@pytest.fixture(scope="module")
def method(engine: Engine) -> Method:
    with engine.begin() as db:
        return gather_method(db, Filter())


def facts(method: Method) -> dict[str, str]:
    return {what: value for section in method.sections for what, value in section.facts}


def test_it_stands_under_the_five_headings_and_tells_this_ledger(method: Method) -> None:
    assert tuple(section.heading for section in method.sections) == HEADINGS
    told = facts(method)
    assert told["Reports read"].startswith("3, 0 of them")
    assert "Made Wire (1)" in told["Outlets"] and told["Languages"] == "en (3)"
    assert told["Origins credited, by claims"].startswith("Syrian Observatory for Human Rights")
    assert told["Rule that settles figures"].startswith("range: least and most")
    assert told["Judgements in force"] == "none"


def test_a_count_is_said_to_be_a_floor_and_of_what(method: Method) -> None:
    assert "a floor of what 3 news reports told" in method.floor[0]
    for form in ("html", "md"):
        assert "A count in this record is a floor" in method_text(method, form)


def test_another_rule_is_told_where_it_is_in_force(engine: Engine) -> None:
    with engine.begin() as db:
        method = gather_method(db, Filter(), make_rule("source order", ["SANA"]))
    assert facts(method)["Rule that settles figures"].startswith("source order (SANA): the last word of the first")


def test_no_accuracy_is_claimed_above_the_guarded_floors() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    guarded = [one for one in known_accuracy().sets if one.guarded]
    assert guarded
    for one in known_accuracy().sets:
        assert set(one.scores) <= set(MEASURES)
    for one in guarded:
        for measure, value in one.scores.items():
            assert value <= floors[one.name][measure], f"{one.name} {measure}"


def test_its_forms_say_the_same(method: Method) -> None:
    body = json.loads(method_text(method, "json"))
    page, text = method_text(method, "html"), method_text(method, "md")
    for section in body["sections"]:
        assert section["heading"] in page and section["heading"] in text
    assert FORMS == ("html", "md", "json")
    with pytest.raises(VedetteError, match="docx"):
        method_text(method, "docx")


def test_the_verb_prints_or_writes_it(sample_ledger: Path, tmp_path: Path) -> None:
    printed = CliRunner().invoke(group, ["method", "--ledger", str(sample_ledger)])
    assert printed.exit_code == 0 and printed.output.startswith("# Method")
    out = tmp_path / "method.html"
    done = CliRunner().invoke(group, ["method", "--ledger", str(sample_ledger), "--place", "Aleppo", "--out", str(out)])
    assert done.exit_code == 0 and "Aleppo, " in out.read_text(encoding="utf-8")
