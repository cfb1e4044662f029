"""Words that only point to an event told elsewhere, or to an unnamed part of a place."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.events.words import counted, governor, of_preps
from vedette.knowledge.events import event_lexicon
from vedette.knowledge.roles import role_words
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, is_passive, patients, subjects

POINTING = frozenset({"the", "this", "these", "that", "those", "both", "its", "their"})


def points(reading: Reading, token: Token) -> bool:
    """Whether the words only point: "the attack", "these raids", "one of the shells"."""
    if token.pos_ in ("VERB", "AUX"):
        if is_passive(token) and not agents(token) and any(_definite(t) for t in patients(token)):
            return True  # "the vehicle was targeted", of which was told before
        return any(
            prep.lower_ == "of" and any(d.lower_ in POINTING for thing in prep.children for d in thing.children)
            for head in subjects(token)
            if head.pos_ in ("NUM", "PRON") or head.lower_ in ("some", "one", "most", "number")
            for prep in head.children
        )
    classes, pointed = event_lexicon(reading.knowledge).classes, any(c.lower_ in POINTING for c in token.children)
    if token.dep_ == "dobj" and token.head.lemma_ in classes["spoken_of"] and pointed:
        return True  # "claimed the attack"
    if token.dep_ == "attr" or (token.dep_ == "pobj" and token.head.lower_ in ("as", "like", "after", "since")):
        return not any(c.dep_ == "prep" and c.i > token.i for c in token.children)  # "it was the worst attack"
    if any(t.lower_ in classes["of_kind"] and any(d.lower_ in POINTING for d in t.children) for t in counted(token)):
        return True  # "attacks of this kind"
    if not pointed:
        return False
    return not any(
        (c.dep_ == "prep" or (c.dep_ == "acl" and c.tag_ == "VBN")) and c.i > token.i for c in token.children
    )


def spoken_of(reading: Reading, token: Token) -> bool:
    """Whether somebody elsewhere only speaks of it: "the Bishop of X condemned the attack"."""
    verb = governor(token)
    return (
        verb is not None
        and verb.lemma_ in role_words(reading.knowledge).not_in_it
        and token.dep_ == "dobj"
        and elsewhere(reading, token)
    )


def told_of(reading: Reading, token: Token) -> bool:
    """Whether a thing is what somebody speaks of or answers for: "condemned the raid".

    Words of time that hang on the thing itself are its own ("condemned Friday's raid")."""
    low, high = token.left_edge.i, token.right_edge.i
    if token.pos_ in ("VERB", "AUX") or any(low <= m.start <= high for m in reading.times):
        return False
    classes = event_lexicon(reading.knowledge).classes
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in classes["spoken_of"]
    if token.dep_ != "pobj" or token.head.lower_ not in ("for", "to", "over", "about", "on"):
        return False
    over = token.head.head
    return over.lemma_.lower() in classes["answered_for"] or over.lower_ in classes["answered_for"]


def known(token: Token) -> bool:
    """Whether a noun tells of one thing as known: "the attack on the school"."""
    return token.tag_ == "NN" and any(c.lower_ in ("the", "this", "that") for c in token.children)


def elsewhere(reading: Reading, token: Token) -> bool:
    """Whether words that only point have no place under them or their verb: "the Bishop of X condemned the attack"."""
    if token.pos_ in ("VERB", "AUX") or not points(reading, token):
        return False
    verb = governor(token)
    if verb is None:
        return False
    under = [token, *(c for c in verb.children if c.dep_ == "prep")]
    return not any(t.left_edge.i <= m.start <= t.right_edge.i for t in under for m in reading.places)


def _definite(noun: Token) -> bool:
    """Whether a thing is told as known, and is no place: "the vehicle"."""
    return noun.pos_ == "NOUN" and noun.ent_type_ == "" and any(c.lower_ in ("the", "this") for c in noun.children)


def part(reading: Reading, token: Token) -> bool:
    """Whether the trigger's clause puts it at "a district of X", "a village in X"."""
    areas = event_lexicon(reading.knowledge).classes["territory"]
    for over in (token, governor(token)):
        for thing in of_preps(over, frozenset({"in", "on", "at", "into", "of", "against"})) if over is not None else ():
            if thing.lemma_ in areas and any(c.lower_ in ("a", "an") for c in thing.children):
                return any(c.lower_ in ("of", "in") or c.dep_ == "poss" for c in thing.children)
    return False
