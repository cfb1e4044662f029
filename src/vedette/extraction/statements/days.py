"""The days on which something was said."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.when import When
from vedette.reading.reading import Reading
from vedette.reading.syntax import PASSIVE_SUBJECT, SUBJECT

_CLAUSES = frozenset({"relcl", "acl", "pcomp", "ccomp", "advcl"})


def said_when(reading: Reading, verb: Token) -> When:
    """The days named beside the verb of saying, else the publication's; none for the perfect ("has long denied")."""
    near = _own_tokens(verb)
    for mention in reading.times:
        if mention.first is not None and any(i in near for i in range(mention.start, mention.end)):
            return When(mention.first, mention.last, "words", mention.reason)
    if any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had", "ve") for c in verb.children):
        return When(None, None, None, "said at a time before that the text does not tell")
    published = reading.report.published
    if published is None:
        return When(None, None, None, "no words of time and no publication date")
    return When(published, published, "published", "no words of time beside the verb: the publication's day")


def _own_tokens(verb: Token) -> set[int]:
    """Tokens of the time words that hang on the verb or its subject, not on what is said nor on a clause."""
    near: set[int] = set()
    for child in verb.children:
        own = child.dep_ in ("npadvmod", "advmod", "tmod", "prep")
        if own or child.dep_ in SUBJECT or child.dep_ in PASSIVE_SUBJECT:
            near.update(t.i for t in _without_clauses(child))
    return near


def _without_clauses(token: Token) -> Iterator[Token]:
    """`token` and what is under it, clauses left out."""
    yield token
    for child in token.children:
        if child.dep_ not in _CLAUSES:
            yield from _without_clauses(child)
