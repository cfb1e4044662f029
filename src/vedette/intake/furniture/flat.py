"""Furniture of pages that were flattened to one line: by phrases, and by the title told again in front."""

from __future__ import annotations

from vedette.intake.furniture.words import Words
from vedette.model.report import Furniture, FurnitureSpan


def flat_furniture(full: str, start: int, title: str, words: Words) -> list[FurnitureSpan]:
    """Furniture in ``full[start:]``."""
    spans = [FurnitureSpan(m.start(), m.end(), Furniture.OTHER) for m in words.glued.finditer(full, start)]
    tail = words.tail_flat.search(full, start + (len(full) - start) // 2)
    if tail:
        spans.append(FurnitureSpan(tail.start(), len(full), Furniture.LINKS))
    return spans
