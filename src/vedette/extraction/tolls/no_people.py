"""Counts of no people, though they stand where people could: beasts, wounds, seats, "two of which were burnt"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.vocabulary import Vocabulary


def of_beasts(noun: Token, words: Vocabulary) -> bool:
    """ "60 heads of cattle", "a number of sheep"."""
    return noun.lemma_.lower() in words.victims.beasts or any(
        p.lemma_.lower() in words.victims.beasts for c in noun.children if c.lower_ == "of" for p in c.children
    )


def of_wounds(noun: Token, words: Vocabulary) -> bool:
    """ "three bullet wounds" are of one person."""
    return noun.pos_ == "NOUN" and noun.lower_.removesuffix("s") in words.effects.marks


def of_room(doc: Doc, start: int, words: Vocabulary) -> bool:
    """Whether what begins at `start` is what there is room for: "a capacity of 201 passengers"."""
    held = [t.lemma_.lower() for t in doc[max(0, start - 2) : start]]
    return bool(held) and held[-1] in ("of", "for") and held[0] in words.victims.capacity


def of_things(doc: Doc, end: int) -> Token | None:
    """The noun that "of which" after a count stands for, where it does: "two shops, one of which was burnt"."""
    if [t.lower_ for t in doc[end : end + 2]] != ["of", "which"]:
        return None
    verb = next((a for a in doc[end + 1].ancestors if a.dep_ == "relcl"), None)
    return None if verb is None or verb.head.pos_ not in ("NOUN", "PROPN") else verb.head
