"""People told with their post once, whom a report goes on to call by it or by name: "the envoy", "Petrov"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from spacy.tokens import Span, Token

from vedette.reading.attribution.origin import Origin, definite
from vedette.reading.reading import ActorMention, Reading

_WITHIN = 7
"""Tokens between a post and the name that belongs to it: "the envoy to the region, A B"."""
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its"})


@dataclass(frozen=True, slots=True)
class Post:
    """Where a post is told (a token), its words, lower case, the last word of the name told with it, and the body."""

    at: int
    words: frozenset[str]
    name: str | None
    body: str


def told_posts(reading: Reading, titles: Container[str]) -> list[Post]:
    """Every person told by a post of a body, in the order of the text. `titles`: words, lower case, for such posts."""
    people = [e for e in reading.doc.ents if e.label_ == "PERSON"]
    found: list[Post] = []
    for mention in reading.actors:
        if mention.how != "title" or mention.kind != "person":
            continue
        words = frozenset(t.lower_ for t in reading.doc[mention.start : mention.end] if t.lower_ in titles)
        found.append(Post(mention.start, words, _name(reading, mention, people), mention.name))
    return found


def of_post(posts: list[Post], head: Token) -> Origin | None:
    """Who "the envoy" is: whoever was told last with that post, where no other words tell whose envoy."""
    plain = definite(head) and len(list(head.lefts)) == 1 and not any(c.dep_ in ("prep", "appos") for c in head.rights)
    if not plain:
        return None
    told = next((p for p in reversed(posts) if p.at < head.i and head.lower_ in p.words), None)
    return None if told is None else Origin(told.body, "party", True, "told by the post before")


def _name(reading: Reading, mention: ActorMention, people: list[Span]) -> str | None:
    """The last word of the name that stands beside a post: right after it, after a comma, or before it with one."""
    doc = reading.doc
    for person in people:
        if mention.start <= person.start and person.end <= mention.end:
            return doc[person.end - 1].text
        between = doc[mention.end : person.start] if mention.end <= person.start else None
        near = (
            between is not None
            and person.start - mention.end <= _WITHIN
            and person.sent.start == doc[mention.start].sent.start
        )
        if near and between is not None and _open(between):
            return doc[person.end - 1].text
        gap = [t.lower_ for t in doc[person.end : mention.start]] if person.end <= mention.start else None
        if gap is not None and gap[:1] == [","] and len(gap) <= 2 and _ARTICLES.issuperset(gap[1:]):
            return doc[person.end - 1].text
    return None


def _open(between: Span) -> bool:
    """Whether nothing but whose post it is stands between a post and a name: "to Yemen,"."""
    if not len(between):
        return True
    parted = between[-1].text == "," and not any(t.text == "," for t in between[:-1])
    return parted and not any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in between)
