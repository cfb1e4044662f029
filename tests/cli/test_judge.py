"""Judging from the command line, as an analyst does it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.test_main import Done, rows_of, vedette
from ledger.made import of_reports, put
from makers import control, event, toll
from vedette.ledger.store import open_ledger

STRIKE = event("r1", quote="jets struck a depot", source="witnesses")
DEAD = toll("r1", 9, quote="nine died when jets struck a depot", source="medics")
MORE = toll("r1", 14, quote="fourteen died when jets struck a depot", source="the army", start=60)
BUS = event("r2", "Arrests", quote="police held six men in Adana", place="Adana")
HELD = control("r1", "rebels", start=300, source="medics")
LOST = control("r2", "the army", start=300, source="a general")


@pytest.fixture
def ledger(new_ledger: Callable[[], str]) -> str:
    path = new_ledger()
    engine = open_ledger(path)
    put(engine, [STRIKE, DEAD, MORE, BUS, HELD, LOST])
    engine.dispose()
    return path


def judge(ledger: str, *args: str) -> Done:
    return vedette("judge", *args, "--by", "ann", "--why", "saw the lists", "--ledger", ledger)


def ids(*claims: object) -> list[str]:
    return [c.id for c in of_reports(claims)]  # type: ignore[arg-type]


def made(done: Done) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[0]


def test_an_analyst_judges_lists_and_takes_back(ledger: str) -> None:
    before = rows_of("events", "--ledger", ledger)
    strike, bus = ids(STRIKE, BUS)
    same = made(judge(ledger, "same", strike, bus))
    (row,) = rows_of("judgements", "--ledger", ledger)
    assert (row["id"], row["author"], row["reason"], row["state"]) == (same, "ann", "saw the lists", "in force")
    assert len(rows_of("events", "--ledger", ledger)) == len(before) - 1
    assert rows_of("judgements", "--about", bus, "--ledger", ledger)[0]["id"] == same
    assert rows_of("judgements", "--about", ids(HELD)[0], "--ledger", ledger) == []
    undone = vedette("undo", same, "--by", "bob", "--why", "two things", "--ledger", ledger)
    assert undone.returncode == 0, undone.stderr
    assert rows_of("events", "--ledger", ledger) == before


def test_a_judgement_needs_a_name_and_a_reason(ledger: str) -> None:
    done = vedette("judge", "wrong", *ids(DEAD), "--by", "ann", "--ledger", ledger)
    assert (done.returncode, "--why" in done.stderr) == (2, True)
    done = vedette("judge", "wrong", "c-none", "--by", "ann", "--why", "x", "--ledger", ledger)
    assert (done.returncode, "no claim and no event" in done.stderr) == (3, True)


def test_a_wrong_claim_is_shown_as_such(ledger: str) -> None:
    made(judge(ledger, "wrong", *ids(DEAD)))
    shown = vedette("show", *ids(DEAD), "--ledger", ledger)
    assert "withdrawn: judged by ann" in shown.stdout
    (listed,) = [c for c in rows_of("claims", "--ledger", ledger) if c["id"] == ids(DEAD)[0]]
    assert "saw the lists" in str(listed["withdrawn"])
    assert listed["event"] is None


def test_a_slot_is_corrected_and_checked(ledger: str) -> None:
    made(judge(ledger, "slot", *ids(DEAD), "low=12", "high=12", "who=civilian"))
    (listed,) = [c for c in rows_of("claims", "--ledger", ledger) if c["id"] == ids(DEAD)[0]]
    assert (listed["low"], listed["who"]) == (12, "civilian")
    assert "one of civilian" in judge(ledger, "slot", *ids(DEAD), "who=people").stderr
    assert "is about a claim" in judge(ledger, "slot", str(listed["event"]), "low=3").stderr


def test_a_place_is_looked_up(ledger: str) -> None:
    several = judge(ledger, "place", *ids(BUS), "Homs")
    if several.returncode:
        chosen = next(line.split()[0] for line in several.stderr.splitlines() if "town" in line)
        several = judge(ledger, "place", *ids(BUS), "Homs", "--id", chosen)
    made(several)
    (listed,) = rows_of("claims", "--ledger", ledger, "--place", "Homs")
    assert (listed["id"], listed["place"]) == (ids(BUS)[0], "Homs")


def test_contradictions_are_listed_and_settled(ledger: str) -> None:
    deaths, holders = rows_of("contradictions", "--ledger", ledger)
    assert (deaths["about"], deaths["status"]) == ("how many were killed", "open")
    assert holders["about"] == "who holds Tarsus"
    made(judge(ledger, "settle", str(deaths["id"]), "--low", "10", "--high", "12", "--best", "11"))
    (event_row,) = [e for e in rows_of("events", "--ledger", ledger) if e["id"] == deaths["event"]]
    assert (event_row["killed_low"], event_row["killed_best"], event_row["rule"]) == (10, 11, "analyst")
    now = rows_of("contradictions", "--ledger", ledger)[0]
    assert now["status"] == "settled by ann: saw the lists"
    assert rows_of("contradictions", "--open", "--ledger", ledger) == [holders]
    made(judge(ledger, "settle", str(deaths["event"]), "--rule", "latest"))
    assert "rule latest, chosen by ann" in str(rows_of("contradictions", "--ledger", ledger)[0]["status"])
    assert judge(ledger, "settle", str(deaths["event"]), "--rule", "latest", "--low", "3").returncode == 2
    assert judge(ledger, "settle", str(deaths["event"]), "--effect", "hurt", "--low", "3").returncode == 2


def test_the_rule_is_the_ledger_s_or_the_question_s(ledger: str) -> None:
    def best(*args: str) -> object:
        return next(e["killed_best"] for e in rows_of("events", "--ledger", ledger, *args) if e["rule"])

    assert vedette("rule", "--ledger", ledger).stdout.startswith("* range: least and most that anyone told")
    assert best("--rule", "source order", "--order", "medics") == 9
    assert vedette("rule", "source order", "--order", "the army", "--ledger", ledger).returncode == 0
    assert best() == 14
    assert best("--rule", "source order", "--order", "medics") == 9
    shown = next(e["id"] for e in rows_of("events", "--ledger", ledger) if e["rule"])
    assert "rule source order" in vedette("show", str(shown), "--ledger", ledger).stdout
    assert vedette("rule", "fairest", "--ledger", ledger).returncode == 3
    assert vedette("events", "--rule", "fairest", "--ledger", ledger).returncode == 2
    assert vedette("events", "--rule", "source order", "--ledger", ledger).returncode == 2


def test_the_grade_is_shown_and_asked_for(ledger: str) -> None:
    (fair,) = rows_of("events", "--grade", "fair", "--ledger", ledger)
    assert fair["grade_rule"] == "two voices"
    assert "grade: fair (two voices)" in vedette("show", str(fair["id"]), "--ledger", ledger).stdout


def test_changes_are_told_with_their_causes(ledger: str) -> None:
    made(judge(ledger, "same", *ids(STRIKE, BUS)))
    found = rows_of("changes", "--since", "1h", "--ledger", ledger)
    assert {c["kind"] for c in found} == {"report", "judgement", "event"}
    assert vedette("changes", "--since", "2000-01-01", "--kind", "event", "--ledger", ledger).returncode == 0
    assert vedette("changes", "--since", "lately", "--ledger", ledger).returncode == 2
    assert "Nothing has changed" in vedette("changes", "--since", "2999-01-01", "--ledger", ledger).stderr


def test_judgements_are_carried_to_another_ledger(ledger: str, new_ledger: Callable[[], str], tmp_path: Path) -> None:
    made(judge(ledger, "wrong", *ids(DEAD)))
    lines = vedette("judgements", "--format", "jsonl", "--ledger", ledger).stdout
    file = tmp_path / "judgements.jsonl"
    file.write_text(lines, encoding="utf-8")
    other = new_ledger()
    open_ledger(other).dispose()
    done = vedette("import", "judgements", str(file), "--ledger", other)
    assert done.stdout.startswith("1 new judgements, 0 already there")
    assert "waits" in done.stdout
    assert vedette("import", "judgements", str(file), "--ledger", other).stdout.startswith("0 new")
    file.write_text(json.dumps({"id": "j-1"}) + "\n", encoding="utf-8")
    assert vedette("import", "judgements", str(file), "--ledger", other).returncode == 3


def test_sources_tell_how_each_stands_beside_the_others(ledger: str) -> None:
    rows = {r["source"]: r for r in rows_of("sources", "--ledger", ledger)}
    medics = rows["medics"]
    assert (medics["happenings"], medics["shared"], medics["compared"]) == (1, 1, 1)
    assert (medics["contradicted"], medics["lower"], medics["ratio"]) == (1, 1, 0.64)
    assert rows["the army"]["ratio"] == 1.56


def test_a_claim_is_added_with_what_the_reading_finds_and_taken_back(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(
        "---\ntitle: Shells\npublished: 2016-12-10\n---\n"
        "Nine villagers died when a shell hit Aleppo on Friday, medics said.\n",
        encoding="utf-8",
    )
    ledger = str(tmp_path / "one.db")
    assert vedette("ingest", str(tmp_path / "one.md"), "--ledger", ledger).returncode == 0
    (report,) = rows_of("reports", "--ledger", ledger)
    words = ("--words", "Nine villagers died", "--by", "ann", "--why", "two more bodies", "--ledger", ledger)
    done = vedette("judge", "add", report["id"], "toll", "low=11", "high=11", "who=civilian", *words)
    (added,) = [c for c in rows_of("claims", "--ledger", ledger) if c["added"]]
    assert made(done) in str(added["added"])
    assert "effect: killed  (told by 'died')" in done.stdout
    assert (added["low"], added["effect"], added["to"], added["place"]) == (11, "killed", "2016-12-09", "Aleppo")
    assert "added by hand" in vedette("show", str(added["id"]), "--ledger", ledger).stdout
    assert added["event"] is not None
    again = vedette("judge", "add", report["id"], "toll", "low=11", "high=11", "who=civilian", *words)
    assert (again.returncode, "added this very claim" in again.stderr) == (3, True)
    assert vedette("undo", made(done), "--by", "ann", "--why", "none", "--ledger", ledger).returncode == 0
    assert [c for c in rows_of("claims", "--ledger", ledger) if c["added"]] == []


def test_a_bare_claim_takes_nothing_from_the_reading(ledger: str) -> None:
    given = ("--words", "the text", "--bare", "--by", "ann", "--why", "so", "--ledger", ledger)
    done = vedette("judge", "add", "r1", "control", "change=holds", "holder=rebels", *given)
    assert done.returncode == 0, done.stderr
    assert "place:   (left open by who added the claim)" in done.stdout
    wrong = vedette("judge", "add", "r1", "control", "holds", *given)
    assert (wrong.returncode, "NAME=VALUE" in wrong.stderr) == (2, True)
