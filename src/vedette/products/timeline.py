"""The timeline as one SVG drawing: columns of days, months or years, a bar a happening, its dead beside it.

`lay_out` says what stands where, `draw_timeline` draws it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from vedette.products.map import to_fragment
from vedette.products.map_marks import Link
from vedette.products.situation.model import EventView
from vedette.products.timeline_spans import draw_lanes, lanes

WIDTH, ROW, TOP, BOTTOM = 900, 15, 14, 24
MOST_COLUMNS, MOST_ROWS = 62, 12


@dataclass(frozen=True)
class Layout:
    """Which happenings stand in which column (of a day, a month or a year), and which last longer than one.

    `columns` are first days of all columns without a gap; `lasting` happenings are told with a span that fits none.
    """

    unit: str
    columns: tuple[date, ...]
    groups: dict[date, tuple[EventView, ...]]
    lasting: tuple[EventView, ...]


def lay_out(events: Sequence[EventView], first: date | None, last: date | None) -> Layout | None:
    """The happenings between `first` and `last` in columns; None where none has a day.

    Of those that began before or ended after, only what falls into the period counts, among the lasting.
    """
    dated = [(date.fromisoformat(e.first), date.fromisoformat(e.last), e) for e in events if e.first and e.last]
    dated = [(a, b, e) for a, b, e in dated if (not first or b >= first) and (not last or a <= last)]
    if not dated:
        return None
    begin = max(min(a for a, _, _ in dated), first or date.min)
    end = min(max(b for _, b, _ in dated), last or date.max)
    unit = _unit(begin, end)
    groups: dict[date, list[EventView]] = defaultdict(list)
    lasting = []
    for a, b, event in dated:
        inside = (not first or a >= first) and (not last or b <= last)
        if inside and column_of(a, unit) == column_of(b, unit):
            groups[column_of(a, unit)].append(event)
        else:
            lasting.append(event)
    columns = [column_of(begin, unit)]
    while columns[-1] < column_of(end, unit):
        columns.append(_next(columns[-1], unit))
    shown = {start: tuple(sorted(found, key=_order)) for start, found in sorted(groups.items())}
    return Layout(unit, tuple(columns), shown, tuple(sorted(lasting, key=lambda e: (e.first or "", e.id))))


def draw_timeline(events: Sequence[EventView], first: date | None, last: date | None, link: Link = to_fragment) -> str:
    """An SVG element with happenings in columns of a day, or of a month or a year where the span is long.

    Empty where none has a day. What lasts longer than a column stands below as a bar over its days: a column would
    claim a day that nothing tells. Each mark names its event (`data-event`), each column its first day.
    """
    layout = lay_out(events, first, last)
    if layout is None:
        return ""
    step = (WIDTH - 20) / max(len(layout.columns), 5)
    most = max((len(found) for found in layout.groups.values()), default=0)
    # Where a column has too many for a bar with words each, bars are as thin as they must be.
    row = ROW if most <= MOST_ROWS else MOST_ROWS * ROW / most
    base = TOP + (most * row if most <= MOST_ROWS else MOST_ROWS * ROW)
    spans = lanes(layout.lasting, layout.columns, _next(layout.columns[-1], layout.unit))
    height = base + BOTTOM + len(spans) * ROW + (4 if spans else 0)
    parts = [
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height:.0f}" role="group" data-row="{row:.2f}" '
        f'aria-label="Happenings by {layout.unit}">'
    ]
    every = max(1, round(62 / step))
    for n, start in enumerate(layout.columns):
        x = 10 + n * step
        parts.append(f'<line class="tick" x1="{x:.1f}" y1="{base}" x2="{x:.1f}" y2="{base + 4}"/>')
        if n % every == 0:
            parts.append(f'<text class="day" x="{x + step / 2:.1f}" y="{base + 16}">{_name(start, layout.unit)}</text>')
        parts.append(_column(layout.groups.get(start, ()), start, x, step, base, row, link))
    end = 10 + len(layout.columns) * step
    parts.append(f'<line class="axis" x1="10" y1="{base}" x2="{end:.1f}" y2="{base}"/>')
    parts += draw_lanes(spans, step, base + BOTTOM + 2, ROW, link)
    return "".join(parts) + "</svg>"


def column_of(day: date, unit: str) -> date:
    """The first day of the column of this unit (day, month, year) that a day falls into."""
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _unit(first: date, last: date) -> str:
    days = (last - first).days + 1
    return "day" if days <= MOST_COLUMNS else "month" if days <= MOST_COLUMNS * 30 else "year"


def _next(start: date, unit: str) -> date:
    return column_of(start + timedelta(days={"day": 1, "month": 31, "year": 366}[unit]), unit)


def _name(start: date, unit: str) -> str:
    return {"day": f"{start.day} {start:%b}", "month": f"{start:%b %Y}", "year": str(start.year)}[unit]


def _order(event: EventView) -> tuple[bool, str, str, str]:
    """The deadly ones at the foot of a column, where they make one dark block."""
    return (not _deadly(event), event.type, event.place, event.id)


def _deadly(event: EventView) -> bool:
    return any(f.label == "killed" for f in event.figures)


def _column(
    events: Sequence[EventView], start: date, x: float, step: float, base: float, row: float, link: Link
) -> str:
    out = [f'<g class="column" data-start="{start.isoformat()}">']
    for k, event in enumerate(events):
        y = base - (k + 1) * row
        css = "bar deadly" if _deadly(event) else "bar"
        gap = 3 if row >= ROW else 0.2 * row
        text = ""
        if row >= ROW and (words := _words(event, step)):
            text = f'<text class="bar-text" x="{x + 5:.1f}" y="{y + 11.5:.1f}">{escape(words)}</text>'
        out.append(
            f'<a href="{escape(link(event.id))}" data-event="{escape(event.id)}"><rect class="{css}" x="{x + 2:.1f}" '
            f'y="{y + gap / 2:.2f}" width="{max(step - 4, 1):.1f}" height="{row - gap:.2f}">'
            f"<title>{escape(event.headline)}</title></rect>{text}</a>"
        )
    number = str(len(events)) if events else ""
    top = base - len(events) * row - 3
    return "".join(out) + f'<text class="more" x="{x + step / 2:.1f}" y="{top:.1f}">{number}</text></g>'


def _words(event: EventView, step: float) -> str:
    """The place and the dead, as far as the bar has room."""
    killed = next((f.words for f in event.figures if f.label == "killed" and f.low is not None), "")
    text = f"{killed} killed" if killed else ""
    room = int((step - 8) / 5.4)
    whole = f"{event.place}: {text}" if text else event.place
    short = f"{event.place[: room - 1]}…" if room > 4 else ""
    return next((w for w in (whole, text, event.place) if w and len(w) <= room), short)
