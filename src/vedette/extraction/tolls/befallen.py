"""Whom a trigger befalls, read off the parse: its objects, subjects, what stands under its "of", what it describes."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.tolls.groups import COUNTED, Group, Groups
from vedette.extraction.tolls.triggers import CARRYING, LEAVING, OF_PERSONS, PHRASE, Trigger
from vedette.extraction.tolls.vocabulary import DEEDS, OBJECTS, STATES, SUBJECTS, TALLIES, Vocabulary
from vedette.reading.syntax import is_passive, objects, patients, subjects

_UNDER = frozenset({"of", "among", "to", "for"})


def befallen(trigger: Trigger, groups: Groups, words: Vocabulary) -> list[Group]:
    """The groups whom the trigger befalls by the parse, in order, each once."""
    found: dict[int, Group] = {}
    for token in _heads(trigger, groups):
        group = groups.at(token)
        if group is not None and _fits(trigger, group, words):
            found.setdefault(group.start, group)
    return [found[start] for start in sorted(found)]


def _fits(trigger: Trigger, group: Group, words: Vocabulary) -> bool:
    """Whether the group can be those meant: a word for people, where the trigger itself does not tell."""
    loose = trigger.frame not in (OF_PERSONS, LEAVING, CARRYING) and trigger.effect not in words.effects.strict
    if not group.person and not (loose and group.kind == COUNTED):
        return False
    if trigger.frame in (OF_PERSONS, LEAVING, CARRYING) and group.kind != COUNTED:
        return False
    return True


def _heads(trigger: Trigger, groups: Groups) -> list[Token]:
    token, frame = trigger.token, trigger.frame
    if frame == PHRASE and trigger.phrase is not None and trigger.noun is not None:
        return _phrase_heads(trigger, groups)
    if frame == OBJECTS:
        return _object_heads(token, groups)
    if frame in (OF_PERSONS, CARRYING):
        return patients(token) if not is_passive(token) or frame == OF_PERSONS else []
    if frame == SUBJECTS:
        if token.dep_ in ("acl", "amod") and token.tag_ in ("VBG", "VBN"):
            return [token.head]
        return subjects(token)
    if frame == LEAVING:
        person_object = any(groups.at(o) for o in objects(token))
        return [] if person_object else subjects(token)
    if frame == STATES:
        return _state_heads(token)
    if frame in (DEEDS, TALLIES):
        return _noun_heads(token, groups)
    return []


def _phrase_heads(trigger: Trigger, groups: Groups) -> list[Token]:
    assert trigger.phrase is not None and trigger.noun is not None
    verb, noun = trigger.token, trigger.noun
    if trigger.phrase.harmed == "subject":
        return subjects(verb) or ([verb.head] if verb.dep_ in ("acl", "relcl") else [])
    if trigger.phrase.harmed == "object":
        return [t for t in objects(verb) if t.i != noun.i] + patients(verb)
    under = _under(noun) or _under(verb)
    return under or [noun]


def _object_heads(verb: Token, groups: Groups) -> list[Token]:
    """Objects; or the subject, where a headline drops "were" ("12 civilians killed in raid")."""
    heads = patients(verb)
    if not heads and not is_passive(verb) and verb.tag_ in ("VBN", "VBD", "JJ"):
        heads = subjects(verb) or ([verb.head] if verb.dep_ in ("acl", "amod", "relcl") else [])
    return heads


def _state_heads(token: Token) -> list[Token]:
    """Whom an adjective describes: "left 11 dead", "many were missing", "the wounded men", "people feared dead"."""
    head = token.head
    if token.dep_ in ("amod", "acl", "relcl"):
        return [head]
    if token.dep_ in ("oprd", "acomp", "advcl", "xcomp", "ccomp", "attr", "conj", "dobj", "advmod", "dep", "appos"):
        own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        if own:
            return own
        if head.pos_ in ("VERB", "AUX"):
            return objects(head) or subjects(head)
        return [head]
    return [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass", "npadvmod")]


def _noun_heads(token: Token, groups: Groups) -> list[Token]:
    """Those under the noun's "of", its owner, or the number that the noun itself bears ("four deaths")."""
    own = groups.at(token)
    if own is not None and own.kind == COUNTED:
        return [token]
    under = _under(token)
    owners = [c for c in token.children if c.dep_ == "poss"]
    return under or owners or ([token] if own is not None and own.head == token.i else [])


def _under(noun: Token) -> list[Token]:
    found = []
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in _UNDER | {"on"}:
            for child in prep.children:
                if child.dep_ == "pobj":
                    found.append(child)
                    found.extend(c for c in child.conjuncts if c.i > child.i)
    return found
