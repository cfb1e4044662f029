"""The timeline as one SVG drawing: columns of days, months or years, a mark a happening, its dead beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from vedette.products.situation.model import EventView

WIDTH, ROW, TOP, BOTTOM = 900, 15, 12, 24
MOST_COLUMNS, MOST_ROWS = 62, 12


def draw_timeline(events: Sequence[EventView], first: date | None, last: date | None) -> str:
    """An SVG element with happenings in columns of a day, or of a month or a year where the span is long.

    Empty where there are none. Happenings whose days do not fit one column (a battle of weeks among columns of days)
    and those outside `first` to `last` are not drawn: a column would claim a day that nothing tells.
    """
    dated = [(date.fromisoformat(e.first), date.fromisoformat(e.last), e) for e in events if e.first and e.last]
    dated = [(a, b, e) for a, b, e in dated if (not first or a >= first) and (not last or b <= last)]
    if not dated:
        return ""
    unit = _unit(min(a for a, _, _ in dated), max(b for _, b, _ in dated))
    groups: dict[date, list[EventView]] = defaultdict(list)
    for a, b, event in dated:
        if _start(a, unit) == _start(b, unit):
            groups[_start(a, unit)].append(event)
    if not groups:
        return ""
    columns = [min(groups)]
    while columns[-1] < max(groups):
        columns.append(_next(columns[-1], unit))
    step = (WIDTH - 20) / max(len(columns), 5)
    rows = min(max(len(e) for e in groups.values()), MOST_ROWS)
    height = TOP + rows * ROW + BOTTOM
    parts = [f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Happenings a {unit}">']
    base = TOP + rows * ROW
    every = max(1, round(56 / step))
    for n, start in enumerate(columns):
        x = 10 + n * step
        parts.append(f'<line class="tick" x1="{x:.1f}" y1="{base}" x2="{x:.1f}" y2="{base + 4}"/>')
        if n % every == 0:
            parts.append(f'<text class="day" x="{x + step / 2:.1f}" y="{base + 16}">{_name(start, unit)}</text>')
        parts += _column(groups.get(start, []), x, step, base, rows)
    end = 10 + len(columns) * step
    parts.append(f'<line class="axis" x1="10" y1="{base}" x2="{end:.1f}" y2="{base}"/></svg>')
    return "".join(parts)


def _unit(first: date, last: date) -> str:
    days = (last - first).days + 1
    return "day" if days <= MOST_COLUMNS else "month" if days <= MOST_COLUMNS * 30 else "year"


def _start(day: date, unit: str) -> date:
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _next(start: date, unit: str) -> date:
    return _start(start + timedelta(days={"day": 1, "month": 31, "year": 366}[unit]), unit)


def _name(start: date, unit: str) -> str:
    return {"day": f"{start.day} {start:%b}", "month": f"{start:%b %Y}", "year": str(start.year)}[unit]


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
