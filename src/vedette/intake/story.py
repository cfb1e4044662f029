"""The story alone: a report's title and text without its furniture."""

from __future__ import annotations

from vedette.model.report import FurnitureSpan, Report


def story_of(report: Report) -> str:
    """`report.full` without what is marked as furniture."""
    return without(report.full, report.furniture)


def without(full: str, furniture: tuple[FurnitureSpan, ...]) -> str:
    """`full` with each furniture span left out; spans are in order and apart."""
    parts, at = [], 0
    for span in furniture:
        parts.append(full[at : span.start])
        at = span.end
    return "".join([*parts, full[at:]])
