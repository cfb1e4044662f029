"""What is so long after or before something else: "nine months after they were driven out"."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from vedette.extraction.when.lengths import count_of
from vedette.extraction.when.model import When
from vedette.extraction.when.story import day_before, story
from vedette.extraction.when.tree import TOO_FAR, distance, is_event_noun, is_present, near, verb_of
from vedette.reading.reading import Reading, TimeMention
from vedette.reading.times.calendar import Interval, shift, unit

_LINKS = {"after": -1, "before": 1}
"""Which way the time of what they lead to lies from that of the clause around it."""
_CLOSE = 4.0
_SAME_DAY = ("hour", "minute", "second")


def counted_from(reading: Reading, trigger: Token) -> When | None:
    """The days of what befell "nine months after" something, or of what that was after."""
    for mention in reading.times:
        if mention.start < trigger.sent.start or mention.end >= trigger.sent.end:
            continue
        link = reading.doc[mention.end] if mention.end < len(reading.doc) else None
        if mention.relation != "duration" or link is None or link.lower_ not in _LINKS:
            continue
        inner, outer = _ends(link, mention)
        if inner is None or outer is None:
            continue
        count = count_of(reading, mention)
        if count is None and mention.granularity in _SAME_DAY:
            count = 0.0  # "a few hours after"
        dated = any(m.first and inner.left_edge.i <= m.start <= inner.right_edge.i for m in reading.times)
        led = inner.dep_ in ("pobj", "pcomp")
        if inner.is_ancestor(trigger) and (dated or (count is None and led)):
            continue  # "days after raids that killed 30 on May 31"
        if inner.i == trigger.i or inner.is_ancestor(trigger):
            base = _around(reading, outer)
            if base is None or count is None:
                return When(None, None, None, "counted from a time that is not told")
            return _moved(mention, base, count, _LINKS[link.lower_], "clause around it")
        cost, _ = distance(reading.knowledge, trigger, outer)
        base = _inside(reading, inner)
        if cost < TOO_FAR and trigger.dep_ != "amod" and base is not None and count is not None:
            return _moved(mention, base, count, -_LINKS[link.lower_], "event that it names")
    return None


def _ends(link: Token, mention: TimeMention) -> tuple[Token | None, Token | None]:
    """What "after" leads to, and the word that it hangs on."""
    led = next((c for c in link.children if c.dep_ in ("pobj", "pcomp")), None)
    inner = led or (link.head if link.head.i > link.i else None)
    outer = link.head if led is not None else inner.head if inner is not None else None
    while outer is not None and mention.start <= outer.i < mention.end:
        outer = outer.head if outer.head.i != outer.i else None
    return inner, outer


def _around(reading: Reading, outer: Token) -> Interval | None:
    """The day from which the inner event is counted: that of the clause around, the present or the main event."""
    days = [n.mention for n in near(reading, outer) if n.cost <= _CLOSE and n.mention.first]
    verb, published = verb_of(outer), reading.report.published
    if not days and verb is not None and (is_present(verb) or verb.tag_ == "VB") and published is not None:
        return published, published
    told = days[0] if days else story(reading).main
    return _interval(told)


def _inside(reading: Reading, inner: Token) -> Interval | None:
    """The day of the event that is named; "this attack" is the one of the sentence before."""
    start, end = inner.left_edge.i, inner.right_edge.i + 1
    days = [m for m in reading.times if start <= m.start < end and m.first and m.relation == "at"]
    if days:
        return _interval(days[0])
    if is_event_noun(reading.knowledge, inner) and any(c.lower_ in ("this", "the", "that") for c in inner.children):
        return _interval(day_before(reading, inner) or story(reading).main)
    return None


def _interval(told: TimeMention | None) -> Interval | None:
    if told is None or told.first is None or told.last is None:
        return None
    return (told.last, told.last) if told.granularity == "part" else (told.first, told.last)


def _moved(mention: TimeMention, base: Interval, count: float, sign: int, what: str) -> When:
    day: date = shift(base[0], mention.granularity, sign * count)
    first, last = unit(day, mention.granularity)
    return When(first, last, "words", f"{mention.granularity}s counted from the {what}")
