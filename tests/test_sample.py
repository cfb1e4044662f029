"""A whole run on the sample: the traps that its README names come out as a careful desk would have them."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from sqlalchemy import Engine

from vedette.intake.files import read_paths
from vedette.knowledge.pack import Knowledge
from vedette.ledger import records
from vedette.ledger.ingest import finish, ingest
from vedette.ledger.store import open_ledger
from vedette.model.claim import Claim, Toll
from vedette.model.happening import Happening
from vedette.sample import sample_folder


@pytest.fixture(scope="module")
def engine(sample_ledger: Path) -> Engine:
    return open_ledger(str(sample_ledger))


@pytest.fixture(scope="module")
def claims(engine: Engine) -> dict[str, Claim]:
    with engine.connect() as db:
        return {c.id: c for c in records.list_claims(db)}


@pytest.fixture(scope="module")
def happenings(engine: Engine) -> list[Happening]:
    with engine.connect() as db:
        return records.list_happenings(db)


def telling(happenings: list[Happening], claims: dict[str, Claim], report: str, words: str) -> Happening:
    """The happening of the claim of `report` whose quote has `words`, and the least beside them."""
    found = [(c, h) for h in happenings for c in h.claims if claims[c].report == report and words in claims[c].quote]
    assert found, f"{report}: {words}"
    return min(found, key=lambda pair: len(claims[pair[0]].quote))[1]


def test_one_exodus_two_figures_two_origins(happenings: list[Happening], claims: dict[str, Claim]) -> None:
    fled = telling(happenings, claims, "2016-12-10-bosphorus-bulletin", "2,000 more civilians fled")
    reports = {claims[c].report for c in fled.claims}
    assert {"2016-12-10-qasr-daily", "2016-12-10-free-quarter-voice"} <= reports
    assert set(fled.origins) == {"Syrian Observatory for Human Rights", "SANA"}
    assert any("2,000" in x.why and "3,000" in x.why for x in fled.contradictions)


def test_a_running_total_is_no_part_of_a_day(happenings: list[Happening], claims: dict[str, Claim]) -> None:
    total = telling(happenings, claims, "2016-12-10-bosphorus-bulletin", "129 people")
    day = telling(happenings, claims, "2016-12-10-bosphorus-bulletin", "At least nine civilians")
    assert total.id != day.id
    assert total.running


def test_a_subset_is_marked(claims: dict[str, Claim]) -> None:
    children = [c for c in claims.values() if isinstance(c, Toll) and c.group == "children" and c.low == 39]
    assert children and all(c.subset for c in children)


def test_a_wire_copy_is_no_second_report(engine: Engine) -> None:
    with engine.connect() as db:
        copies = {r.report.ref: r.copy_of for r in records.list_reports(db) if r.copy_of}
    assert len(copies) == 1
    assert set(copies) <= {"2016-12-07-harbour-post", "2016-12-07-levant-courier"}


def test_a_strike_and_its_correction_are_one_happening(happenings: list[Happening], claims: dict[str, Claim]) -> None:
    strike = telling(happenings, claims, "2016-12-10-bosphorus-bulletin", "14 people were killed")
    assert strike.killed is not None
    assert strike.killed.low == 14
    assert {"2016-12-10-free-quarter-voice", "2016-12-11-free-quarter-voice"} & {
        claims[c].report for c in strike.claims
    }


def test_the_undated_stays_undated(engine: Engine, claims: dict[str, Claim]) -> None:
    with engine.connect() as db:
        notes = next(r.report for r in records.list_reports(db) if r.report.ref == "clinic-notes")
    assert notes.published is None
    own = [c for c in claims.values() if c.report == "clinic-notes"]
    assert own and all(c.first is None for c in own)
    assert all(c.reasons.get("from") for c in own)


def test_a_report_on_fruit_tells_nothing(claims: dict[str, Claim]) -> None:
    assert [c.quote for c in claims.values() if c.report == "citrus-fair"] == []


def test_furniture_and_other_stories_tell_nothing(claims: dict[str, Claim]) -> None:
    quotes = " ".join(c.quote for c in claims.values())
    assert "Istanbul" not in quotes and "football stadium" not in quotes


def test_every_quote_is_the_reports_own_words(engine: Engine, claims: dict[str, Claim]) -> None:
    with engine.connect() as db:
        texts = {r.report.id: r.report.full for r in records.list_reports(db)}
    for claim in claims.values():
        assert texts[claim.report_id][claim.start : claim.end] == claim.quote


def test_another_order_gives_the_same_record(
    tmp_path: Path, nlp: Language, knowledge: Knowledge, claims: dict[str, Claim], happenings: list[Happening]
) -> None:
    other = open_ledger(str(tmp_path / "ledger.db"))
    list(ingest(other, list(read_paths([str(sample_folder())]))[::-1], nlp, knowledge))
    finish(other)
    with other.connect() as db:
        assert {c.id for c in records.list_claims(db)} == set(claims)
        assert records.list_happenings(db) == happenings
