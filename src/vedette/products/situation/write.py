"""A `Situation` as HTML (one file, no network), Markdown or JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from vedette.errors import VedetteError
from vedette.products.control_marks import brief, party_marks
from vedette.products.map import draw_map
from vedette.products.pages import DRAWINGS, asset, environment, style
from vedette.products.situation.model import Situation
from vedette.products.timeline import draw_timeline
from vedette.products.words import counted, days_words, listed

FORMS = (".html", ".md", ".json")


def write(situation: Situation, path: Path) -> None:
    """Write the report in the form that the ending of `path` names. Raises VedetteError for another ending."""
    if path.suffix.lower() not in FORMS:
        raise VedetteError(f"{path.name}: a situation report is written as {', '.join(FORMS)}; choose one of these")
    text = {".html": as_html, ".md": as_markdown, ".json": as_json}[path.suffix.lower()](situation)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def as_json(situation: Situation) -> str:
    """Everything that the report says, as one JSON object."""
    return json.dumps(asdict(situation), ensure_ascii=False, indent=2) + "\n"


def as_markdown(situation: Situation) -> str:
    """The report for text editors and mail."""
    return environment().get_template("situation.md.j2").render(**_context(situation))


def as_html(situation: Situation) -> str:
    """The report as one page that opens from disk; report text in it is always escaped."""
    events = [event for place in situation.places for event in place.events]
    drawing = draw_map(events, situation.control_days)
    context = _context(situation) | {
        "map": Markup(drawing.svg),
        "unplaced": drawing.unplaced,
        "outlines": drawing.outlines,
        "holders": drawing.holders,
        "timeline": Markup(draw_timeline(events, _day(situation.first), _day(situation.last))),
        "style": style(*DRAWINGS, "situation.css"),
        "script": Markup(asset("situation.js")),
    }
    return environment().get_template("situation.html.j2").render(**context)


def _context(situation: Situation) -> dict[str, Any]:
    return {
        "s": situation,
        "period": days_words(_day(situation.first), _day(situation.last)),
        "events": [event for place in situation.places for event in place.events],
        "listed": listed,
        "marks": party_marks(situation.control_days),
        "brief": brief,
        "counted": counted,
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
