"""A stretch of ground as words tell it: the place that names it, and which part of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.control.index import Index
from vedette.model.place import Place, PlaceKind
from vedette.reading.reading import PlaceMention

_NARROWING = ("amod", "nummod", "advmod", "compound", "nmod", "quantmod")


@dataclass(frozen=True, slots=True)
class Area:
    """A stretch of ground: the place that names it, and which part of it, None for the whole."""

    token: Token
    name: str
    place: Place | None
    part: str | None
    named: bool
    """Whether the words themselves name the place, rather than what stands around them."""
    beside: bool = False
    """Whether the ground only lies near the place that names it."""


def lemma_of(token: Token) -> str:
    """The lemma of `token` in lower case, as the word lists have it; also of nouns that begin a sentence: "Areas"."""
    lemma = token.lemma_.lower()
    if token.tag_ != "NNPS":
        return lemma
    return f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma.removesuffix("s")


def is_wide(mention: PlaceMention | None) -> bool:
    """Whether `mention` names a whole country."""
    return mention is not None and mention.place is not None and mention.place.kind is PlaceKind.COUNTRY


def side_of(index: Index, mention: PlaceMention) -> str | None:
    """The side or part of a place that stands before its name: "eastern", not "town of" nor "near"."""
    words = mention.modifier
    return words if words is not None and any(w in words.lower() for w in index.words.ground.sides) else None


def place_name(index: Index, mention: PlaceMention) -> str:
    """A place's name, with its side where it is a whole country: "eastern Syria"."""
    return f"{mention.modifier} {mention.name}" if is_wide(mention) and side_of(index, mention) else mention.name


def named_as(index: Index, token: Token, mention: PlaceMention, part: str | None) -> Area:
    """The `part` of what `mention` names, told at `token`."""
    return Area(token, place_name(index, mention), mention.place, part, True)


def is_measured(index: Index, token: Token) -> bool:
    """Whether it is where something else lies, told by its distance: "39 kilometres southeast of X"."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    return before.i < token.i and lemma_of(before) in index.words.ground.lengths


def is_counted(index: Index, token: Token) -> bool:
    """Whether it is told which ones: "the two towns", "both villages"."""
    return any(c.lower_ in index.words.ground.counts for c in token.children)


def is_bare_side(index: Index, token: Token) -> bool:
    """Whether it is a side of a land with nothing more than an article: "the north"."""
    bare = not any(c.dep_ in ("amod", "compound", "poss", "nmod") for c in token.children)
    return bare and token.lower_ in index.words.ground.compass


def part_of(index: Index, token: Token) -> str:
    """The words of a part: the noun with what narrows it, without article and holder."""
    kept = []
    for child in token.children:
        if child.i < token.i and child.dep_ in _NARROWING:
            span = list(child.subtree)
            told = any(t.i in index.actor_at or t.i in index.place_at or t.is_punct for t in span)
            if not told and child.lower_ not in index.words.modifiers:
                kept.extend(span)
    words = sorted([*kept, token], key=lambda t: t.i)
    return " ".join(t.text for t in words)
