"""Who did it by the trigger's own words and clause, and the deed that the harm hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.actors.doer import DEEP, noun_doer, sayings, verb_doer
from vedette.extraction.actors.tree import Found, forces, objects_of
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, patients


def told_doer(reading: Reading, trigger: Token) -> Found:
    """Who did it by the trigger's own words and clause; None where they do not tell."""
    if trigger.tag_ == "VBG" and trigger.lower_ in forces(reading).deeds and (by := _as_noun(reading, trigger)):
        return by
    if trigger.pos_ in ("VERB", "AUX"):
        more = (c for c in trigger.children if c.tag_ == "VBN" and _in_one_breath(reading, c))
        left = trigger.dep_ in ("oprd", "acomp") and trigger.head.pos_ == "VERB"
        found = verb_doer(reading, trigger.head if left else trigger, DEEP)  # "left 170 wounded"
        return found or next((by for c in more if (by := verb_doer(reading, c, DEEP)) is not None), None)
    found = noun_doer(reading, trigger, DEEP)
    if found is None and trigger.lower_ not in forces(reading).deeds:
        return _harm(reading, trigger)
    return found


def _as_noun(reading: Reading, gerund: Token) -> Found:
    """ "Shelling by X killed two": the parser sees a verb."""
    told = any(c.dep_ in ("prep", "agent") and c.lower_ == "by" for c in gerund.children)
    return noun_doer(reading, gerund, DEEP) if told and not agents(gerund) else None


def _harm(reading: Reading, trigger: Token) -> Found:
    """Of harm told by a noun or adjective ("the death of", "dead"): by its cause, or by the verb that it hangs on."""
    for child in trigger.children:
        if child.dep_ == "prep" and child.lower_ not in ("of", "since"):
            for obj in objects_of(child):
                if obj.lower_ in forces(reading).deeds:
                    found = noun_doer(reading, obj, DEEP)
                    if found:
                        return found
        if child.dep_ in ("relcl", "advcl") and child.pos_ == "VERB":
            found = verb_doer(reading, child, DEEP)
            if found:
                return found
    verb = _governor(trigger)
    if verb is None or verb.lemma_ in sayings(reading):
        return None
    if verb.lemma_ in forces(reading).not_doing | forces(reading).finding:
        return None
    return verb_doer(reading, verb, DEEP)


def _governor(token: Token) -> Token | None:
    """The verb that a noun or adjective is an object or complement of."""
    for _ in range(3):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ in ("VERB", "AUX"):
            return head
        token = head
    return None


def _in_one_breath(reading: Reading, verb: Token) -> bool:
    """Whether the verb tells more of the same harm: the second of "four were killed and six injured in an attack"."""
    return verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.lemma_ in forces(reading).harm


def cause_of(reading: Reading, trigger: Token) -> Token | None:
    """The deed's noun that a trigger of harm hangs on: "strikes" for "killed in strikes", or the trigger itself."""
    deeds = forces(reading).deeds
    if trigger.pos_ not in ("VERB", "AUX"):
        if trigger.lower_ in deeds:
            return trigger
        return next((o for c in trigger.children if c.dep_ == "prep" for o in objects_of(c) if o.lower_ in deeds), None)
    for agent in (*agents(trigger), *patients(trigger)):
        if agent.lower_ in deeds:
            return agent
    for child in trigger.children:
        if child.dep_ in ("prep", "agent"):
            for obj in objects_of(child):
                if obj.lower_ in deeds:
                    return obj
        elif (child.dep_ == "advcl" and child.lower_ not in ("saying", "adding")) or _in_one_breath(reading, child):
            found = cause_of(reading, child)
            if found is not None:
                return found
    return trigger.head if trigger.dep_ in ("acl", "relcl") and trigger.head.lower_ in deeds else None
