"""Who fights on one side, as a report tells it: "X backed by Y", "with support from Y", "troops of X and Y stormed"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.actors.tree import actor_at, cover, forces, objects_of
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents

_KEY = "vedette.allies"
_BEHIND = frozenset({"by", "from", "of"})
_PARTIES = frozenset({"armed", "state"})


def allies(reading: Reading) -> frozenset[frozenset[str]]:
    """Pairs of canonical names that the report tells to act together; found once a report."""
    cache: dict[str, frozenset[frozenset[str]]] = reading.doc.user_data
    if _KEY not in cache:
        cache[_KEY] = frozenset(pair for token in reading.doc for pair in _pairs(reading, token) if len(pair) > 1)
    return cache[_KEY]


def _pairs(reading: Reading, token: Token) -> Iterator[frozenset[str]]:
    words = forces(reading)
    if token.lower_ in words.backing and token.tag_ in ("VBN", "JJ"):
        for backer in _named_after(reading, token):
            for backed in _named(reading, [token.head, *token.head.conjuncts, *agents(token.head)]):
                yield frozenset({backer, backed})
    elif token.lower_ in words.backing and token.dep_ == "pobj" and token.head.lower_ in ("with", "under"):
        over = token.head.head
        for backer in _named_after(reading, token):
            for backed in _named(reading, [over, *(agents(over) if over.pos_ == "VERB" else [])]):
                yield frozenset({backer, backed})
    elif token.dep_ == "nsubj" and token.head.lemma_ in (words.taking | words.harming) - words.mutual:
        names = list(_named(reading, [token, *token.conjuncts]))
        if any(c.dep_ == "dobj" for c in token.head.children):
            yield from (frozenset({names[0], other}) for other in names[1:])


def _named_after(reading: Reading, token: Token) -> Iterator[str]:
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _BEHIND:
            yield from _named(reading, objects_of(child))


def _named(reading: Reading, tokens: Iterator[Token] | list[Token]) -> Iterator[str]:
    for token in tokens:
        mention = cover(reading).get(token.i) or actor_at(reading, token)
        if mention is not None and mention.kind in _PARTIES and mention.how != "holder":
            yield mention.name
