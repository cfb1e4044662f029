"""Whom a deed befalls: the object of a verb, what stands after "on" and "against", the harmed of its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from vedette.extraction.actors.fights import opponent
from vedette.extraction.actors.tree import NOBODY, actor_at, forces, objects_of
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, is_passive, patients

_TARGET = frozenset({"on", "against", "at", "targeting", "upon", "toward", "towards", "into", "to", "over"})
_DYING = frozenset({"die", "perish", "fall", "succumb"})
_DEEP = 4


def befallen_of(reading: Reading, trigger: Token, deep: int = _DEEP) -> str | None:
    """Canonical name of whom `trigger` befalls; "civilians"; None where the text does not tell."""
    if deep == 0:
        return None
    if trigger.pos_ in ("VERB", "AUX"):
        return _verb(reading, trigger, deep)
    return _noun(reading, trigger, deep)


def victim(reading: Reading, token: Token, *, holders: bool = False) -> str | None:
    """Who stands at `token`: an actor or its part, or words for civilians; with `holders` also who holds the place."""
    mention = actor_at(reading, token, holders=holders)
    if mention is not None:
        if mention.kind == "people":
            return "civilians" if mention.name != "protesters" else mention.name
        return None if mention.name.lower() in NOBODY else mention.name
    if token.lower_ in forces(reading).civilians:
        return "civilians"
    if any(c.lower_ in ("residential", "civilian") for c in token.lefts):
        return "civilians"
    return None


def _first(reading: Reading, tokens: Iterable[Token], *, holders: bool = False) -> str | None:
    return next((v for t in tokens if (v := victim(reading, t, holders=holders)) is not None), None)


def _struck(reading: Reading, verb: Token) -> list[Token]:
    """Those whom a verb befalls; the subject where a verb that needs an object has none ("175 fighters killed")."""
    found = patients(verb)
    words = forces(reading)
    if not found and (verb.lemma_ in _DYING or (verb.lemma_ in words.objective and verb.tag_ in ("VBD", "VBN"))):
        return [a for a in agents(verb) if a.lower_ not in forces(reading).deeds]
    return found


def _verb(reading: Reading, verb: Token, deep: int) -> str | None:
    words = forces(reading)
    struck = _struck(reading, verb)
    name = _first(reading, struck)
    if name is not None:
        return name
    for token in struck:
        if token.lower_ in words.deeds:
            name = _noun(reading, token, deep - 1)
            if name is not None:
                return name
        accused = [c for c in token.children if c.dep_ == "acl" and c.lemma_ in ("accuse", "suspect", "belong", "link")]
        name = next((m.name for c in accused for t in c.subtree if (m := actor_at(reading, t)) is not None), None)
        if name is not None:
            return name
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by", "during", "with"):
            for obj in objects_of(child):
                if obj.lower_ in words.deeds:
                    name = _explicit(reading, obj)
                    if name is not None:
                        return name
    return (
        _explicit(reading, verb)
        or _aimed(reading, verb, deep)
        or _first(reading, struck, holders=True)
        or _lost_by(reading, verb)
    )


def _lost_by(reading: Reading, verb: Token) -> str | None:
    """ "seized the town from X", "clashed with X"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("from", "with") and verb.pos_ == "VERB":
            for obj in objects_of(child):
                mention = actor_at(reading, obj)
                if mention is not None and mention.kind != "people":
                    return mention.name
    return None


def _noun(reading: Reading, noun: Token, deep: int) -> str | None:
    if noun.lower_ in forces(reading).fights:
        found = opponent(reading, noun)
        if found is not None:
            return found
    name = _explicit(reading, noun)
    if name is not None:
        return name
    harmed = _harmed(reading, noun)
    if harmed is not None:
        return harmed
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            name = _first(reading, objects_of(child))
            if name is not None:
                return name
    return _aimed(reading, noun, deep) or _held(reading, noun)


def _explicit(reading: Reading, head: Token) -> str | None:
    """ "on X", "against the positions of X"."""
    for child in head.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in _TARGET:
            name = _first(reading, objects_of(child))
            if name is not None:
                return name
    return None


def _held(reading: Reading, head: Token) -> str | None:
    """Who holds the place that it is on: "strikes on rebel-held districts"."""
    for child in head.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in (_TARGET | {"of", "in"}):
            name = _first(reading, objects_of(child), holders=True)
            if name is not None:
                return name
    return None


def _aimed(reading: Reading, head: Token, deep: int) -> str | None:
    """ "..., targeting X", "an offensive to take X's town"."""
    near = list(head.children)
    if head.pos_ != "VERB" and head.head.pos_ == "VERB":
        near += [c for c in head.head.children if c.dep_ == "advcl" and c.tag_ == "VBG"]
    verbs = forces(reading).befalling
    for child in near:
        if child.dep_ in ("acl", "relcl", "advcl", "xcomp") and child.lemma_ in verbs and not is_passive(child):
            name = befallen_of(reading, child, deep - 1)
            if name is not None:
                return name
    return None


def _harmed(reading: Reading, noun: Token) -> str | None:
    """Those whom the deed's own sentence tells to be harmed by it: "killed in strikes", "strikes killed"."""
    head = noun.head
    if noun.dep_ == "nsubj" and head.pos_ == "VERB":
        return _first(reading, patients(head))
    while (
        head.pos_ in ("NOUN", "ADP", "PROPN")
        and head.head.i != head.i
        and not (head.dep_ == "prep" and head.head.pos_ == "VERB")
    ):
        head = head.head
    if head.dep_ == "prep" and head.head.pos_ == "VERB" and head.lower_ in ("in", "by", "during", "to", "from"):
        return _first(reading, _struck(reading, head.head))
    if noun.dep_ == "dobj" and head.pos_ == "VERB":
        return _explicit(reading, head)
    return None
