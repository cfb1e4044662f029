"""Verbs of harm in headlines that lost their commas: "attack kills 30 injures 90"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.vocabulary import OBJECTS, Vocabulary


def is_verb_of_headline(token: Token, words: Vocabulary) -> bool:
    """Whether a word between two numbers is a verb that has the second for its object, whatever the parse says."""
    doc, i = token.doc, token.i
    between = 0 < i < len(doc) - 1 and doc[i - 1].like_num and doc[i + 1].like_num
    return between and token.lower_.endswith(("s", "ing")) and words.effect(token, OBJECTS) is not None
