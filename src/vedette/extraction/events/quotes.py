"""The clause that a claim rests on."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.events.words import governor

EDGE = frozenset({",", ";", ":", "-", "and", "but", "or", "that", '"', "'", ".", "which", "while", "as"})


def clause_bounds(token: Token) -> tuple[int, int]:
    """First token index and one past the last of the clause around a trigger, within its sentence."""
    head = token
    if token.pos_ not in ("VERB", "AUX"):
        head = governor(token) or token
    start, end = head.left_edge.i, head.right_edge.i + 1
    sentence = token.sent
    start, end = (
        max(min(start, token.left_edge.i), sentence.start),
        min(max(end, token.right_edge.i + 1), sentence.end),
    )
    doc = token.doc
    for i in range(start + 1, min(start + 15, token.i)):
        if doc[i].text == "-" and doc[i - 1].text == ")":
            start = i + 1  # past a dateline: "GOMA (Reuters) -"
    while start < token.i and (doc[start].lower_ in EDGE or doc[start].is_space):
        start += 1
    while end - 1 > token.i and (doc[end - 1].lower_ in EDGE or doc[end - 1].is_space):
        end -= 1
    return start, end
