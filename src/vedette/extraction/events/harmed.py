"""Those whom the clauses around an attack tell as killed or hurt by it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.events.words import governor, of_preps
from vedette.knowledge.forces import Forces
from vedette.knowledge.roles import RoleWords, role_words
from vedette.reading.reading import Reading
from vedette.reading.syntax import patients, subjects


def harmed_by(reading: Reading, token: Token) -> Iterator[Token]:
    """Those whom the clauses around tell as killed or hurt: over it, under it, or joined to it."""
    words, counts = role_words(reading.knowledge), reading.knowledge.world("forces", Forces).counts
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in counts:
        token = token.head.head  # "launched a series of attacks, killing two"
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    if verb is None:
        head = token.head.head if token.dep_ == "pobj" else token.head
        verb = head if head.pos_ == "VERB" else None
    for clause in token.children:  # "a bombing that killed three women"
        if clause.dep_ == "relcl" and clause.lemma_ in words.harming:
            yield from patients(clause)
    if verb is None:
        return
    above = [verb]
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if verb.dep_ in ("advcl", "relcl", "acl") and verb.head.pos_ == "VERB" and not marks & {"as", "while", "since"}:
        above.append(verb.head)
    if verb.dep_ == "conj" and verb.lemma_ in words.hurting and verb.head.lemma_ in words.hurting:
        above.append(verb.head)  # "20 civilians were killed and scores hurt in attacks"
    below = [c for v in above for c in v.children if c.dep_ in ("advcl", "xcomp", "conj", "acl")]
    below += _trailing(verb, words)
    yield from _losses(verb, words)
    for clause in (*above, *below):
        if clause.lemma_ in words.harming:
            for hurt in patients(clause) or (subjects(clause) if clause.lemma_ in words.dying else ()):
                yield hurt
                yield from _mostly(hurt, words)
                yield from of_preps(hurt, frozenset({"including"}))
            yield from of_preps(clause, frozenset({"including"}))
            for complement in clause.children:
                if complement.dep_ == "ccomp" and clause.lemma_ == "leave":
                    yield from subjects(complement)


def _mostly(people: Token, words: RoleWords) -> Iterator[Token]:
    """Who most of the people harmed were: "1,200 people, mostly civilians", "30 people, many of them women"."""
    for child in people.children:
        told = child.i > people.i and child.dep_ in ("appos", "conj", "relcl", "advcl", "acl", "npadvmod")
        if told and any(t.lower_ in words.mostly for t in people.doc[people.i + 1 : child.right_edge.i + 1]):
            yield from (child, *(t for t in child.subtree if t.dep_ == "attr"))


def _trailing(verb: Token, words: RoleWords) -> Iterator[Token]:
    """A harm told last, which the parser hangs on the place before it: "fired at X in Y city, killing three"."""
    for word in verb.subtree:
        last = word.i > verb.i and word.tag_ == "VBG" and word.dep_ == "acl" and word.lemma_ in words.hurting
        if last and word.head.dep_ == "pobj" and word.head.i < word.i:
            yield from (word, *(c for c in word.children if c.dep_ == "conj"))


def _losses(verb: Token, words: RoleWords) -> Iterator[Token]:
    """Losses told as a noun under the strike: "hit two towns, with reports of civilian casualties"."""
    for word in verb.subtree:
        if word.i > verb.i and word.dep_ == "pobj" and word.lemma_.lower() in words.losses:
            yield from (c for c in word.children if c.dep_ in ("amod", "compound", "nmod"))
