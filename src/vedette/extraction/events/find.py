"""Every trigger of a report, without those that only carry, repeat or follow from what another tells."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.extraction.events.triggers import ATTACK, CLASH, DISARMED, TERRITORIAL, Trigger, trigger_at
from vedette.extraction.events.words import Words, counted, of_preps
from vedette.knowledge.events import MEANS
from vedette.reading.syntax import objects, subjects

AT_ONCE = frozenset({"when", "as", "after"})


def find_triggers(words: Words) -> list[Trigger]:
    """Every trigger of the report, in order; a verb that only carries an event noun of its type gives way to it."""
    found: list[Trigger] = []
    for token in words.reading.doc:
        trigger = trigger_at(token, words)
        if trigger is not None:
            found.append(trigger)
    verbs = {t.token.i: t for t in found if t.token.pos_ in ("VERB", "AUX")}
    found = [
        t
        for t in found
        if not (_taken_up(t, verbs) or _comes_of(t, verbs, words.lexicon.classes["harms"]) or _booty(t, verbs))
    ]
    nouns = {t.token.i: t for t in found if t.token.pos_ in ("NOUN", "PROPN")}
    averted = words.lexicon.classes["averting"]  # the verb tells that they were fought off, the noun alone would not
    return [t for t in found if t.token.i in nouns or t.token.lemma_ in averted or not _carried(t, nouns)]


def _carried(trigger: Trigger, nouns: dict[int, Trigger]) -> bool:
    """Whether a verb only carries an event that a noun tells: "launched strikes", "strikes targeting X"."""
    verb = trigger.token
    doers = [*subjects(verb), *of_preps(verb, frozenset({"by", "with", "in"}))]
    if verb.dep_ in ("acl", "relcl"):
        doers.append(verb.head)
    elif verb.dep_ == "advcl" and verb.tag_ == "VBG":
        doers += [*subjects(verb.head), *objects(verb.head)]
    causes = [] if trigger.told else list(_causes(verb))
    for head in (*doers, *objects(verb), *causes):
        for thing in (head, *counted(head)):
            told = nouns.get(thing.i)
            if told is None:
                continue
            by_noun = head in doers and (trigger.frame.type == MEANS or trigger.type == ATTACK)
            if told.type == trigger.type or (by_noun and (told.told or not trigger.told)) or not trigger.told:
                return True
    return False


def _causes(verb: Token) -> Iterator[Token]:
    """What a harm is told to come from: "injured due to an attack", "killed as a result of shelling"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("due", "from", "as", "because"):
            yield from (t for t in child.subtree if t.dep_ == "pobj")


def _taken_up(trigger: Trigger, verbs: dict[int, Trigger]) -> bool:
    """Whether a vague noun is the object of a verb that tells more: "repelled an attack"."""
    if trigger.told or trigger.token.dep_ != "dobj":
        return False
    verb = verbs.get(trigger.token.head.i)
    return verb is not None and verb.told and verb.frame.type != MEANS


def _comes_of(trigger: Trigger, verbs: dict[int, Trigger], harms: frozenset[str]) -> bool:
    """Whether a harm is only what another verb's strike came to: "shelled X, killing two", "hurt when shells hit X"."""
    verb = trigger.token
    if verb.dep_ == "acl" and verb.tag_ == "VBN":  # "shot down a missile fired by X"
        over = verbs.get(verb.head.head.i) if verb.head.dep_ == "dobj" else None
        return over is not None and over.type == DISARMED
    if trigger.told or verb.lemma_ not in harms:
        return False
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == first.tag_:
        first = first.head
    deeds = [first.head] if first.tag_ == "VBG" and first.dep_ in ("advcl", "xcomp") else []
    if (
        first.tag_ == "VBG" and first.dep_ == "acl" and first.head.pos_ == "PROPN"
    ):  # a comma lost: "in Khan killing two"
        deeds += [next((t for t in first.ancestors if t.pos_ == "VERB"), first.head)]
    deeds += [c for c in first.children if c.dep_ == "advcl" and any(m.lower_ in AT_ONCE for m in c.children)]
    return any((deed := verbs.get(d.i)) is not None and deed.frame.type in (MEANS, ATTACK) for d in deeds)


def _booty(trigger: Trigger, verbs: dict[int, Trigger]) -> bool:
    """Whether weapons are only what a fight came to: "captured the camp and seized its guns"."""
    verb = trigger.token
    if trigger.type != DISARMED or verb.lemma_ not in ("seize", "capture") or verb.dep_ not in ("conj", "advcl"):
        return False
    over = verbs.get(verb.head.i)
    return over is not None and over.type in (*TERRITORIAL, ATTACK, CLASH)
