"""What the situation report says, before it takes a form, and in each form."""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy import Engine

from vedette.ledger.filters import Filter
from vedette.products.situation.evidence import around
from vedette.products.situation.figures import range_words
from vedette.products.situation.gather import gather
from vedette.products.situation.model import Situation
from vedette.products.situation.write import as_html, as_json, as_markdown
from vedette.products.words import days_words, listed, parties_words


def test_a_running_total_is_shown_and_added_to_nothing(situation: Situation) -> None:
    assert any(r.words == "at least 413" for r in situation.running)
    killed = next(f for f in situation.figures if f.label == "killed")
    assert killed.low is not None and killed.low < 413


def test_a_part_is_not_added_to_its_whole(situation: Situation) -> None:
    strike = next(e for p in situation.places for e in p.events if e.place == "Atarib")
    killed = next(f for f in strike.figures if f.label == "killed")
    assert (killed.low, killed.high) == (14, 14)


def test_two_origins_that_cannot_both_hold_are_a_contradiction(situation: Situation) -> None:
    assert any("2,000" in d.why and "3,000" in d.why for d in situation.disputes)
    fled = next(f for f in situation.figures if f.label == "displaced")
    assert (fled.low, fled.high) == (2000, 3000)


def test_every_figure_leads_to_a_sentence(situation: Situation) -> None:
    events = {e.id: e for p in situation.places for e in p.events}
    for figure in situation.figures:
        assert figure.events
        for id_ in figure.events:
            assert any(e.kind == "toll" and e.quote for e in events[id_].evidence)


def test_the_period_is_that_of_the_reports(situation: Situation) -> None:
    assert (situation.first, situation.last) == ("2016-12-09", "2016-12-10")


def test_filters_narrow_the_report(engine: Engine) -> None:
    with engine.begin() as db:
        there = gather(db, Filter(place="Atarib"))
        later = gather(db, Filter(first=date(2017, 1, 1), last=date(2017, 1, 2)))
    assert {p.place for p in there.places} == {"Atarib"}
    assert later.places == () and later.figures == ()
    assert "No event in this period" in as_html(later)


def test_report_text_is_never_live_in_the_page(situation: Situation) -> None:
    page = as_html(situation)
    assert "<script>alert(1)" not in page
    assert "http://" not in page.replace("http://www.w3.org", "") and "https://" not in page


def test_the_forms_agree(situation: Situation) -> None:
    data = json.loads(as_json(situation))
    assert data["counts"] == situation.counts
    markdown = as_markdown(situation)
    for event in (e for p in situation.places for e in p.events):
        assert event.id in markdown


def test_a_quote_stands_in_its_sentence() -> None:
    text = "Calm held. Shells killed four in the market, he said. Rain fell."
    start = text.index("killed")
    assert around(text, start, start + 11) == ("Shells ", " in the market, he said.")


def test_no_sentence_ends_within_a_date_a_title_or_an_initial() -> None:
    text = "Calm held. Since Nov. 15, Gen. A. Haddad said, shells killed four of the U.S. Army there. Rain fell."
    start = text.index("killed")
    before, after = around(text, start, start + 11)
    assert before == "Since Nov. 15, Gen. A. Haddad said, shells "
    assert after == " of the U.S. Army there."


def test_days_in_words() -> None:
    assert days_words(date(2016, 12, 10), date(2016, 12, 10)) == "10 December 2016"
    assert days_words(date(2016, 12, 8), date(2016, 12, 10)) == "8 to 10 December 2016"
    assert days_words(date(2015, 5, 1), date(2015, 5, 31)) == "May 2015"
    assert days_words(date(2015, 1, 1), date(2015, 12, 31)) == "2015"
    assert days_words(date(2016, 11, 15), date(2016, 12, 10)) == "15 November to 10 December 2016"
    assert days_words(None, None) == "day not told"


def test_ranges_in_words() -> None:
    assert range_words(9, 9, False) == "9"
    assert range_words(9, 9, True) == "at least 9"
    assert range_words(9, 24, True) == "9 to 24 or more"
    assert range_words(None, None, False) == "number not told"
    assert listed(["A", "B", "C"]) == "A, B and C"


@pytest.mark.parametrize(
    ("type_", "actor", "target", "words"),
    [
        ("Attack", "rebels", "civilians", "by rebels against civilians"),
        ("Displacement", "civilians", "civilians", "of civilians"),
        ("Displacement", "civilians", None, "of civilians"),
        ("Displacement", "rebels", "civilians", "of civilians by rebels"),
        ("Evacuation", None, "rebels", "of rebels"),
        ("Talks", "Russia", "Turkey", "between Russia and Turkey"),
        ("Talks", "Russia", None, "of Russia"),
        ("Air/drone strike", None, "rebels", "against rebels"),
        ("Attack", None, None, ""),
    ],
)
def test_parties_in_words(type_: str, actor: str | None, target: str | None, words: str) -> None:
    assert parties_words(type_, actor, target) == words
