"""The time that opens a sentence and holds for all of it: "On May 3 they showed that ..., where two were shot"."""

from __future__ import annotations

from spacy.tokens import Token

from vedette.extraction.when.ranked import ranks
from vedette.extraction.when.tree import about, finite_of, marker, owner_of, saying, verb_of
from vedette.reading.reading import Reading, TimeMention

_EARLIER = frozenset({"after", "before", "since", "until", "till", "once", "if"})
_WHILES = ("during", "since")


def frame(reading: Reading, trigger: Token) -> TimeMention | None:
    """The words of time at the head of the trigger's sentence, where it has no others that are not of a length.

    None where they date a saying, or where the trigger's clause tells what was before: "after rebels killed five", "had
    killed"; a while ("in the past two weeks") holds what led to it too.
    """
    sent = trigger.sent
    inside = [m for m in reading.times if sent.start <= m.start < sent.end and m.relation != "duration"]
    if len(inside) != 1 or inside[0].first is None or inside[0].last is None or ranks(reading, inside[0]):
        return None
    opening = inside[0]
    before = [t for t in reading.doc[sent.start : opening.start] if not t.is_space]
    if any(t.pos_ not in ("ADP", "DET", "ADV", "ADJ") for t in before) or trigger.i < opening.end:
        return None
    owner = owner_of(reading, opening)
    if owner is None or owner.pos_ not in ("VERB", "AUX") or not owner.is_ancestor(trigger):
        return None
    if saying(reading.knowledge, owner) or about(reading.knowledge, owner):
        return None
    return None if _told_before(trigger, owner, opening.relation in _WHILES) else opening


def _told_before(trigger: Token, owner: Token, while_: bool) -> bool:
    """Whether a clause between the two sets what is told in it before what is told around it."""
    node = verb_of(trigger)
    while node is not None and node.i != owner.i:
        if not while_ and marker(node) in _EARLIER:
            return True
        finite = finite_of(node) or node
        if any(c.dep_ == "aux" and c.lower_ in ("had", "has", "have", "will", "would") for c in finite.children):
            return True
        node = verb_of(node.head) if node.head.i != node.i else None
    return node is None
