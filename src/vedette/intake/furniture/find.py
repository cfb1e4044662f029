"""Furniture of a report: by lines where the page has them, by phrases where it was flattened to one line."""

from __future__ import annotations

from vedette.intake.furniture.flat import flat_furniture
from vedette.intake.furniture.lines import fold, lines_of
from vedette.intake.furniture.paged import paged_furniture
from vedette.intake.furniture.words import Words
from vedette.knowledge.pack import Knowledge
from vedette.model.report import Furniture, FurnitureSpan

_AGAIN = 6
"""Lines within which a page tells its title again."""


def find_furniture(title: str, text: str, knowledge: Knowledge) -> tuple[FurnitureSpan, ...]:
    """Spans of ``title + newline + text`` that are no story, in order, none overlapping. The title never is."""
    words = Words.of(knowledge)
    full = f"{title}\n{text}"
    lines = [line for line in lines_of(full) if line.start > len(title)]
    if len(lines) < 2:
        return _apart(flat_furniture(full, len(title) + 1, title, words))
    again = [line for line in lines[:_AGAIN] if title and line.key == fold(title)]
    spans = [FurnitureSpan(line.start, line.end, Furniture.OTHER) for line in again]
    return _apart([*spans, *paged_furniture([line for line in lines if line not in again], words)])


def _apart(spans: list[FurnitureSpan]) -> tuple[FurnitureSpan, ...]:
    """The spans in order; of two that overlap the later is shortened or goes."""
    out: list[FurnitureSpan] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        start = max(span.start, out[-1].end) if out else span.start
        if start < span.end:
            out.append(FurnitureSpan(start, span.end, span.kind))
    return tuple(out)
