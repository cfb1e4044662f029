"""Reading to Control claims: who holds, gained, lost, contests or besieges what."""

from __future__ import annotations

from vedette.extraction.common import common
from vedette.extraction.control.find import Find
from vedette.extraction.control.index import Index
from vedette.extraction.control.merge import merge
from vedette.extraction.control.modifiers import modifier_finds
from vedette.extraction.control.nouns import noun_finds
from vedette.extraction.control.verbs import verb_finds
from vedette.extraction.status import ALLEGED, HAPPENED, status_of
from vedette.extraction.when import when
from vedette.extraction.who_says import who_says
from vedette.model.claim import Control
from vedette.reading.reading import Reading

_DOES = ("manage", "continue", "go", "begin", "start", "proceed", "help", "succeed", "appear", "seem")
"""Verbs under which an infinitive tells what is so."""
_ENABLES = ("enable", "allow", "let")
"""Verbs under which a deed is told as done: "this enabled the army to besiege the town"."""


def control(reading: Reading) -> list[Control]:
    """Every control claim of the report, in the order of the text, one for each place, holder and change."""
    if not reading.actors and not reading.places:
        return []
    index = Index.of(reading)
    found = [*modifier_finds(index), *noun_finds(index), *verb_finds(index)]
    found = [f for f in found if _told(reading, f)]
    return [_claim(reading, find) for find in merge(found)]


def _told(reading: Reading, find: Find) -> bool:
    """Whether the text tells it as so: a gain wished for or planned is none; a siege to be broken is one."""
    trigger = find.trigger
    if find.state and trigger.pos_ != "VERB" and trigger.lemma_.lower() != "control":
        return True
    if trigger.dep_ in ("ccomp", "xcomp") and trigger.head.lemma_ in _ENABLES:
        trigger = trigger.head
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in trigger.children) and trigger.head.lemma_ not in _DOES:
        return False
    return status_of(reading, trigger) in (HAPPENED, ALLEGED)


def _claim(reading: Reading, find: Find) -> Control:
    reasons = {}
    if find.holder is None:
        reasons["holder"] = "contested by more than one"
    if find.area.part is None:
        reasons["part"] = "told of the whole place"
    return Control(
        **common(
            reading,
            _span(find),
            says=who_says(reading, find.trigger),
            when=when(reading, find.trigger, present=find.state),
            place=(find.area.name, find.area.place),
            confidence=0.7 if find.area.named else 0.5,
            reasons=reasons,
        ),
        holder=find.holder,
        change=find.change,
        part=find.area.part,
    )


def _span(find: Find) -> tuple[int, int]:
    """Tokens of the quote: from the trigger's clause or phrase to the ground that it tells of."""
    sentence = find.trigger.sent
    left = min(find.trigger.left_edge.i, find.area.token.left_edge.i, find.start)
    right = max(find.area.token.right_edge.i + 1, find.end)
    return max(left, sentence.start), min(right, sentence.end)
