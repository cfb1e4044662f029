"""Where a report's headline stands in `Report.full`: in its title, or in the first line of a text that has none."""

from __future__ import annotations

from vedette.intake.furniture.lines import Line, lines_of
from vedette.model.report import Report

_LONGEST = 30


def headline_of(report: Report) -> tuple[int, int] | None:
    """Characters ``start`` to ``end`` (exclusive) of `report.full`; None where the report has no headline."""
    if report.title.strip():
        start = len(report.title) - len(report.title.lstrip())
        return start, len(report.title.rstrip())
    story = [line for line in lines_of(report.full) if not _furniture(report, line)]
    if len(story) < 2:
        return None
    first = story[0]
    closed = first.text.endswith((".", ":", ",", ";", "…", '."', ".”"))
    if closed or not 3 <= len(first.words) <= _LONGEST:
        return None
    return first.start, first.end


def _furniture(report: Report, line: Line) -> bool:
    return any(span.start <= line.start and line.end <= span.end for span in report.furniture)
