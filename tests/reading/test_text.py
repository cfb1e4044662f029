"""What the parser is given."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from vedette.intake.rows import report_from_row
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.reading.read import read
from vedette.reading.text import parse_text

BODY = "Two shells hit the market of Marrat on Monday, and nine people were killed, medics said."


def test_masked_words_are_closed_up(knowledge: Knowledge) -> None:
    report = report_from_row({"text": "IS*IS kil*led two, ki-lled one and left 3 de-ad; well-armed men re-armed."})
    plain = parse_text(report, knowledge)
    assert plain == "\nISIS  killed  two, killed  one and left 3 dead ; well-armed men re-armed."
    assert len(plain) == len(report.full)


def test_what_a_monitoring_service_says_of_a_text_is_blank(knowledge: Knowledge) -> None:
    report = report_from_row({"text": f"[TEXT] {BODY} [passage omitted] [Marrat is a town]"})
    assert parse_text(report, knowledge) == f"\n       {BODY}                   [Marrat is a town]"


def test_a_quote_has_the_masked_words_in_full(nlp: Language, knowledge: Knowledge) -> None:
    report = report_from_row(
        {"text": "Two shells hit the market and nine people were kil*led", "published": "2016-12-12"}
    )
    reading = next(read([report], nlp, knowledge))
    quote, start, end = reading.quote(0, len(reading.doc))
    assert quote.endswith("kil*led")
    assert report.full[start:end] == quote


def test_furniture_is_blank_and_parts_sentences(read_text: Callable[..., object], knowledge: Knowledge) -> None:
    report = report_from_row({"text": f"Mon 12 Dec 2016 {BODY} Read Also", "title": "x"})
    plain = parse_text(report, knowledge)
    assert plain.strip().removeprefix("x").strip() == BODY
    assert len(plain) == len(report.full)


def test_a_caption_is_read_once_and_stands_apart(nlp: Language, knowledge: Knowledge) -> None:
    caption = "People walk past a burnt car in Marrat. (Agency photo/A. Name)"
    report = report_from_row({"text": f"{caption}\n\n{caption}\n\n{BODY}"})
    assert parse_text(report, knowledge).count("burnt car") == 1
    flat = report_from_row({"title": "x", "text": f"12 Dec 2016 Men walk past a car in Marrat (AFP) {BODY}"})
    reading = next(read([flat], nlp, knowledge))
    assert BODY in [sentence.text.strip() for sentence in reading.doc.sents]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_the_length_is_kept(text: str) -> None:
    if not text.strip():
        return
    report = report_from_row({"text": text})
    assert len(parse_text(report, default_knowledge())) == len(report.full)
