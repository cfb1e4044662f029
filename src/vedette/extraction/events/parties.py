"""Who agrees or talks with whom: the parties named, apart from those who only broker."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.actors import actor_at
from vedette.extraction.events.struck import named
from vedette.extraction.events.words import governor, of_preps
from vedette.knowledge.roles import role_words
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, is_passive, objects

PARTIES_NAMED = "the parties named"
BROKERED = "who brokered it; no parties named"
BETWEEN = frozenset({"between", "among", "amongst", "with"})
BY = frozenset({"by"})
WITH = frozenset({"with"})


def parties(reading: Reading, token: Token) -> tuple[str | None, str, str | None]:
    """First party, how it is known, and the other of a deal or of talks told by `token`.

    Where only brokers are named, the first of them and nobody else.
    """
    brokering = role_words(reading.knowledge).brokering
    verb = token if token.pos_ == "VERB" else governor(token)
    clauses = [c for c in token.children if c.dep_ in ("acl", "relcl")]
    if verb is not None:
        clauses.append(verb)
    names = list(dict.fromkeys(n for t in _joint(_near(token, clauses, brokering)) for n in _speaks_for(reading, t)))
    if token.dep_ == "pcomp" and not names:  # "after meeting X, Y called for talks"
        names = named(reading, agents(token.head.head), bodies=False)
    if token.pos_ == "VERB":
        names += [name for name in _met(reading, token) if name not in names]
    if names:
        return names[0], PARTIES_NAMED, names[1] if len(names) > 1 else None
    brokers = [t for v in clauses if v.lemma_ in brokering for t in agents(v)]
    names = named(reading, _joint(iter(brokers)), bodies=True)
    return (names[0], BROKERED, None) if names else (None, "the words name no parties", None)


def _near(token: Token, clauses: list[Token], brokering: frozenset[str]) -> Iterator[Token]:
    """Where parties stand: "between X and Y", "X's deal", "agreed by X", "X signed"; surest first."""
    for over in (token, *clauses):
        yield from of_preps(over, BETWEEN)
    yield from of_preps(token, BY)
    for child in token.children:
        if child.dep_ in ("compound", "amod", "poss", "nmod"):
            yield from (t for t in (child, *child.lefts))
    for verb in clauses:
        if verb.lemma_ not in brokering:
            yield from (t for t in agents(verb) if t.i != token.i)
            if is_passive(verb):
                yield from of_preps(verb, BY)


def _speaks_for(reading: Reading, token: Token) -> list[str]:
    """The actor that `token` names, or all that stand before it: "U.S. and Russian diplomats"."""
    if token.pos_ == "NOUN":
        low = token.left_edge.i
        told = [m for m in reading.actors if low <= m.start <= token.i and m.kind in ("state", "armed")]
        states = list(dict.fromkeys(m.name for m in told))
        if len(states) > 1 and any(t.lower_ == "and" for t in token.doc[low : token.i]):
            return states
    return named(reading, [token])


def _met(reading: Reading, verb: Token) -> Iterator[str]:
    """Whom the one who meets meets, an envoy being his state: "will meet his Russian counterpart"."""
    for met in _joint(iter([*objects(verb), *of_preps(verb, WITH)])):
        mention = actor_at(reading, met)
        if mention is not None and mention.kind in ("state", "armed", "person"):
            yield mention.name


def _joint(tokens: Iterator[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.conjuncts
