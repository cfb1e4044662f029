"""Words that somebody chose, to the slots of a claim on them, each with how it was found.

The finders of extraction are asked at the chosen words, so that the same sentence is read in the same way. What they
leave open is taken from a claim that extraction makes of these words itself. Nothing here decides: a person does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from spacy.tokens import Span, Token

from vedette.extraction.chosen.kinds import Slots, of_control, of_event, of_statement, of_toll
from vedette.extraction.extract import claims_of
from vedette.extraction.when import when
from vedette.extraction.where import where
from vedette.extraction.who_says import who_says
from vedette.knowledge.pack import default_knowledge
from vedette.model.claim import CONTROL, EVENT, GOLD_FIELDS, STATEMENT, TOLL, Claim
from vedette.model.report import Report
from vedette.reading.language import language
from vedette.reading.read import read
from vedette.reading.reading import Reading

_BESIDE = "as in the claim that extraction makes of these words"
_TELLING = ("VERB", "AUX", "NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Found:
    """A slot's value (as the claim format has it, days as dates, ``location`` a Place) and how it was found."""

    value: Any
    reason: str


@dataclass(frozen=True, slots=True)
class Offer:
    """`kind` is the likeliest kind of claim; `slots` hold, for every kind, slot by slot, what was found.

    A slot that is missing, or None with a reason, was not found. ``place`` and ``location`` come and go together.
    """

    kind: str
    slots: Mapping[str, Mapping[str, Found]]


def offer(reading: Reading, start: int, end: int) -> Offer:
    """What the reading finds at ``Report.full[start:end]``. Raises ValueError for words outside of the text."""
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    if not 0 <= start < end or span is None or not span.text.strip():
        raise ValueError(f"no words stand at {start} to {end}")
    made = [c for c in claims_of(reading) if c.start < end and start < c.end]
    own = {
        TOLL: of_toll(reading, span),
        EVENT: of_event(reading, span),
        CONTROL: of_control(reading, span),
        STATEMENT: of_statement(reading, span),
    }
    slots = {}
    for kind, (trigger, found) in own.items():
        like = next((c for c in made if c.kind == kind), None)
        slots[kind] = _common(reading, span, trigger or _telling(span)) | _of(found)
        slots[kind] = _filled(slots[kind], like) if like is not None else slots[kind]
    return Offer(_likeliest(own, made), slots)


def offer_in(report: Report, start: int, end: int) -> Offer:
    """As `offer`, for a report that is read here and now, by the default pipeline and knowledge."""
    return offer(next(read([report], language(), default_knowledge())), start, end)


def _likeliest(own: Mapping[str, tuple[Token | None, Slots]], made: Sequence[Claim]) -> str:
    """The first kind of which the words tell; else what extraction makes of them; else an event."""
    counted = own[TOLL][1]
    if "low" in counted and ("who" in counted or own[TOLL][0] is not None):
        return TOLL
    for kind in (STATEMENT, EVENT, CONTROL):
        if own[kind][0] is not None:
            return kind
    return made[0].kind if made else EVENT


def _telling(span: Span) -> Token:
    """The word of the span that tells most: its head, where that is a word that tells anything."""
    root = span.root
    if root.pos_ in _TELLING:
        return root
    return next((t for t in span if t.pos_ in _TELLING), root)


def _common(reading: Reading, span: Span, trigger: Token) -> dict[str, Found]:
    says, time, place = who_says(reading, trigger), when(reading, trigger), where(reading, trigger)
    out: dict[str, Found] = {}
    out["source"] = Found(says.source, says.reason)
    named = next((m for m in reading.times if _within(m.start, m.end, span) and m.last is not None), None)
    days = time if named is None else named
    out["from"], out["to"] = Found(days.first, days.reason), Found(days.last, days.reason)
    spot = next((m for m in reading.places if _within(m.start, m.end, span) and m.place is not None), None)
    if spot is not None:
        out["place"], out["location"] = Found(spot.name, "named in these words"), Found(spot.place, spot.reason)
    else:
        out["place"], out["location"] = Found(place.name, place.reason), Found(place.place, place.reason)
    return out


def _within(start: int, end: int, span: Span) -> bool:
    return span.start <= start and end <= span.end


def _of(slots: Slots) -> dict[str, Found]:
    return {name: Found(value, why) for name, (value, why) in slots.items()}


def _filled(found: dict[str, Found], like: Claim) -> dict[str, Found]:
    """What was found, with what it lacks as the claim has it."""
    held = {{"first": "from", "last": "to"}.get(f.name, f.name): getattr(like, f.name) for f in fields(like)}
    out = dict(found)
    for name in (*GOLD_FIELDS[like.kind], "location"):
        told = name in found and found[name].value is not None
        if name in ("report", "kind", "quote") or told or held[name] is None:
            continue
        if name in ("low", "high") and ("low" in found or "high" in found):
            continue
        if name == "location" and "place" in found and found["place"].value is not None:
            continue
        out[name] = Found(held[name], _BESIDE)
    return out
