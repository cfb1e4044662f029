"""The map and the timeline as pages of their own: filters, a slider by day, every event with its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from vedette.products.map import draw_map
from vedette.products.pages import DRAWINGS, asset, environment, style
from vedette.products.situation.model import EventView, Situation
from vedette.products.timeline import draw_timeline
from vedette.products.words import counted, days_words

Page = Literal["map", "timeline"]


def write_page(situation: Situation, page: Page, path: Path) -> None:
    """Write the page to `path`, its folder made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_page(situation, page), encoding="utf-8")


def as_page(situation: Situation, page: Page) -> str:
    """The page as HTML; what reports say is escaped in it."""
    events = sorted((e for place in situation.places for e in place.events), key=_by_day)
    first, last = _day(situation.first), _day(situation.last)
    context: dict[str, Any] = {
        "s": situation, "kind": page.capitalize(), "events": events, "period": days_words(first, last),
        "days": _days(events, first, last), "choices": _choices(events), "counted": counted,
        "map": None, "timeline": None, "unplaced": (), "holders": (), "outlines": True,
        "style": style(*DRAWINGS, "explore.css"), "script": Markup(asset("explore.js")),
    }  # fmt: skip
    if page == "map":
        drawing = draw_map(events, situation.control_days)
        context |= {"map": Markup(drawing.svg), "unplaced": drawing.unplaced}
        context |= {"holders": drawing.holders, "outlines": drawing.outlines}
    else:
        context["timeline"] = Markup(draw_timeline(events, first, last))
    return environment().get_template("explore.html.j2").render(**context)


def _by_day(event: EventView) -> tuple[bool, str, str, str]:
    return (event.first is None, event.first or "", event.place, event.id)


def _choices(events: Iterable[EventView]) -> list[tuple[str, str, list[str]]]:
    """Name, words and options of each filter: what the events have."""
    found: dict[str, set[str]] = {name: set() for name in ("type", "area", "party", "origin", "grade")}
    for event in events:
        found["type"].add(event.type)
        found["area"].add(event.area or "area not resolved")
        found["party"] |= {party for party in (event.actor, event.target) if party}
        found["origin"] |= set(event.origins)
        found["grade"].add(event.grade)
    words = {"type": "Type", "area": "Area", "party": "Party", "origin": "Origin", "grade": "Corroboration"}
    return [(name, words[name], sorted(options)) for name, options in found.items()]


def _days(events: Iterable[EventView], first: date | None, last: date | None) -> list[str]:
    """Every day from the first to the last on which something happened, within the period."""
    told = [date.fromisoformat(d) for e in events for d in (e.first, e.last) if d]
    told = [d for d in told if (not first or d >= first) and (not last or d <= last)]
    if not told:
        return []
    start, end = min(told), max(told)
    return [(start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
