"""Tolls found to claims: every slot filled with its reason, and what is told twice told once."""

from __future__ import annotations

from vedette.extraction.tolls.cause import Causes
from vedette.extraction.tolls.found import Found
from vedette.extraction.tolls.span import PERIOD, span_of
from vedette.extraction.tolls.vocabulary import Vocabulary
from vedette.extraction.tolls.who import who_harmed
from vedette.extraction.when import when
from vedette.extraction.where import where
from vedette.extraction.who_says import who_says
from vedette.model.claim import Toll
from vedette.reading.reading import Reading


def claim(reading: Reading, found: Found, causes: Causes, words: Vocabulary) -> Toll:
    """The claim that `found` makes."""
    trigger, group = found.trigger, found.group
    anchor = found.anchor or trigger
    who = who_harmed(reading, group, words)
    span, span_reason = span_of(reading, found)
    place = where(reading, anchor)
    time = when(reading, anchor, running=span == PERIOD or found.running)
    source = who_says(reading, anchor)
    cause = causes.of(trigger, found.effect, span)
    quote, start, end = reading.quote(*_quote(found))
    return Toll(
        report=reading.report.ref,
        report_id=reading.report.id,
        quote=quote,
        start=start,
        end=end,
        source=source.source,
        chain=source.chain,
        first=time.first,
        last=time.last,
        date_basis=time.basis,
        place=place.name,
        location=place.place,
        effect=found.effect,
        low=group.low,
        high=group.high,
        approx=group.approx,
        who=who.who,
        group=who.group,
        subset=found.subset,
        span=span,
        by=cause.by,
        means=cause.means,
        words=group.mention.words if group.mention else reading.doc[group.start : group.end].text,
        confidence=0.5 if group.mention is None else 0.8,
        reasons={
            "effect": found.rule,
            "who": who.reason,
            "span": span_reason,
            "place": place.reason,
            "from": time.reason,
            "source": source.reason,
            "by": cause.by_reason,
            "means": cause.means_reason,
        },
    )


def _quote(found: Found) -> tuple[int, int]:
    """The clause of the trigger, cut to its sentence: from the group or trigger to the end of what hangs on them."""
    group, trigger = found.group, found.trigger
    doc = trigger.doc
    sent = doc[group.head].sent
    if not sent.start <= trigger.i < sent.end:
        return group.start, group.end
    start, end = min(group.start, trigger.i), max(group.end, trigger.i + 1)
    for child in trigger.children:
        if child.i > trigger.i and child.dep_ in ("prep", "agent", "npadvmod", "dobj", "oprd"):
            end = max(end, child.right_edge.i + 1)
    end = min(end, sent.end, start + 40) if end > start + 40 else min(end, sent.end)
    while end > start + 1 and (doc[end - 1].is_space or doc[end - 1].text in ",.;:"):
        end -= 1
    return max(start, sent.start), end
