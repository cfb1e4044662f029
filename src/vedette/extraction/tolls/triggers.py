"""The words that tell what befell people: which effect, in which frame, and whether the text tells it as fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.extraction.tolls.presupposed import known, presupposed
from vedette.extraction.tolls.vocabulary import DEEDS, OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.knowledge.effects import Effects, Phrase
from vedette.reading.reading import Reading
from vedette.reading.syntax import agents, subjects

_DONE = frozenset({"killed", "wounded", "abducted"})
_ASIDE = frozenset({"after", "since", "following", "amid", "despite", "before", "during", "because", "over"})
_NEARLY = frozenset({"nearly", "almost"})
_AWAITING = frozenset({"after", "once", "until", "when"})
_AT = frozenset({"in", "at", "near", "inside", "around"})
PHRASE, OF_PERSONS, LEAVING, CARRYING = "phrase", "of persons", "leaving", "carrying"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word (with `phrase`, its noun too) that tells `effect`; `frame` says where those befallen stand."""

    token: Token
    effect: str
    frame: str
    phrase: Phrase | None = None
    noun: Token | None = None


def triggers(reading: Reading, words: Vocabulary) -> Iterator[Trigger]:
    """Every trigger of the report that is told as fact, in the order of the text."""
    for token in reading.doc:
        found = _trigger(token, words)
        if found is not None and is_fact(found, words):
            yield found


def _trigger(token: Token, words: Vocabulary) -> Trigger | None:
    if token.lower_ not in words.cues and token.lemma_.lower() not in words.cues:
        return None
    if token.tag_.startswith("VB"):
        for phrase in words.phrases.get(token.lower_, ()):
            reach = 14 if phrase.needs else 8
            nouns = (c for c in token.subtree if c.lemma_.lower() in phrase.nouns and _near(token, c, reach))
            noun = next(nouns, None)
            needed = phrase.needs is None or any(t.lower_ == phrase.needs for t in token.subtree)
            if (
                noun is not None
                and token.lemma_ == "be"
                and any(t.pos_ == "VERB" for t in token.doc[token.i + 1 : noun.i])
            ):
                continue  # "workers were searching for survivors buried under the rubble"
            if noun is not None and any(t.lower_ in _NEARLY for t in token.doc[max(0, noun.i - 2) : noun.i]):
                continue  # "beaten nearly to death"
            if noun is not None and needed:
                return Trigger(token, phrase.effect, PHRASE, phrase, noun)
        for frame in (SUBJECTS, OBJECTS):
            effect = words.effect(token, frame)
            if effect and not (token.dep_ == "amod" and words.effect(token, STATES)):
                other = words.effect(token, OBJECTS)
                if frame == SUBJECTS and other and _has_object(token):
                    return Trigger(token, other, OBJECTS)  # "evacuated 300" against "300 evacuated"
                return Trigger(token, effect, frame)
        if token.lower_ in words.of_persons and _of_persons(token, words):
            return Trigger(token, words.of_persons[token.lower_], OF_PERSONS)
        if (
            token.lower_ in words.carrying and any(t.lemma_.lower() in words.effects.vehicles for t in token.children)
        ) or (
            token.lower_ in words.carrying
            and token.dep_ == "acl"
            and token.head.lemma_.lower() in words.effects.vehicles
        ):
            return Trigger(token, "displaced", CARRYING)
        if token.lower_ in words.leaving and not _remains(token) and not _unharmed(token, words):
            return Trigger(token, "displaced", LEAVING)
    effect = words.effect(token, STATES)
    if effect and token.pos_ in ("ADJ", "VERB", "ADV", "NOUN", "PROPN") and not _is_count(token):
        return Trigger(token, effect, STATES)
    if token.lemma_ == "case" and (effect := _of_cases(token, words)) is not None:
        return Trigger(token, effect, DEEDS)
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB"):
        for frame in (DEEDS, TALLIES):
            effect = words.effect(token, frame)
            before = token.dep_ in ("compound", "nmod") and token.head.i > token.i  # "a hostage-for-rebel swap"
            if effect and not before:
                return Trigger(token, effect, frame)
    return None


def _of_cases(noun: Token, words: Vocabulary) -> str | None:
    """The effect of what there are cases of: "30 cases of suffocation"."""
    below = {p.lemma_.lower() for c in noun.children if c.lower_ == "of" for p in c.children}
    return next((effect for effect, harms in words.effects.cases.items() if below & harms), None)


