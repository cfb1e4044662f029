"""Sentences of a quotation that have no verb of saying of their own: "These are crimes. We will ...," X said."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from vedette.extraction.statements.content import act_of_words, is_bidden
from vedette.extraction.statements.speakers import Speakers
from vedette.extraction.who_says import who_says
from vedette.knowledge.statements import Act
from vedette.reading.reading import Reading

_PLAIN: tuple[Act, ...] = ("condemn", "reject")
"""Acts that the words of a quotation make by themselves; others need to be told as such."""


def quoted(reading: Reading, speakers: Speakers) -> Iterator[tuple[Span, Act, str]]:
    """Each whole sentence inside a quotation that a body is credited with, with the act that its words make."""
    inside = False
    for sentence in reading.doc.sents:
        marks = sum(t.text == '"' for t in sentence)
        opens = inside or next((t.text for t in sentence if not t.is_space), "") == '"'
        whole = opens and (marks == 0 or (not inside and marks == 1))
        inside ^= marks % 2 == 1
        if not whole:
            continue
        bidden = is_bidden(speakers.words, sentence.root)
        act: Act | None = "demand" if bidden else act_of_words(reading.knowledge, sentence.text, _PLAIN)
        source = who_says(reading, sentence.root).source
        if act is not None and source is not None and source in speakers.bodies:
            yield sentence, act, source
