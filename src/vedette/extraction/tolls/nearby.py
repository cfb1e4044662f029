"""Counts that the parse left without an effect: those beside a trigger, and those that carry on a list."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from vedette.extraction.tolls.befallen import fits
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import BARE, COUNTED, DEFINITE, ONE, Group, Groups
from vedette.extraction.tolls.headline import is_verb_of_headline
from vedette.extraction.tolls.triggers import LEAVING, Trigger
from vedette.extraction.tolls.vocabulary import OBJECTS, STATES, SUBJECTS, Vocabulary

_BETWEEN = frozenset({"ADV", "AUX", "PART", "DET", "ADJ"})
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ", "NN", "NNP", "NNS", "VB", "VBP"})
_CUES = frozenset({"including", "among", "them", "whom", "some", "of", "most", "mostly"})
_PLACING = frozenset(
    {"in", "at", "near", "outside", "around", "elsewhere", "from", "on", "inside", "north", "south", "among"}
)
_THAN = frozenset({"from", "against", "to", "than", "with"})
_AFTER = frozenset({OBJECTS, STATES, SUBJECTS, LEAVING})
_LOOSE = frozenset({'"', "'", "more", "others", "other"})
_REACH = 24
CHAIN = "a chain of counts"
"""The rule by which the counts of a headline without verbs are found."""


def chained(groups: Groups, all_triggers: list[Trigger]) -> list[Found]:
    """Headlines without verbs: "4 killed, over 43 injured in attacks". Each count takes the participle after it."""
    by_token = {t.token.i: t for t in all_triggers}
    found: dict[int, Found] = {}
    for first in groups.all:
        verb = groups.doc[first.start - 1] if first.start else None
        if verb is not None and is_verb_of_headline(verb, groups.vocabulary):
            effect = groups.vocabulary.effect(verb, OBJECTS) or ""
            found[first.start] = Found(verb, effect, first, CHAIN, frame=OBJECTS)
            continue
        told = by_token.get(first.end)
        if told is None or not _participle(told):
            continue
        i = first.end + 1
        while i < len(groups.doc) and groups.doc[i].lower_ in (",", "and", "&") and i < first.end + 3:
            i += 1
        second = groups.at(i) if i < len(groups.doc) else None
        after = by_token.get(second.end) if second is not None and second.start == i else None
        if second is None or after is None or not _participle(after) or second.kind != COUNTED:
            continue
        before = groups.at(first.start - 1) if first.start else None  # "40 Civilians 25 Fighters Killed 110 Injured"
        pairs = [(first, told), (second, after)]
        if before is not None and before.end == first.start and before.kind == COUNTED:
            pairs.insert(0, (before, told))
        for group, trigger in pairs:
            if group.kind in (COUNTED, ONE, DEFINITE):
                link = Found(trigger.token, trigger.effect, group, CHAIN, frame=trigger.frame)
                found[group.start] = link
    return [found[start] for start in sorted(found)]


def _participle(trigger: Trigger) -> bool:
    word = trigger.token.lower_
    return trigger.frame == STATES or (trigger.frame == OBJECTS and word.endswith(("ed", "n", "t")))


def beside(
    groups: Groups, found: list[Found], all_triggers: list[Trigger], words: Vocabulary, parts: set[int]
) -> list[Found]:
    """Counted groups without an effect that stand directly before or after a trigger, only small words between."""
    taken = {f.group.start for f in found} | parts
    by_token = {t.token.i: t for t in all_triggers}
    new: list[Found] = []
    for group in groups.all:
        others = group.kind == BARE and groups.doc[group.head].lower_ in ("others", "more")
        if not (others or group.kind in (COUNTED, ONE)) or group.start in taken or not group.person:
            continue
        trigger = _after(groups, group, by_token) or _before(groups.doc, group, by_token)
        described = trigger is not None and trigger.token.dep_ == "amod" and trigger.effect in words.effects.weak
        if trigger is not None and not described and fits(trigger, group, words):
            new.append(Found(trigger.token, trigger.effect, group, f"beside {trigger.token.text!r}"))
    return new


def _after(groups: Groups, group: Group, by_token: dict[int, Trigger]) -> Trigger | None:
    """A participle or state after: "12 civilians killed", "eight people, including a child, were also wounded"."""
    doc, i = groups.doc, group.end
    while i < min(group.end + _REACH, len(doc)):
        trigger = by_token.get(i)
        subject = trigger is not None and trigger.phrase is not None and trigger.phrase.harmed == "subject"
        if trigger is not None and (subject or trigger.frame in _AFTER):
            passive = trigger.frame != OBJECTS or doc[i].tag_ in _PARTICIPLES
            taken = trigger.frame == OBJECTS and any(c.dep_ == "dobj" for c in doc[i].children)
            return trigger if passive and not taken else None
        if doc[i].is_sent_start:
            return None
        other = groups.at(i)
        if other is not None and other.start == i:
            i = other.end
        elif doc[i].pos_ in _BETWEEN or doc[i].lower_ in groups.vocabulary.victims.joints | _CUES | _LOOSE:
            i += 1
        else:
            return None
    return None


def _before(doc: Doc, group: Group, by_token: dict[int, Trigger]) -> Trigger | None:
    """An active verb right before: "killing at least 12"."""
    for i in range(group.start - 1, max(group.start - 4, -1), -1):
        if doc[i + 1].is_sent_start:
            return None
        trigger = by_token.get(i)
        if trigger is not None and trigger.frame == OBJECTS:
            return trigger
        if doc[i].pos_ not in _BETWEEN:
            return None
    return None


def carried_on(groups: Groups, found: list[Found]) -> list[Found]:
    """Groups that continue a list whose earlier member bears an effect: "three soldiers, two nurses and a boy"."""
    by_start = {f.group.start: f for f in found}
    new: list[Found] = []
    for group in groups.all:
        first = by_start.get(group.start)
        if first is None:
            continue
        for other in groups.onward(group):
            if other.start in by_start:
                break
            relative = other.kind == DEFINITE and other.low == 1 and groups.doc[other.start].lower_ in ("his", "her")
            listed = other.kind in (COUNTED, ONE) or relative
            if not listed or not other.person or _acts(groups.doc[other.head], first):
                continue
            after = Found(first.trigger, first.effect, other, "goes on a list", first.subset, first.whole)
            by_start[other.start] = after
            new.append(after)
    return new


def elliptic(groups: Groups, found: list[Found], words: Vocabulary) -> list[Found]:
    """Bare numbers at another place, the verb left out: "30 were killed in Shadadi and another five outside Kobane"."""
    taken = {f.group.start for f in found}
    doc, new = groups.doc, []
    for group in groups.all:
        bare = group.mention is not None and group.mention.head is None
        if not bare or group.kind != COUNTED or group.start in taken or group.end >= len(doc) or not group.start:
            continue
        joined = doc[group.start - 1].lower_ in words.victims.joints or doc[group.start].lower_ == "another"
        if not (joined and doc[group.end].lower_ in _PLACING) and not _in_another_year(doc, group):
            continue
        sent = doc[group.start].sent
        before = [f for f in found if sent.start <= f.group.start < group.start and f.group.kind == COUNTED]
        if before:
            last = before[-1]
            new.append(
                Found(last.trigger, last.effect, group, "same as before, elsewhere", last.subset, last.whole,
                      anchor=doc[group.head], again=True)
            )  # fmt: skip
    return new


def _in_another_year(doc: Doc, group: Group) -> bool:
    """ "292 were killed, down from 3,087 in 1991"."""
    year = doc[group.end + 1].text if group.end + 1 < len(doc) else ""
    compared = doc[group.start - 1].lower_ in _THAN and doc[group.end].lower_ in ("in", "during")
    return compared and len(year) == len("1991") and year.isdigit()


def joined_to(groups: Groups, found: list[Found], all_triggers: list[Trigger], words: Vocabulary) -> list[Found]:
    """Those named after "along with": they share what the verb before tells."""
    taken = {f.group.start for f in found}
    doc, new = groups.doc, []
    for group in groups.all:
        with_ = group.start >= 2 and doc[group.start - 1].lower_ == "with"
        if group.kind != COUNTED or group.start in taken or not with_ or not group.person:
            continue
        if doc[group.start - 2].lower_ not in words.effects.besides:
            continue
        before = [
            t for t in all_triggers if 0 < group.start - t.token.i < _REACH and t.token.sent == doc[group.start].sent
        ]
        if before and before[-1].frame in (OBJECTS, STATES):
            new.append(Found(before[-1].token, before[-1].effect, group, "together with those before"))
    return new


def _acts(noun: Token, told: Found) -> bool:
    """Whether the noun is the subject of another verb that is active: "after the killing of 3, a bomber struck"."""
    verb = noun.head
    return noun.dep_ == "nsubj" and verb.i != told.trigger.i and verb.pos_ == "VERB" and verb.tag_ != "VBN"
