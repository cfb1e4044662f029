"""Happenings that last longer than a column of the timeline: bars over their days, in as few lanes as they need."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from vedette.products.situation.model import EventView

MOST_LANES = 8


@dataclass(frozen=True)
class Bar:
    """A happening over columns `first` to `last` (numbers); `before` and `after`: it goes on beyond the drawing."""

    event: EventView
    first: int
    last: int
    before: bool
    after: bool


def lanes(events: Sequence[EventView], columns: Sequence[date], end: date) -> list[list[Bar]]:
    """The happenings in lanes where none covers another, at most MOST_LANES; `end` is the day after the last column."""
    found: list[list[Bar]] = []
    for event in events:
        assert event.first and event.last
        a, b = date.fromisoformat(event.first), date.fromisoformat(event.last)
        first, last = max(bisect_right(columns, a) - 1, 0), max(bisect_right(columns, b) - 1, 0)
        bar = Bar(event, first, last, a < columns[0], b >= end)
        lane = next((lane for lane in found if lane[-1].last < bar.first), None)
        if lane is not None:
            lane.append(bar)
        elif len(found) < MOST_LANES:
            found.append([bar])
    return found


def draw_lanes(
    found: Sequence[Sequence[Bar]], step: float, top: float, row: float, link: Callable[[str], str]
) -> list[str]:
    """The lanes as SVG, the first at `top`; columns are `step` wide and begin at 10."""
    out = []
    for n, lane in enumerate(found):
        y = top + n * row
        for bar in lane:
            event, x, wide = bar.event, 10 + bar.first * step, (bar.last - bar.first + 1) * step
            killed = any(f.label == "killed" for f in event.figures)
            words = f"{'‹ ' if bar.before else ''}{event.place}: {event.type}{' ›' if bar.after else ''}"
            room = int((wide - 8) / 5.4)
            words = words if len(words) <= room else event.place if len(event.place) <= room else ""
            out.append(
                f'<a href="{escape(link(event.id))}" data-event="{escape(event.id)}">'
                f'<rect class="lasting{" deadly" if killed else ""}" x="{x + 2:.1f}" y="{y + 1:.1f}" '
                f'width="{wide - 4:.1f}" height="{row - 3}" rx="5"><title>{escape(event.headline)}</title></rect>'
                f'<text class="span-text" x="{x + 7:.1f}" y="{y + 10:.1f}">{escape(words)}</text></a>'
            )
    return out
