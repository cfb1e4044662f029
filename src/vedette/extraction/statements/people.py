"""People whom the report tells to speak for a body, by name and post: "the general", "Petrov" later on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Token

from vedette.knowledge.statements import StatementWords
from vedette.reading.attribution.listed import titles
from vedette.reading.attribution.persons import body_of
from vedette.reading.reading import ActorMention, Reading

_OF_WHOM = frozenset({"of", "for", "from", "in", "at"})


@dataclass(frozen=True, slots=True)
class Person:
    """Where somebody is told of (a token), a name that he goes by or "", the words of his post, and his body."""

    at: int
    name: str
    post: frozenset[str]
    body: str


class Names(Protocol):
    """What tells the body that a noun names or speaks for."""

    reading: Reading
    words: StatementWords
    at: dict[int, ActorMention]

    def own(self, token: Token) -> str | None:
        """The body that `token` names."""

    def inside(self, token: Token) -> str | None:
        """The body named in the noun phrase of `token`."""

    def linked(self, token: Token) -> str | None:
        """The body that `token` is told to be of."""


def told_people(names: Names) -> list[Person]:
    """Everybody told with a body and a post, in the order of the text."""
    doc, words = names.reading.doc, names.words
    people_titles = titles(names.reading.knowledge)
    found: list[Person] = []
    for mention in names.reading.actors:
        if mention.how == "title":
            told = doc[mention.start : mention.end]
            post = _post(words, [*told, *doc[mention.end : mention.end + 1]])
            given = told[-2] if len(told) > 2 and mention.kind == "person" else None
            named = given is not None and given.pos_ == "PROPN" and not _is_post(words, given)
            first = given.text if given is not None and named else ""
            found.append(Person(mention.start, first, post, mention.name))
    for token in doc:
        if token.pos_ != "PROPN" or token.i in names.at or not _full_name(token):
            continue
        for voice in _posts_beside(words, token):
            if body := names.inside(voice) or names.linked(voice):
                post = _post(words, [voice, *voice.children, *token.children])
                found.append(Person(token.i, token.text, post, body))
                break
        else:
            name = (token.left_edge.i if _plain_name(token) else token.i - 1, token.i + 1)
            if token.ent_type_ == "PERSON" and (body := body_of(names.reading, name, people_titles, {})):
                found.append(Person(token.i, token.text, frozenset(), body))
    return sorted(found, key=lambda p: p.at)


def _is_post(words: StatementWords, token: Token) -> bool:
    return token.lower_ in words.posts or token.lemma_.lower() in words.voices


def _posts_beside(words: StatementWords, name: Token) -> list[Token]:
    """Nouns of post that stand beside a name: "Member of X's bureau Y Z", "Y Z, the commander of X"."""
    over = [name.head, name.head.head.head] if name.dep_ == "appos" else []
    under = [c for c in name.children if c.dep_ == "appos"]
    return [t for t in (*over, *under) if _is_post(words, t)]


def _plain_name(token: Token) -> bool:
    """Whether all words under a name are parts of it."""
    return all(t.pos_ in ("PROPN", "PUNCT") for t in token.doc[token.left_edge.i : token.i])


def _full_name(token: Token) -> bool:
    return any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children)


def _post(words: StatementWords, told: list[Token]) -> frozenset[str]:
    plain = {t.lower_.rstrip(".") for t in told}
    return frozenset({words.short_posts.get(word, word) for word in plain} & words.posts)


def short_names(names: Names) -> dict[str, str]:
    """Short forms in brackets after a body's own name: "the Relief Association (Reliefa)"."""
    doc = names.reading.doc
    found: dict[str, str] = {}
    for token in doc[1:-2]:
        if token.text != "(":
            continue
        short = doc[token.i + 1]
        closed = doc[token.i + 2].text == ")" and short.i not in names.at
        named = closed and short.pos_ == "PROPN" and doc[token.i - 1].lower_ in names.words.bodies
        body = names.own(doc[token.i - 1]) if named else None
        if body is not None:
            found.setdefault(short.text, body)
    return found


def last_of_post(words: StatementWords, people: list[Person], token: Token) -> str | None:
    """The body of the person of that post told last before: "the minister", "the general"."""
    if token.lower_ not in words.posts or not any(c.lower_ == "the" for c in token.children):
        return None
    if any(c.dep_ == "prep" and c.lower_ in _OF_WHOM for c in token.children):
        return None
    return next((p.body for p in reversed(people) if p.at < token.i and token.lower_ in p.post), None)
