"""The slots of one kind of claim, found at chosen words: the word that tells it, and each slot with its reason."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Span, Token

from vedette.extraction.actors import befallen, doer
from vedette.extraction.control import control
from vedette.extraction.events.find import find_triggers
from vedette.extraction.events.telling import telling_of
from vedette.extraction.events.words import Words
from vedette.extraction.statements import statements
from vedette.extraction.tolls.find import find
from vedette.extraction.tolls.triggers import triggers
from vedette.extraction.tolls.vocabulary import Vocabulary, vocabulary
from vedette.knowledge.events import event_lexicon
from vedette.model.claim import EVENT_TYPES, Claim
from vedette.reading.reading import NumberMention, Reading

Slots = dict[str, tuple[Any, str]]
Told = tuple[Token | None, Slots]


def of_toll(reading: Reading, span: Span) -> Told:
    """The count of people in the words, what befell them, and who did it."""
    words = vocabulary(reading.knowledge)
    counts = [f for f in find(reading, words) if span.start <= f.group.head < span.end]
    near = [t for t in triggers(reading, words) if span.sent.start <= t.token.i < span.sent.end]
    told = [(f.trigger, f.effect) for f in counts] or [
        (t.token, t.effect) for t in sorted(near, key=lambda t: _away(t.token, span))
    ]
    trigger, effect = told[0] if told else (None, None)
    out: Slots = {}
    number = _count(reading, span, words)
    if number is not None:
        why = f"the count {number.words!r}"
        out |= {"low": (number.low, why), "high": (number.high, why), "approx": (number.approx, why)}
    for token in span:
        kind = words.person(token)
        if kind is not None:
            out |= {"who": (kind.who, f"the word {token.text!r}")}
            out |= {"group": (kind.group, f"the word {token.text!r}")} if kind.group else {}
            break
    if trigger is None:
        return None, out
    out["effect"] = (effect, f"told by {trigger.text!r}")
    by, why = doer(reading, trigger)
    return trigger, out | ({"by": (by, why)} if by else {})


def _away(token: Token, span: Span) -> int:
    """How many words lie between a word and the span; none where it stands in it."""
    return max(span.start - token.i, token.i - (span.end - 1), 0)


def _count(reading: Reading, span: Span, words: Vocabulary) -> NumberMention | None:
    """The first count in the words, one of people before others."""
    found = [n for n in reading.numbers if span.start <= n.start and n.end <= span.end]
    people = [n for n in found if n.head is not None and words.person(reading.doc[n.head]) is not None]
    return next(iter(people or found), None)


def of_event(reading: Reading, span: Span) -> Told:
    """The type of event that a word of these tells, with its parties."""
    words = Words(reading, event_lexicon(reading.knowledge, reading.packs))
    for trigger in find_triggers(words):
        if not span.start <= trigger.token.i < span.end:
            continue
        telling = telling_of(reading, trigger)
        if telling is None:
            continue
        why = f"told by {trigger.token.text!r}"
        out: Slots = {"status": (telling.status, why)}
        if telling.type in EVENT_TYPES:
            out["type"] = (telling.type, why)
        if telling.actor:
            out["actor"] = (telling.actor, telling.actor_reason)
        if telling.target:
            out["target"] = (telling.target, "whom the words tell that it befalls")
        return trigger.token, out
    verb = next((t for t in span if t.pos_ == "VERB"), None)
    if verb is None:
        return None, {}
    actor, why = doer(reading, verb)
    target = befallen(reading, verb)
    out = {"actor": (actor, why)} if actor else {}
    return None, out | ({"target": (target, f"whom {verb.text!r} befalls")} if target else {})


def of_control(reading: Reading, span: Span) -> Told:
    """Who holds what, as extraction reads it in the sentence."""
    for claim in control(reading):
        if _covers(claim, span):
            why = "as extraction reads these words"
            named = {"change": claim.change, "holder": claim.holder, "part": claim.part}
            return span.root, {k: (v, why) for k, v in named.items() if v is not None}
    holder = next((m for m in reading.actors if m.kind in ("armed", "state") and _inside(m.start, span)), None)
    return None, {"holder": (holder.name, "the first party that the words name")} if holder else {}


def _covers(claim: Claim, span: Span) -> bool:
    """Whether a claim rests on half of the words at least."""
    shared = min(claim.end, span.end_char) - max(claim.start, span.start_char)
    return shared > 0 and 2 * shared >= span.end_char - span.start_char


def _inside(start: int, span: Span) -> bool:
    return span.start <= start < span.end


def of_statement(reading: Reading, span: Span) -> Told:
    """Who says what, as extraction reads it; else who is named first, with the words as they stand."""
    for claim in statements(reading):
        if _covers(claim, span):
            why = "as extraction reads these words"
            return span.root, {k: (getattr(claim, k), why) for k in ("speaker", "act", "about")}
    out: Slots = {"about": (" ".join(span.text.split()), "the words themselves")}
    speaker = next((m for m in reading.actors if span.sent.start <= m.start < span.sent.end), None)
    if speaker is not None:
        out["speaker"] = (speaker.name, "the first party that the sentence names")
    return None, out
