"""Deeds that a text takes for granted: "will investigate the murder of", "to protest the killing of"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.vocabulary import Vocabulary


def presupposed(noun: Token, words: Vocabulary) -> bool:
    """Whether the noun of a deed hangs on a word that takes the deed for granted, whatever is to come of that word.

    "They will investigate the murder of a judge" and "in order to protest the killing" tell of what happened; "they
    will carry out the murder" and "a call for the killing" do not.
    """
    above = noun
    while above.dep_ == "conj" and above.head.i != above.i:
        above = above.head  # "investigate the kidnapping and murder of"
    through = ""
    while above.dep_ in ("pobj", "prep", "dobj", "nsubjpass") and above.head.i != above.i:
        above = above.head
        lemma = above.lemma_.lower()
        if lemma in words.effects.presupposing or f"{lemma} {through}" in words.effects.presupposing:
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
        through = above.lower_
    return False
