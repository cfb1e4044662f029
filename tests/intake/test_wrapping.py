"""Texts that were broken into lines of even width."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from vedette.intake.rows import report_from_row
from vedette.intake.story import story_of
from vedette.intake.wrapping import unwrap, wrap_breaks
from vedette.knowledge.pack import Knowledge
from vedette.reading.text import parse_text

PARAGRAPHS = [
    "Shells kill nine in Marrat",
    "Nine people were killed on Monday when shells struck a market in the town of Marrat, medics said, and another 20 "
    "were wounded in the attack, which came on the first day of the yearly fair that fills the town with visitors.",
    "The shells were fired from the hills to the north, where government forces have had guns since the spring of last "
    "year. A teacher who lives near the market said that he had heard three blasts and had seen two cars on fire.",
]
WRAPPED = "\n\n".join(textwrap.fill(p, 70) for p in PARAGRAPHS)


def test_wrapped_paragraphs_are_whole_again(knowledge: Knowledge) -> None:
    assert unwrap(WRAPPED) == "\n\n".join(PARAGRAPHS)
    report = report_from_row({"text": WRAPPED})
    assert report.furniture == ()
    assert story_of(report).strip() == WRAPPED
    assert parse_text(report, knowledge).strip() == "\n\n".join(PARAGRAPHS)


def test_paragraphs_and_headlines_on_lines_of_their_own_stay() -> None:
    assert wrap_breaks("\n".join(PARAGRAPHS)) == []
    assert wrap_breaks("\n".join(f"Minister number {n} opens another bridge over the river" for n in range(9))) == []


def test_wrapped_newswire_in_capitals_is_whole_again() -> None:
    assert unwrap(WRAPPED.upper()) == "\n\n".join(p.upper() for p in PARAGRAPHS)
    headlines = "\n".join(f"MINISTER NUMBER {n} OPENS ANOTHER BRIDGE OVER THE RIVER" for n in range(9))
    assert wrap_breaks(headlines) == []


@given(st.text(alphabet="ab A.\n\r", max_size=300))
def test_the_length_is_kept(text: str) -> None:
    assert len(unwrap(text)) == len(text)
