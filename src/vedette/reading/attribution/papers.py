"""Whose paper or count a text leans on: "the UN report", "figures of the ministry", "a statement issued by X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_BEFORE = frozenset({"compound", "poss", "nmod"})
_AFTER = frozenset({"of", "by", "from"})


def owners(head: Token, puts_out: frozenset[str]) -> Iterator[Token]:
    """The nouns that may tell whose paper `head` is, the likeliest first: before it, then after it.

    Who only has seen, obtained or cited a paper does not own it. `puts_out`: verbs (lemmas) that make it somebody's.
    """
    yield from _before(head)
    for child in head.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _AFTER:
            yield from _under(child)
        elif child.dep_ == "acl" and child.lemma_ in puts_out:
            yield from (o for by in child.children if by.lower_ == "by" for o in _under(by))
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    if after.lower_ in ("by", "of") and after.head.i != head.i:  # hung on another word of the sentence
        yield from _under(after)


def _before(noun: Token) -> Iterator[Token]:
    for child in reversed(list(noun.lefts)):
        if child.dep_ in _BEFORE or child.is_upper:
            yield child
            yield from (t for t in reversed(list(child.subtree)) if t.i != child.i and t.dep_ in _BEFORE)


def _under(prep: Token) -> Iterator[Token]:
    for noun in (o for o in prep.children if o.dep_ == "pobj"):
        yield noun
        yield from _before(noun)
