"""Words that tell that an event is none of those told before: "another strike", "often raids", "in the past"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.events.words import counted, governor
from vedette.knowledge.events import event_lexicon
from vedette.reading.reading import Reading
from vedette.reading.syntax import subjects

SAID_OF = frozenset({"attr", "appos", "oprd"})
NOUNS = frozenset({"NOUN", "PROPN"})


def another(reading: Reading, token: Token) -> bool:
    """Whether the words tell of one more event: "another raid", "a second bomb exploded", "separate air strikes"."""
    classes = event_lexicon(reading.knowledge).classes
    verb = token.pos_ in ("VERB", "AUX")
    thrown = (t for s in subjects(token) for t in (s, *counted(s)) if t.lemma_.lower() in classes["weapon_thrown"])
    for thing in thrown if verb else (token, *_counting(token)):
        if thing.dep_ in SAID_OF:
            continue  # "it was another attack", which was told before
        words = {c.lower_ for c in thing.children if c.i < thing.i}
        if words & classes["another"] or (words & classes["nth"] and words & {"a", "an"}):
            return True
    over = token if verb else governor(token)
    return over is not None and any(c.lower_ in classes["apart"] for c in over.children if c.dep_ == "advmod")


def habitual(reading: Reading, token: Token) -> bool:
    """Whether a thing is told as done again and again, or at some time: "often launch raids", "attacks in the past"."""
    classes = event_lexicon(reading.knowledge).classes
    verb = token if token.pos_ in ("VERB", "AUX") else governor(token)
    for over in (token, verb) if verb is not None else (token,):
        for child in over.children:
            if child.lower_ in classes["often"] and child.dep_ in ("advmod", "amod", "det", "npadvmod"):
                return True
            if child.dep_ == "prep" and child.lower_ in ("in", "on") and any(_once(t, classes) for t in child.children):
                return True
    return False


def _once(noun: Token, classes: dict[str, frozenset[str]]) -> bool:
    """Whether a noun after "in" or "on" leaves open when: "the past", "several occasions"; not "the past week"."""
    return noun.dep_ == "pobj" and noun.lower_ in classes["once"] and noun.pos_ in NOUNS


def _counting(noun: Token) -> Iterator[Token]:
    """What counts a noun: the wave of "a second wave of strikes"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in NOUNS:
        yield noun.head.head
