"""Finds tolls, rule after rule: figures of a toll noun, the parse, words side by side, lists, parts."""

from __future__ import annotations

from vedette.extraction.tolls.befallen import befallen
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.groups import BARE, COUNTED, DEFINITE, PRONOUN, Groups
from vedette.extraction.tolls.nearby import beside, carried_on
from vedette.extraction.tolls.running import figures
from vedette.extraction.tolls.subset import parts
from vedette.extraction.tolls.triggers import triggers
from vedette.extraction.tolls.vocabulary import Vocabulary
from vedette.reading.reading import Reading


def find(reading: Reading, words: Vocabulary) -> list[Found]:
    """Every toll of the report, one for each group of people, in the order of the text."""
    groups = Groups(reading, words)
    all_triggers = list(triggers(reading, words))
    found = {f.group.start: f for f in figures(reading, groups, words)}
    for trigger in all_triggers:
        for group in befallen(trigger, groups, words):
            toll = Found(trigger.token, trigger.effect, group, f"{trigger.frame} of {trigger.token.text!r}")
            known = found.get(group.start)
            found[group.start] = toll if known is None else _joined(known, toll)
    tolls = list(found.values())
    tolls += beside(groups, tolls, all_triggers, words)
    tolls += carried_on(groups, sorted(tolls, key=_order), words)
    tolls.sort(key=_order)
    subset = {f.group.start: f for f in parts(groups, tolls)}
    merged = {f.group.start: f for f in tolls} | subset
    return [f for _, f in sorted(merged.items()) if _tells(f, words)]


def _order(found: Found) -> tuple[int, int]:
    return found.group.start, found.trigger.i


def _joined(known: Found, toll: Found) -> Found:
    """One group under two effects: "killed and wounded" are casualties, else the first telling holds."""
    pair = {known.effect, toll.effect}
    if pair == {"killed", "wounded"} and abs(known.trigger.i - toll.trigger.i) <= 3 and not known.running:
        return Found(known.trigger, "casualties", known.group, "killed and wounded under one number")
    return known


def _tells(found: Found, words: Vocabulary) -> bool:
    """Whether the toll says enough to be a claim of its own."""
    group = found.group
    if group.kind == COUNTED:
        return True
    if group.kind in (BARE,):
        return True
    if group.kind in (DEFINITE, PRONOUN):
        return group.low == 1 and found.effect in words.effects.single
    return True