def _of_persons(verb: Token, words: Vocabulary) -> bool:
    """Whether the verb can tell it of persons: "has 900 troops in Syria", "rebels hold 72 guests"."""
    if verb.lower_ in words.effects.placed:
        return verb.pos_ == "VERB" and any(t.dep_ == "prep" and t.lower_ in _AT and t.i > verb.i for t in verb.subtree)
    if verb.lower_ in words.effects.by_fighters:
        holders = agents(verb) or ([verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else [])
        persons = (words.person(holder) for holder in holders)
        return any(person is not None and person.who == "combatant" for person in persons)
    return True


def _remains(verb: Token) -> bool:
    """Whether it tells who is still there: "the four doctors left in the town", "three are left"."""
    if any(c.dep_ == "dobj" or (c.dep_ == "aux" and c.lemma_ == "have") for c in verb.children):
        return False
    bound = any(c.dep_ == "nsubj" for c in verb.children) and any(c.lower_ in ("for", "from") for c in verb.children)
    return verb.lower_ == "left" and verb.tag_ == "VBN" and not bound  # but "40 families left for the north"


def _unharmed(verb: Token, words: Vocabulary) -> bool:
    """Whether it tells who came to no harm and not who left a place: "managed to escape", "escaped injury"."""
    if verb.lemma_ != "escape":
        return False
    to_or_from = any(c.lower_ in ("from", "to", "into", "towards") for c in verb.children if c.dep_ == "prep")
    left = [c for c in verb.children if c.dep_ == "dobj" and not words.effect(c, DEEDS)]
    return not left and not to_or_from


def _is_count(token: Token) -> bool:
    return token.tag_.startswith("NN") or any(c.dep_ in ("nummod", "det") for c in token.children)


def _near(verb: Token, noun: Token, reach: int) -> bool:
    """Whether the noun of a phrase stands where the verb governs it, whatever the parse makes of it."""
    return -4 <= noun.i - verb.i < 0 or 0 < noun.i - verb.i <= reach


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "nsubjpass", "auxpass") for c in verb.children)


def is_fact(trigger: Trigger, words: Vocabulary) -> bool:
    """Whether the text tells it as having happened: not negated, planned, feared, supposed or due."""
    token, effects = trigger.token, words.effects
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            return False
        if child.dep_ == "mark" and child.lower_ in effects.conditions:
            return False
    if token.dep_ in ("relcl", "acl") and any(c.lower_ == "no" for c in token.head.children):
        return False  # "no news the hostages have been released"
    above = token
    while above.dep_ == "pobj" and above.head.dep_ == "prep" and above.head.head.i != above.i:
        if above.head.lower_ == "without":
            return False
        above = above.head.head  # "no reports of injuries"
        if any(c.lower_ == "no" for c in above.children):
            return False
    if trigger.frame == DEEDS and _wished(token, effects):
        return False
    deed = trigger.frame == DEEDS and (presupposed(token, words) or (trigger.effect in _DONE and known(token, words)))
    if trigger.effect in effects.announced or deed:
        return True
    verb = token if token.pos_ == "VERB" else _verb_above(token)
    return verb is None or _verb_is_fact(verb, words, 0)


def _wished(deed: Token, effects: Effects) -> bool:
    """Whether a deed is only what someone wants or fears: "their demand is the release of 400", "a call for the"."""
    if deed.dep_ == "pobj" and deed.head.lower_ in _ASIDE:
        return False  # "after the murder of a judge, the army ordered an offensive"
    above = deed.head.head if deed.dep_ == "pobj" else deed.head
    if deed.dep_ == "attr":
        return any(s.lemma_.lower() in effects.unreal for s in subjects(above))
    return deed.dep_ in ("dobj", "pobj") and above.i != deed.i and above.lemma_.lower() in effects.unreal


def _verb_above(token: Token) -> Token | None:
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
        if ancestor.dep_ in ("pobj",):
            return None
    return None


def _is_awaited(verb: Token, words: Vocabulary) -> bool:
    """Whether something to come waits for it: "they would free their captives only after 400 comrades were freed"."""
    after = any(c.dep_ == "mark" and c.lower_ in _AWAITING for c in verb.children)
    aux = {c.lower_ for c in verb.head.children if c.dep_ == "aux"}
    return after and bool(aux & words.effects.modals) and "have" not in aux


def _verb_is_fact(verb: Token, words: Vocabulary, depth: int) -> bool:
    effects = words.effects
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    lowered = {c.lower_ for c in auxiliaries}
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    if any(c.dep_ == "mark" and c.lower_ in effects.conditions for c in verb.children):
        return False
    if any(c.tag_ == "MD" and c.lower_ in effects.modals for c in auxiliaries) and not lowered & {
        "have",
        "'ve",
    }:
        return False
    if any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in auxiliaries) and not lowered & {*effects.modals, "to"}:
        return False  # "demanded that they be freed"
    head = verb.head
    if verb.dep_ == "advcl" and _is_awaited(verb, words):
        return False
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and not auxiliaries and depth < 3:
        return verb.tag_ not in ("VB",) or _verb_is_fact(head, words, depth + 1)
    if "to" in lowered:
        if head.lemma_.lower() in effects.unreal or verb.dep_ in ("acl", "relcl"):
            return False
        return head.lemma_.lower() in effects.realised and head.i != verb.i
    if verb.dep_ in ("oprd", "acomp") and head.lemma_.lower() in effects.unreal:
        return False  # "hundreds were feared trapped"
    if verb.dep_ in ("ccomp", "xcomp", "pcomp") and head.i != verb.i and head.pos_ in ("VERB", "ADP"):
        top = head if head.pos_ == "VERB" else head.head
        if verb.dep_ == "ccomp" and any(c.dep_ == "neg" for c in top.children):
            return False
        return top.lemma_.lower() not in effects.unreal
    return True
