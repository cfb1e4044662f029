"""Deeds that a text takes for granted: "will investigate the murder of", "to protest the killing of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.tolls.vocabulary import Vocabulary

_KNOWN = frozenset({"the", "this", "that", "these"})
_SUPPOSED = frozenset({"would", "could", "might"})


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


def known(noun: Token, words: Vocabulary) -> bool:
    """Whether the deed is the subject, as one known, of a verb that does not tell whether it happened.

    So is a deed done to one who is named, unless a verb has it for its object.
    "The murder of a judge must not go unpunished" tells of a murder; "the murder of a judge did not happen" does not.
    """
    if any(c.lower_ in _SUPPOSED for c in noun.head.children if c.dep_ == "aux"):
        return False  # "the assassination of Luis Soto would cause unrest"
    if noun.dep_ != "conj" and any(_is_named(victim) for victim in _victims(noun)):
        return noun.head.pos_ not in ("VERB", "AUX") or noun.dep_ not in (
            "dobj",
            "attr",
        )  # but "ordered the murder of X"
    verb = noun.head
    definite = any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in noun.lefts)
    told = noun.dep_ in ("nsubj", "nsubjpass") and verb.pos_ in ("VERB", "AUX")
    return definite and told and verb.lemma_.lower() not in words.effects.happening


def _victims(noun: Token) -> Iterator[Token]:
    """Those under the "of" of a deed, the first of a list."""
    return (p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")


def _is_named(victim: Token) -> bool:
    return victim.ent_type_ == "PERSON"
