"""Counts that the parse left without an effect: those right beside a trigger, and those that carry on a list."""

from __future__ import annotations

from spacy.tokens import Doc

from vedette.extraction.tolls.befallen import _fits
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import COUNTED, Group, Groups
from vedette.extraction.tolls.triggers import Trigger
from vedette.extraction.tolls.vocabulary import OBJECTS, STATES, SUBJECTS, Vocabulary

_BETWEEN = frozenset({"ADV", "AUX", "PART", "DET", "ADJ"})


def beside(groups: Groups, found: list[Found], all_triggers: list[Trigger], words: Vocabulary) -> list[Found]:
    """Counted groups without an effect that stand directly before or after a trigger, only small words between."""
    taken = {f.group.start for f in found}
    new: list[Found] = []
    by_token = {t.token.i: t for t in all_triggers}
    for group in groups.all:
        if group.kind != COUNTED or group.start in taken or not group.person:
            continue
        trigger = _after(groups.doc, group, by_token) or _before(groups.doc, group, by_token)
        if trigger is not None and _fits(trigger, group, words):
            new.append(Found(trigger.token, trigger.effect, group, f"beside {trigger.token.text!r}"))
    return new


def _after(doc: Doc, group: Group, by_token: dict[int, Trigger]) -> Trigger | None:
    """A participle or state right after: "12 civilians killed", "another 40 were also wounded"."""
    for i in range(group.end, min(group.end + 5, len(doc))):
        trigger = by_token.get(i)
        if trigger is not None and trigger.frame in (OBJECTS, STATES, SUBJECTS):
            passive = trigger.frame != OBJECTS or doc[i].tag_ in ("VBN", "VBD", "JJ")
            return trigger if passive and not any(c.dep_ == "dobj" for c in doc[i].children) else None
        if doc[i].is_sent_start or doc[i].pos_ not in _BETWEEN:
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


def carried_on(groups: Groups, found: list[Found], words: Vocabulary) -> list[Found]:
    """Groups that continue a list whose earlier member bears an effect: "three soldiers, two nurses and a boy died"."""
    by_start = {f.group.start: f for f in found}
    new: list[Found] = []
    for group in groups.all:
        first = by_start.get(group.start)
        if first is None:
            continue
        for other in groups._onward(group):
            if other.start in by_start:
                break
            if other.kind not in ("counted", "one"):
                continue
            after = Found(first.trigger, first.effect, other, "goes on a list", first.subset, first.whole)
            by_start[other.start] = after
            new.append(after)
    return new
