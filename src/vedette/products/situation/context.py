"""What the templates of the situation report are given; docs/house-style.md tells it to those who write their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from markupsafe import Markup

from vedette.model.claim import EFFECTS
from vedette.products.control_marks import brief, party_marks
from vedette.products.map import draw_map
from vedette.products.pages import DRAWINGS, asset, style
from vedette.products.ranges import draw_range, top_of
from vedette.products.situation.model import Figure, Situation
from vedette.products.timeline import draw_timeline
from vedette.products.words import counted, days_words, listed

MOST_LABELS = 4
"""So many effects have a column in the table by area; the others are few and stand in the overview."""


def text_context(situation: Situation) -> dict[str, Any]:
    """What every form is given: `s`, the report itself, with words and lists made ready."""
    against = situation.comparison
    told = {f.label for area in situation.areas for f in area.figures}
    return {
        "s": situation,
        "period": days_words(day(situation.first), day(situation.last)),
        "comparison_period": days_words(day(against.first), day(against.last)) if against else "",
        "events": [event for place in situation.places for event in place.events],
        "labels": [effect for effect in EFFECTS if effect in told][:MOST_LABELS],
        "marks": party_marks(situation.control_days),
        "listed": listed,
        "brief": brief,
        "counted": counted,
        "figure_of": figure_of,
    }


def page_context(situation: Situation) -> dict[str, Any]:
    """What a page is given besides: map, timeline, bars, style and script."""
    events = [event for place in situation.places for event in place.events]
    drawing = draw_map(events, situation.control_days)
    killed = [top_of(f) for area in situation.areas for f in area.figures if f.label == "killed"]
    most = max(killed, default=0)

    def bar(figure: Figure) -> Markup:
        return Markup(draw_range(figure, top_of(figure)))

    def area_bar(figure: Figure) -> Markup:
        return Markup(draw_range(figure, most))

    return text_context(situation) | {
        "map": Markup(drawing.svg),
        "unplaced": drawing.unplaced,
        "outlines": drawing.outlines,
        "holders": drawing.holders,
        "timeline": Markup(draw_timeline(events, day(situation.first), day(situation.last))),
        "bar": bar,
        "area_bar": area_bar,
        "style": style(*DRAWINGS, "situation.css"),
        "script": Markup(asset("situation.js")),
    }


def figure_of(figures: Iterable[Figure], label: str) -> Figure | None:
    """The figure of one effect, None where it is not told."""
    return next((f for f in figures if f.label == label), None)


def day(text: str | None) -> date | None:
    """A day from YYYY-MM-DD."""
    return date.fromisoformat(text) if text else None
