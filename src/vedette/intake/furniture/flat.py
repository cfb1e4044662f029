"""Furniture of pages that were flattened to one line: by phrases, by credits, and by the title told again in front."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vedette.intake.furniture.captions import of_another_day
from vedette.intake.furniture.opening import TOPIC, opening_end
from vedette.intake.furniture.titled import titled_run
from vedette.intake.furniture.words import Words
from vedette.model.report import Furniture, FurnitureSpan

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?=\s)")
_CREDIT = re.compile(r"\(([^()]{2,40})\)(?:\s*\(\1\))?(?=\s+[A-Z\"“])")
_SAYS = re.compile(r"\b(?:said|says|told|according to|added|announced)\b")
_SIGNATURE = re.compile(r"(?:[.!?][\"”)]*|[\"”)])\s+(?=\S)")
_SIGNED = re.compile(
    r"(?:(?:[^a-z\s]\S*|[a-z]{1,2}[./]\S*|al-\S+|(?:and|by)(?=\s)|English [Bb]ulletin\b\S*)(?:\s+|$)){1,8}"
)
"""At most eight words; each to its white space, so that a word of a hundred characters is not tried in parts."""
_FOOT = re.compile(r"(?<=[.\")\d])\s(?:\.\.\.\s\d+\s)?(?:Topic|Related|Tags)\s")
_SHORTEST = 6
_LONGEST_SIGNATURE = 120
_SENTENCE = re.compile(r"[a-z]{2}[\"”)]?[.!?][\"”)]*\s")
_FOOT_LENGTH = 800


def flat_furniture(full: str, start: int, title: str, words: Words) -> list[FurnitureSpan]:
    """Furniture in ``full[start:]``."""
    body = opening_end(full, start, title, words)
    end = _tail(full, body, words)
    spans = [FurnitureSpan(start, body, Furniture.DATELINE)] if body > start else []
    spans += _phrases(full, body, end, words)
    spans += _captions(full, body, end, words)
    if end < len(full):
        spans.append(FurnitureSpan(end, len(full), Furniture.LINKS))
    return spans


def _tail(full: str, start: int, words: Words) -> int:
    """Where the story ends: before a phrase that opens the page's foot, and before names and codes that sign it."""
    end = len(full.rstrip())
    for m in words.tail_flat.finditer(full, start + (end - start) // 4):
        end = m.start()
        feet = _FOOT.finditer(full, max(start, end - _FOOT_LENGTH), end)
        end = next((f.start() for f in feet if not _SENTENCE.search(full, f.end(), end)), end)
        break
    wire = words.wire_end.search(full, start, end)
    end = wire.start() if wire else end
    signed = _signature(full, start, end)
    while signed is not None:
        end = signed
        signed = _signature(full, start, end)
    return len(full) if end == len(full.rstrip()) else end


def _signature(full: str, start: int, end: int) -> int | None:
    """Where names or codes that sign the text begin before `end`: after the last sentence, with no word of prose."""
    stops = [m.end() for m in _SIGNATURE.finditer(full, max(start, end - _LONGEST_SIGNATURE), end)]
    return stops[-1] if stops and _SIGNED.fullmatch(full, stops[-1], end) else None


def _phrases(full: str, start: int, end: int, words: Words) -> Iterator[FurnitureSpan]:
    """Fixed phrases; lists of tags and links to other stories that a phrase or a picture's credit opens."""
    for m in words.glued.finditer(full, start, end):
        yield FurnitureSpan(m.start(), m.end(), Furniture.OTHER)
    for m in TOPIC.finditer(full, start, end):
        yield FurnitureSpan(m.start(), m.end(), Furniture.LINKS)
    for m in words.tags_flat.finditer(full, start, end):
        yield FurnitureSpan(m.start(), titled_run(full, m.end(), end, tags=True), Furniture.LINKS)
    for m in _SENTENCE_END.finditer(full, start, end):
        credit = words.credit_flat.match(full, m.end())
        if credit:
            run = titled_run(full, credit.end(), end)
            if run > credit.end():
                yield FurnitureSpan(m.end() + 1, run, Furniture.LINKS)


def _captions(full: str, start: int, end: int, words: Words) -> Iterator[FurnitureSpan]:
    """Sentences that a picture's credit in brackets follows: "Men walk near a house. (Agency)"."""
    for m in _CREDIT.finditer(full, start, end):
        if not words.credit.search(m.group(1)) or m.group(1).lower().startswith("with "):
            continue
        before = full[start : m.start()].rstrip()
        begin = 0
        for stop in _SENTENCE_END.finditer(before, 0, len(before) - 1):
            begin = stop.end()
        sentence = before[begin:].strip()
        if len(sentence.split()) >= _SHORTEST and not _SAYS.search(sentence):
            kind = Furniture.OTHER if of_another_day(f"{sentence} {m.group(1)}") else Furniture.CAPTION
            yield FurnitureSpan(start + before.index(sentence, begin), m.end(), kind)
