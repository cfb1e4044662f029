"""A row to a report: outlet, wire, language, what is refused."""

from __future__ import annotations

import pytest

from vedette.errors import IntakeError
from vedette.intake.headline import headline_of
from vedette.intake.language import unread
from vedette.intake.rows import report_from_row, take

BODY = "Nine people were killed on Monday when shells struck a market in the town of Marrat, medics said."


def test_nothing_of_the_text_is_changed() -> None:
    text = "  Nine\u00a0killed \n\n“Marrat” kil*led \n"
    report = report_from_row({"id": "x1", "title": " T ", "text": text, "published": "2016-12-12"})
    assert (report.text, report.title, report.ref) == (text, " T ", "x1")


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        (f"MARRAT (AFP) - {BODY}", "AFP"),
        (f"{BODY} - REUTERS", "Reuters"),
        (f"{BODY} (With AFP and Reuters)", "AFP"),
        (f"{BODY}\n\nCopyright (2016) AFP. All rights reserved.", "AFP"),
        (f"Nine killed in Marrat market AP Monday 12 Dec 2016 {BODY}", "Associated Press"),
        (f"MARRAT, Dec 12 (Meridian Press) - {BODY}", "Meridian Press"),
        (f"MARRAT, Dec 12 (state media) - {BODY}", None),
        (BODY, None),
        (f"{BODY} A rescuer told AFP that more were missing.", None),
    ],
)
def test_the_wire_that_is_credited(text: str, wire: str | None) -> None:
    assert report_from_row({"title": "Nine killed in Marrat market", "text": text}).wire == wire


def test_an_outlets_own_dateline_credits_no_wire() -> None:
    text = f"MARRAT, Dec 12 (North Press) - {BODY}"
    assert report_from_row({"text": text, "outlet": "North Press Agency"}).wire is None
    assert report_from_row({"text": text, "outlet": "npasyria.com"}).wire is None
    assert report_from_row({"text": text, "outlet": "Harbour Post"}).wire == "North Press Agency"


@pytest.mark.parametrize(
    ("row", "outlet"),
    [
        ({"outlet": "Harbour Wire"}, "Harbour Wire"),
        ({"url": "https://www.reuters.com/world/x"}, "Reuters"),
        ({"text": f"By VOA News December 12, 2016\n\n{BODY}"}, "VOA News"),
        ({"text": f"{BODY}\n\nCopyright (2016) AFP. All rights reserved."}, "AFP"),
        ({"text": f"By Harbour Post, December 12, 2016\n\n{BODY}"}, "Harbour Post"),
        ({"text": f"By Lina Haddad, Harbour Post, December 12, 2016\n\n{BODY}"}, "Harbour Post"),
        ({"text": f"By Lina Haddad, December 12, 2016\n\n{BODY}"}, None),
        ({}, None),
    ],
)
def test_the_outlet(row: dict[str, str], outlet: str | None) -> None:
    assert report_from_row({"text": BODY, **row}).outlet == outlet


def test_no_text_is_refused() -> None:
    with pytest.raises(IntakeError, match="empty"):
        report_from_row({"title": " ", "text": "\n"})


def test_another_language_is_told_by_its_name() -> None:
    turkish = (
        "Kentin doğusundaki pazar yerine düşen top mermileri dokuz kişinin ölümüne yol açtı, yetkililer açıkladı. "
    )
    assert unread(report_from_row({"text": turkish * 3})) == "in Turkish: Vedette reads English"


def test_a_short_text_is_never_refused_for_its_language() -> None:
    assert unread(report_from_row({"text": "Marrat: 9 †, Sarun: 4 †, Tel Amra: 2 †"})) is None


def test_a_page_without_a_story_is_told() -> None:
    index = "\n".join(f"Headline number {n} tells of something else" for n in "abcdefg")
    assert "no story" in " ".join(take({"text": index}).notes)


def test_the_headline() -> None:
    assert headline_of(report_from_row({"title": "Nine killed", "text": BODY})) == (0, 11)
    report = report_from_row({"text": f"Share\n\nNine killed in Marrat\n\n{BODY}"})
    span = headline_of(report)
    assert span is not None
    assert report.full[span[0] : span[1]] == "Nine killed in Marrat"
    assert headline_of(report_from_row({"text": f"{BODY}\n\n{BODY} More."})) is None


def test_halves_of_characters_are_replaced_and_told() -> None:
    taken = take({"text": f"{BODY} \ud83d"})
    assert taken.report.text == f"{BODY} \ufffd"
    assert "replaced" in taken.notes[0]
