"""The timeline as one SVG drawing: a column a day, a mark a happening, its number of killed told beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from vedette.products.situation.model import EventView

WIDTH, ROW, TOP, BOTTOM, MOST_DAYS = 900, 15, 10, 34, 62


def draw_timeline(events: Sequence[EventView], first: date | None, last: date | None) -> str:
    """An SVG element with the happenings of one day in columns; empty where there are none.

    Happenings that last longer than a day, or that lie outside `first` to `last`, stand in the list below the map and
    are not drawn, since a column would claim a day that nothing tells.
    """
    days: dict[date, list[EventView]] = defaultdict(list)
    for event in events:
        if event.first and event.first == event.last:
            days[date.fromisoformat(event.first)].append(event)
    days = {d: e for d, e in days.items() if (not first or d >= first) and (not last or d <= last)}
    if not days:
        return ""
    start, end = min(days), max(days)
    start = max(start, end - timedelta(days=MOST_DAYS - 1))
    span = (end - start).days + 1
    step = (WIDTH - 20) / max(span, 5)
    rows = min(max(len(e) for e in days.values()), 12)
    height = TOP + rows * ROW + BOTTOM
    parts = [f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Happenings a day">']
    base = TOP + rows * ROW
    for n in range(span):
        day = start + timedelta(days=n)
        x = 10 + n * step
        parts.append(f'<line class="tick" x1="{x:.1f}" y1="{base}" x2="{x:.1f}" y2="{base + 4}"/>')
        if span <= 16 or day.day == 1 or n % 7 == 0:
            label = f"{day.day} {day:%b}"
            parts.append(f'<text class="day" x="{x + step / 2:.1f}" y="{base + 16}">{label}</text>')
        parts += _column(days.get(day, []), x, step, base, rows)
    parts.append(f'<line class="axis" x1="10" y1="{base}" x2="{10 + span * step:.1f}" y2="{base}"/></svg>')
    return "".join(parts)


def _column(events: list[EventView], x: float, step: float, base: float, rows: int) -> list[str]:
    shown = sorted(events, key=lambda e: (e.type, e.place, e.id))
    out = []
    for k, event in enumerate(shown[:rows]):
        y = base - (k + 1) * ROW + 2
        killed = next((f.words for f in event.figures if f.label == "killed" and f.low is not None), "")
        css = "bar deadly" if any(f.label == "killed" for f in event.figures) else "bar"
        text = f"{killed} killed" if killed else ""
        room = int((step - 8) / 5.4)
        words = next((w for w in (f"{event.place}: {text}" if text else event.place, text) if w and len(w) <= room), "")
        out.append(
            f'<a href="#{escape(event.id)}"><rect class="{css}" x="{x + 2:.1f}" y="{y}" width="{step - 4:.1f}" '
            f'height="{ROW - 3}"><title>{escape(event.headline)}</title></rect>'
            f'<text class="bar-text" x="{x + 5:.1f}" y="{y + 9.5}">{escape(words)}</text></a>'
        )
    if len(shown) > rows:
        out.append(f'<text class="more" x="{x + step / 2:.1f}" y="{TOP}">+{len(shown) - rows} more</text>')
    return out
