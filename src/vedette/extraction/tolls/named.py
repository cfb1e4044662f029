"""Persons whom a report names where the parser's own name finder does not see one, as in old or foreign newswire."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.vocabulary import Vocabulary

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
        return verb.lemma_.lower() in words.effects.of_persons_only
    deed = verb.head if token.dep_ == "pobj" and verb.lower_ == "of" else verb if token.dep_ == "poss" else None
    return deed is not None and deed.lemma_.lower() in words.effects.of_persons_only
