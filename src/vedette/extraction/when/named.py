"""The day of an event that is named again by its place: "the strike on Pazigyi", bombed on April 11 as told before."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.when.tree import TOO_FAR, about, distance, is_event_noun, owner_of, saying
from vedette.reading.reading import Reading, TimeMention

_THE = frozenset({"the", "this", "that"})
_LED_TO = frozenset({"in", "by", "from", "during", "of", "after"})
_WHERE = frozenset({"in", "on", "at", "against", "near", "of"})


def named_again(reading: Reading, trigger: Token) -> TimeMention | None:
    """The one day that other sentences tell for an event at the place of the event named by the trigger's clause."""
    event = _event(reading, trigger)
    place = _place(event) if event is not None else None
    if place is None:
        return None
    days: dict[tuple[object, object], TimeMention] = {}
    for m in reading.times:
        sent = reading.doc[m.start].sent
        if sent.start == trigger.sent.start or m.relation != "at" or m.granularity not in ("day", "part"):
            continue
        names = [t for t in sent if t.lower_ == place.lower_ and t.pos_ == "PROPN"]
        owner = owner_of(reading, m) if names and m.first else None
        if owner is None or (
            owner.pos_ == "VERB" and (saying(reading.knowledge, owner) or about(reading.knowledge, owner))
        ):
            continue
        if any(distance(reading.knowledge, owner, name)[0] < TOO_FAR for name in names):
            days.setdefault((m.first, m.last), m)
    return next(iter(days.values())) if len(days) == 1 else None


def _event(reading: Reading, trigger: Token) -> Token | None:
    """The one event told as known that the trigger is, does or came in: "killed in the strike on X"."""
    nouns = [trigger, *(c for c in trigger.children if c.dep_ in ("nsubj", "nsubjpass"))]
    nouns += [p for c in trigger.children if c.lower_ in _LED_TO for p in c.children if p.dep_ == "pobj"]
    for noun in nouns:
        if noun.tag_ == "NN" and is_event_noun(reading.knowledge, noun) and any(c.lower_ in _THE for c in noun.lefts):
            return noun
    return None


def _place(event: Token) -> Token | None:
    """The name under the event's own "on", "in" or "at": "the strike on Pazigyi", "on the Shairat base"."""
    for where in (c for c in event.children if c.lower_ in _WHERE):
        for noun in (p for p in where.children if p.dep_ == "pobj"):
            names = [t for t in (*noun.lefts, noun) if t.pos_ == "PROPN" and t.dep_ in ("compound", "nmod", "pobj")]
            if names:
                return names[-1]
    return None
