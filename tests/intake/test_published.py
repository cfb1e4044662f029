"""When a report was published, from the text itself."""

from __future__ import annotations

from datetime import date

import pytest

from vedette.intake.rows import take
from vedette.model.report import DateBasis

BODY = "Nine people were killed on Monday when shells struck a market in the town of Marrat, medics said."
TODAY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("text", "basis", "quote"),
    [
        (f"Nine killed in market\n\nBy Harbour Wire December 12, 2016\n\n{BODY}", DateBasis.BYLINE, "By Harbour Wire"),
        (f"Monday, 12 December 2016, 16:21\n\n{BODY}", DateBasis.BYLINE, "Monday, 12 December 2016"),
        (f"Published December 12 2016 {BODY}", DateBasis.BYLINE, "December 12 2016"),
        (f"12.12.2016(updated 1121 12.12.2016) {BODY}", DateBasis.BYLINE, "12.12.2016"),
        (f"MARRAT, Dec 12 (Reuters) - {BODY}\n\nCopyright 2016 Reuters.", DateBasis.DATELINE, "MARRAT, Dec 12"),
        (f"   MARRAT, 12 DEC 16 (EFE) -- {BODY}", DateBasis.DATELINE, "MARRAT, 12 DEC 16"),
        (f"MARRAT (NORLAND), 12 DEC 16 (EFE) -- {BODY}", DateBasis.DATELINE, "MARRAT (NORLAND), 12 DEC 16"),
        (f"MARRAT, 2016-12-12 (Reuters) - {BODY}", DateBasis.DATELINE, "MARRAT, 2016-12-12"),
        (
            f"Nine killed\n\nA burnt car on Dec. 12 (AFP photo/A. Name)\n\n{BODY}\n\nCopyright (2016) AFP.",
            DateBasis.CAPTION,
            "Dec. 12",
        ),
        (f"{BODY}\n\nLast Update: Monday, 12 December 2016", DateBasis.BYLINE, "Monday, 12 December 2016"),
    ],
)
def test_each_clue(text: str, basis: DateBasis, quote: str) -> None:
    report = take({"text": text}, today=TODAY).report
    assert report.published == date(2016, 12, 12)
    assert report.published_basis is basis
    assert report.published_quote is not None
    assert report.published_quote.startswith(quote)
    assert report.published_quote in report.full


def test_the_url_is_asked_last() -> None:
    report = take({"text": BODY, "url": "https://site.example/2016/12/12/nine-killed"}, today=TODAY).report
    assert (report.published, report.published_basis) == (date(2016, 12, 12), DateBasis.URL)


def test_a_byline_beats_a_caption() -> None:
    text = f"By Harbour Wire December 12, 2016\n\nA car on Nov. 2, 2016 (AFP photo/A. Name)\n\n{BODY}"
    assert take({"text": text}, today=TODAY).report.published == date(2016, 12, 12)


def test_metadata_beat_the_text_and_the_difference_is_told() -> None:
    taken = take({"text": f"By Harbour Wire December 12, 2016\n\n{BODY}", "published": "2016-12-13"}, today=TODAY)
    assert taken.report.published == date(2016, 12, 13)
    assert "the page itself says" in taken.notes[0]


def test_the_date_that_a_page_prints_at_its_head_beats_the_table_that_it_came_in() -> None:
    row = {"title": "Nine killed", "text": f"Published December 12 2016 {BODY}", "published": "2016-12-20"}
    taken = take(row, today=TODAY, compiled=True)
    assert (taken.report.published, taken.report.published_basis) == (date(2016, 12, 12), DateBasis.DATELINE)
    assert "2016-12-20 by its table" in taken.notes[0]
    assert take(row, today=TODAY).report.published == date(2016, 12, 20)


def test_a_banner_with_the_day_of_a_visit_does_not_beat_the_table() -> None:
    row = {"text": f"12 November, 2019\n\nConvoy reaches Marrat\n\n{BODY}", "published": "2016-12-20"}
    assert take(row, today=TODAY, compiled=True).report.published == date(2016, 12, 20)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (BODY, "no byline, dateline"),
        (f"MARRAT, Dec 12 (Reuters) - {BODY}", "gives no year"),
        (f"05-07-2016\n\n{BODY}", "day first or month first"),
        (f"12 December 2031\n\n{BODY}", "in the future"),
    ],
)
def test_no_date_stays_none_with_a_reason(text: str, why: str) -> None:
    taken = take({"text": text}, today=TODAY)
    assert taken.report.published is None
    assert taken.report.published_basis is None
    assert why in taken.notes[0]


def test_a_date_given_in_the_future_is_refused_and_told() -> None:
    taken = take({"text": BODY, "published": "2031-01-01"}, today=TODAY)
    assert taken.report.published is None
    assert "lies in the future" in taken.notes[0]


def test_a_date_in_a_sentence_is_not_the_publication() -> None:
    assert take({"text": f"{BODY} The siege began on 4 May 2015."}, today=TODAY).report.published is None
