"""Who is told to be behind a deed: who is blamed for it, and who owns up to it."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.reasons import BLAMED
from vedette.extraction.actors.tree import Found, forces, named, objects_of
from vedette.reading.reading import Reading
from vedette.reading.syntax import subjects

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def blamed(reading: Reading, noun: Token) -> Found:
    """Who is told to be behind a deed: "blamed on X", "believed to have been planted by X"."""
    below = [t for t in noun.subtree if t.dep_ in ("relcl", "acl") and t.i > noun.i]
    above = [noun.head] if noun.dep_ in SUBJECTS else []
    for verb in (*below, *above):
        if verb.lemma_ in ("blame", "attribute", "ascribe", "pin"):
            behind = (*under(verb, "on"), *under(verb, "to"))
            name = next((n for o in behind if (n := named(reading, o)) is not None), None)
            if name is not None:
                return name, BLAMED
        if verb.lemma_ not in forces(reading).holding:
            continue
        for done in (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBN"):
            name = next((n for a in under(done, "by") if (n := named(reading, a)) is not None), None)
            if name is not None:
                return name, BLAMED
    if noun.dep_ == "pobj" and noun.head.lower_ == "behind" and noun.head.head.lemma_ == "be":
        return next(((n, BLAMED) for a in subjects(noun.head.head) if (n := named(reading, a)) is not None), None)
    return None


def claim_of(reading: Reading, deed: Token) -> Token | None:
    """The verb of who owns up to a deed: "claimed responsibility for the attack", "claimed the attack"."""
    if deed.dep_ == "dobj" and deed.head.lemma_ == "claim" and any(c.dep_ == "det" for c in deed.children):
        return deed.head
    words = forces(reading)
    owned = deed.head.head if deed.dep_ == "pobj" and deed.head.lower_ == "for" else None
    if owned is None or owned.lower_ not in words.owned_up or owned.dep_ != "dobj":
        return None
    return owned.head if owned.head.lemma_ in words.owning_up else None


def under(verb: Token, prep: str) -> list[Token]:
    """What stands under `verb` after `prep`."""
    return [o for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ == prep for o in objects_of(c)]
