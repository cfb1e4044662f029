"""Plain tokens answer what spaCy's answer."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from vedette.reading.plain import plain

TEXT = (
    "Two shells that rebels had fired on Kosta killed Ana Rell, a nurse, and her son on Tuesday.\n\n"
    'The army said: "We did not, and will not, hit homes." Nobody could reach the town.'
)
STRINGS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "whitespace_", "shape_", "text_with_ws")
FLAGS = ("i", "idx", "is_space", "is_punct", "is_sent_start", "is_upper", "is_digit", "like_num", "n_lefts")
TOKENS = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


@pytest.fixture(scope="module")
def theirs(nlp: Language) -> Doc:
    return nlp(TEXT)


@pytest.fixture(scope="module")
def ours(theirs: Doc) -> Doc:
    return plain(theirs)


def numbers(found: Any) -> Any:
    """Tokens and spans as the numbers of their tokens."""
    if isinstance(found, list | tuple):
        return [numbers(f) for f in found]
    return (found.start, found.end, found.label_) if hasattr(found, "end_char") else found.i


def test_what_tokens_say_of_themselves(theirs: Doc, ours: Doc) -> None:
    for name in (*STRINGS, *FLAGS):
        assert [getattr(t, name) for t in ours] == [getattr(t, name) for t in theirs], name


def test_what_tokens_hang_on_and_hold(theirs: Doc, ours: Doc) -> None:
    for name in TOKENS:
        assert [getattr(t, name).i for t in ours] == [getattr(t, name).i for t in theirs], name
    for name in MANY:
        assert [numbers(list(getattr(t, name))) for t in ours] == [numbers(list(getattr(t, name))) for t in theirs], (
            name
        )
    pairs = [(a, b) for a in range(len(ours)) for b in range(len(ours))]
    assert [ours[a].is_ancestor(ours[b]) for a, b in pairs] == [theirs[a].is_ancestor(theirs[b]) for a, b in pairs]


def test_sentences_entities_and_spans(theirs: Doc, ours: Doc) -> None:
    assert numbers(list(ours.sents)) == numbers(list(theirs.sents))
    assert numbers(list(ours.ents)) == numbers(list(theirs.ents))
    assert [numbers(t.sent) for t in ours] == [numbers(t.sent) for t in theirs]
    for start, end in ((0, 5), (3, 3), (-4, -1), (7, 2), (10, 900), (len(ours), len(ours) + 3)):
        mine, span = ours[start:end], theirs[start:end]
        assert numbers(mine) == numbers(span)
        assert (mine.text, mine.start_char, mine.end_char, len(mine)) == (
            span.text,
            span.start_char,
            span.end_char,
            len(span),
        )
    span, mine = theirs[2:9], ours[2:9]
    assert (mine[0].i, mine[-1].i, numbers(mine[1:3])) == (span[0].i, span[-1].i, numbers(span[1:3]))
    assert (mine.root.i, mine.sent.start, mine.lemma_) == (span.root.i, span.sent.start, span.lemma_)


def test_the_same_is_equal_and_the_rest_is_not(ours: Doc) -> None:
    assert ours[3] is ours[3]
    assert ours[3] != ours[4]
    assert ours[3].sent == next(iter(ours.sents)) == ours[ours[3].sent.start : ours[3].sent.end]
    assert len({ours[0:2], ours[0:2], ours[0:3]}) == 2
    assert max(ours[4:9]).i == 8


def test_neighbours_end_with_the_text(ours: Doc) -> None:
    assert ours[4].nbor().i == 5
    assert ours[4].nbor(-2).i == 2
    for token, step in ((ours[0], -1), (ours[len(ours) - 1], 1)):
        with pytest.raises(IndexError):
            token.nbor(step)


def test_no_token_of_spacy_comes_out(ours: Doc) -> None:
    assert not isinstance(ours[2].nbor(), Token)
    assert not any(isinstance(chunk, Span) for chunk in ours.noun_chunks)
    with pytest.raises(AttributeError):
        ours[2].no_such_thing  # noqa: B018
