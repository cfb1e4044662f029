"""Persons whom a report names where the parser's own name finder does not see one, as in old or foreign newswire."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.vocabulary import STATES, Vocabulary

_OF_VERB = frozenset({"dobj", "nsubjpass"})


def is_named(token: Token, words: Vocabulary) -> bool:
    """Whether the token ends a person's name: so tagged; or a name that bears what befalls only persons.

    "Oqueli was kidnapped" names a person, whatever kind of name the tagger takes it for; "Aleppo was hit" does not.
    """
    if token.ent_type_ == "PERSON":
        return True
    if token.tag_ != "NNP" or not token.text[0].isupper() or token.text.isupper():
        return False
    verb = token.head
    if token.dep_ in _OF_VERB:
        dead = any(words.effect(c, STATES) == "killed" for c in verb.children)  # "Oqueli was found dead"
        return dead or verb.lemma_.lower() in words.effects.of_persons_only
    deed = verb.head if token.dep_ == "pobj" and verb.lower_ == "of" else verb if token.dep_ == "poss" else None
    return deed is not None and deed.lemma_.lower() in words.effects.of_persons_only


def name_start(token: Token) -> int:
    """Where the person's name begins that the token ends or goes on."""
    start = token
    while start.ent_iob_ == "I" and start.i > 0 and start.nbor(-1).ent_type_ == token.ent_type_:
        start = start.nbor(-1)
    first = start.i
    while first > 0 and start.doc[first - 1].dep_ == "compound" and start.doc[first - 1].head.i == token.i:
        first -= 1  # "Security Minister Saidamir Zukhurov"
    return first


def past_name(doc: Doc, i: int) -> int:
    """Past the person's name that stands at `i`: "the priest Juan Perez"."""
    while i < len(doc) and doc[i].ent_type_ == "PERSON":
        i += 1
    return i
