"""Counts without a time of their own that break down or add up what was told before: "• Homs: two attacks"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from vedette.extraction.when.ranked import ranks
from vedette.reading.reading import Reading, TimeMention

BULLETS = ("•", "-", "*", "–", "·")
_THESE = frozenset({"these", "those"})
_BACK = 2
"""How many sentences before a list or "these attacks" the period may be told."""


def summed_up(reading: Reading, trigger: Token) -> TimeMention | None:
    """The time told with what the trigger's sentence breaks down or adds up; None where it does neither."""
    sentence = trigger.sent
    if _bullet(sentence):
        head = sentence
        while (before := previous(head)) is not None and _bullet(head):
            head = before
        if not head.text.rstrip().endswith(":"):
            return None
        inside = [m for m in _told(reading, head) if m.relation in ("at", "since", "during")]
        return inside[0] if inside else _period(reading, head)
    if any(t.tag_ == "NNS" and any(c.lower_ in _THESE for c in t.children) for t in _subjects(sentence)):
        return _period(reading, sentence)
    return None


def _period(reading: Reading, sentence: Span) -> TimeMention | None:
    """The last period since or over some time in the sentences just before."""
    before: Span | None = sentence
    for _ in range(_BACK):
        before = previous(before) if before is not None else None
        if before is None:
            return None
        found = [m for m in _told(reading, before) if m.relation in ("since", "during")]
        if found:
            return found[-1]
    return None


def _told(reading: Reading, sentence: Span) -> list[TimeMention]:
    return [
        m for m in reading.times
        if sentence.start <= m.start < sentence.end and m.first and m.last and not ranks(reading, m)
    ]  # fmt: skip


def _subjects(sentence: Span) -> list[Token]:
    return [t for t in sentence if t.dep_ in ("nsubj", "nsubjpass") and t.head.i == sentence.root.i]


def _bullet(sentence: Span) -> bool:
    """Whether the line on which a sentence begins is an item of a list."""
    words = [t for t in sentence if not t.is_space]
    if not words:
        return False
    line = sentence.doc.text[: words[0].idx + 1].rsplit("\n", 1)[-1].lstrip()
    return line[:1] in BULLETS


def previous(sentence: Span) -> Span | None:
    """The sentence before, of words and not of blanks."""
    end = sentence.start
    while end > 0:
        before = sentence.doc[end - 1].sent
        if any(not t.is_space for t in before):
            return before
        end = before.start
    return None
