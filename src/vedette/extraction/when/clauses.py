"""What the verbs around a claim tell of its time: "have since attacked", what goes on, what is yet to come."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.when.model import When
from vedette.extraction.when.tree import is_event_noun, verb_of
from vedette.knowledge.events import event_lexicon
from vedette.reading.reading import Reading
from vedette.reading.times.tense import tells_future

_ANNOUNCE = frozenset(
    {"announce", "promise", "pledge", "plan", "offer", "propose", "order", "approve", "authorize", "vow"}
)
_NEARBY = 60
"""Tokens within which "since" points back."""
_HABIT = frozenset({"regular", "daily", "routine", "frequent"})
_PAST = frozenset({"recent", "previous", "past", "former", "earlier"})


def since_then(reading: Reading, trigger: Token) -> When | None:
    """ "They have since attacked": from the time told before, to the publication."""
    verb = verb_of(trigger)
    if verb is None or not any(c.dep_ == "advmod" and c.lower_ == "since" for c in verb.children):
        return None
    before = [m for m in reading.times if m.end <= verb.i and m.first and m.relation != "duration"]
    if not before or verb.i - before[-1].end > _NEARBY:
        return None
    return When(before[-1].first, reading.report.published, "words", f"since the time told before: {before[-1].reason}")


def stands_apart(reading: Reading, trigger: Token) -> str:
    """Why a claim without words of time is not of the main event's day; empty if it may be."""
    if is_deal(reading, trigger):
        return "an agreement told of without its day"
    if any(c.dep_ == "amod" and c.lower_ in _PAST for c in trigger.children):
        return "told as recent or past, without its day"
    if trigger.lemma_.lower() == "war" or any(c.dep_ == "amod" and c.lower_ in _HABIT for c in trigger.children):
        return "told as a whole or as a habit, without its days"
    if _goes_on(trigger):
        return "told as going on since some time, without its days"
    verb = verb_of(trigger)
    around = verb.head if verb is not None and verb.dep_ in ("xcomp", "ccomp") else trigger
    if tells_future(reading.doc, trigger.i) or tells_future(reading.doc, around.i):
        return "yet to come, without its day"
    head = trigger.head
    done = (
        trigger.dep_ == "ccomp" and trigger.tag_ in ("VBD", "VBN") and not _modal(trigger)
    )  # "announced that X took Y"
    if trigger.dep_ in ("dobj", "ccomp", "xcomp") and head.lemma_.lower() in _ANNOUNCE and not done:
        return "announced, without its day"
    return ""


def _modal(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def is_ongoing(trigger: Token) -> bool:
    """Whether a noun is told as going on: "ongoing talks"."""
    return any(c.dep_ == "amod" and c.lower_ in ("ongoing", "continuing", "current") for c in trigger.children)


def _goes_on(trigger: Token) -> bool:
    """ "has been carrying out strikes"."""
    verb = verb_of(trigger)
    if verb is None or verb.tag_ != "VBG":
        return False
    aux = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "been" in aux and bool(aux & {"has", "have"})


def is_deal(reading: Reading, trigger: Token) -> bool:
    """Whether a noun names an agreement: what is told around it is seldom of its day."""
    return trigger.lemma_.lower() in event_lexicon(reading.knowledge).classes.get("deal", ())


def counts_one_event(reading: Reading, trigger: Token) -> bool:
    """Whether a total is of one event: "the death toll from a bomb attack"."""
    verb = verb_of(trigger) or trigger
    for subject in verb.children:
        if subject.dep_ in ("nsubj", "nsubjpass") and subject.lemma_.lower() in ("toll", "number"):
            return any(is_event_noun(reading.knowledge, t) and t.tag_ in ("NN", "NNP") for t in subject.subtree)
    return False
