"""A strip of days: how many happenings began on each, each day a link."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

WIDTH, HEIGHT, BASE = 900, 64, 46


def strip(counts: Sequence[tuple[date, int]], first: date, last: date) -> Markup:
    """An SVG element; days of `first` to `last` are marked. Empty without counts."""
    most = max((n for _, n in counts), default=0)
    if most == 0:
        return Markup("")
    step = WIDTH / len(counts)
    parts = []
    for k, (day, n) in enumerate(counts):
        tall = 0 if n == 0 else max(2.0, n / most * (BASE - 4))
        css = "col in" if first <= day <= last else "col"
        words = f"{day}: {n} happening{'' if n == 1 else 's'}"
        bar = f'x="{k * step + 1:.1f}" y="{BASE - tall:.1f}" width="{step - 2:.1f}" height="{tall:.1f}"'
        box = f'x="{k * step:.1f}" y="0" width="{step:.1f}" height="{BASE}"'
        parts.append(
            f'<a href="/day?from={day}&amp;to={day}" aria-label="{words}"><title>{words}</title>'
            f'<rect class="{css}" {bar}/><rect class="hit-box" {box}/></a>'
        )
        if k % max(1, round(90 / step)) == 0 and k * step < WIDTH - 40:
            parts.append(f'<text class="day" x="{k * step + 22:.1f}" y="{HEIGHT - 4}">{day.day} {day:%b}</text>')
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}"'
    head = f'<svg class="strip" {size} role="group" aria-label="Happenings a day, around the period">'
    axis = f'<line class="axis" x1="0" y1="{BASE}" x2="{WIDTH}" y2="{BASE}"/>'
    return Markup(f"{head}{axis}{''.join(parts)}</svg>")
