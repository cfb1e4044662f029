"""Who is credited, and how the words of a source that no list has are written down."""

from __future__ import annotations

import calendar
from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Token

_PLAIN = frozenset({"NOUN", "ADJ", "DET", "NUM"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Who is credited. `person`: named or told as one person, so that "he" can mean it."""

    name: str
    kind: str
    person: bool = False
    how: str = "named"


def full_name(head: Token, titles: Set[str], particles: Set[str]) -> tuple[int, int]:
    """The tokens of a person's name around `head`, first and end (exclusive): `titles` left out, `particles` kept."""
    doc = head.doc
    start, end = head.i, head.i + 1
    while start > 0 and doc[start - 1].pos_ == "PROPN":
        start -= 1
        if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in particles:
            start -= 2
    if start == head.i and start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in particles:
        start -= 2
        while start > 0 and doc[start - 1].pos_ == "PROPN":
            start -= 1
    while start < head.i and (doc[start].lower_.rstrip(".") in titles or doc[start].text == "."):
        start += 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].ent_type_ == "PERSON":
        end += 1
    return start, end


def as_told(head: Token) -> str:
    """The words of a source without a name: no leading "the", up to a short "in X" or "of X" after it."""
    doc = head.doc
    start = head.left_edge.i
    while start < head.i and (
        doc[start].is_punct
        or doc[start].is_space
        or doc[start].lower_ in ("the", "but", "and")
        or doc[start].text in calendar.day_name  # "since Monday local media reported"
    ):
        start += 1
    # In a text that lost its commas the words before may be of another phrase: "in Hama informed sources said".
    if head.pos_ == "PROPN" and doc[start].pos_ == "NOUN" and start < head.i:
        start = next(n for n in range(start, head.i + 1) if doc[n].pos_ == "PROPN")
    told = next((n for n in range(start + 1, head.i) if doc[n].tag_ == "VBN"), start)
    start = told if doc[start].pos_ == "PROPN" else start
    end = head.i + 1
    for prep in head.children:
        if prep.dep_ == "prep" and prep.i == end and prep.lower_ in ("in", "at", "from", "inside"):
            objects = [c for c in prep.children if c.dep_ == "pobj"]
            if objects and objects[0].i - prep.i < 4 and objects[0].pos_ == "PROPN":
                end = objects[0].i + 1
        elif prep.lower_ == "of" and prep.i == end and prep.right_edge.i - prep.i < 6:
            end = prep.right_edge.i + 1  # "head" alone names nobody
    text = doc[start:end].text
    plain = doc[start].lower_ in ("a", "an") or (doc[start].is_sent_start and doc[start].pos_ in _PLAIN)
    return text[0].lower() + text[1:] if plain and (len(doc[start]) == 1 or not doc[start].is_upper) else text


def definite(head: Token) -> bool:
    """Whether `head` is one told of before: "the group", "the same source"."""
    return any(c.lower_ in ("the", "this", "that", "same", "these") for c in head.children)


def described(head: Token) -> bool:
    """Whether more than "the same" stands before the noun, so that it is a source of its own."""
    return any(
        c.dep_ in ("compound", "amod", "poss", "nmod") and c.lower_ not in ("same", "aforementioned")
        for c in head.lefts
    )


def based(head: Token) -> bool:
    """Whether `head` is told by where it sits: "the Britain-based group"."""
    return any(c.lower_ == "based" or c.lower_.endswith("-based") for c in head.lefts)


def counted(head: Token) -> bool:
    """Whether `head` is a number of people ("at least 48 people"); in "to 112 a group said" it is another's."""
    return any(c.dep_ == "nummod" for c in head.lefts) and not any(c.dep_ == "det" for c in head.lefts)
