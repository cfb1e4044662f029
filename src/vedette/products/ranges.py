"""A settled figure as a small drawing: from the least to the most, the best marked, an arrow where it is open."""

from __future__ import annotations

from html import escape

from vedette.products.situation.model import Figure

WIDE, TALL, EDGE = 240, 20, 8


def top_of(figure: Figure) -> int:
    """The greatest number that the figure names."""
    return max(figure.high or 0, figure.best or 0, figure.low or 0)


def draw_range(figure: Figure, most: int) -> str:
    """An SVG element on a scale from 0 to `most`; empty for a figure without a number. It is told in words as well."""
    if figure.low is None or most <= 0:
        return ""
    is_open = figure.high is None
    top = top_of(figure)

    def at(number: int) -> float:
        return round(EDGE + (WIDE - 2 * EDGE - 8) * number / most, 1)

    left, right, middle = at(figure.low), at(top), TALL / 2
    wide = max(right - left, 2)
    words = f"{figure.label}: {figure.words}" + (f", best {figure.best:,}" if figure.best is not None else "")
    parts = [
        f'<svg class="range" viewBox="0 0 {WIDE} {TALL}" role="img" aria-label="{escape(words)}">',
        f'<line x1="{EDGE}" y1="{middle}" x2="{at(most)}" y2="{middle}"/>',
        f'<rect x="{left}" y="{middle - 5}" width="{wide}" height="10"/>',
    ]
    if is_open:
        parts.append(f'<path class="open" d="M{right + 2} {middle - 5}l5 5l-5 5"/>')
    if figure.best is not None:
        parts.append(f'<rect class="best" x="{at(figure.best) - 1.5}" y="{middle - 8}" width="3" height="16"/>')
    return "".join(parts) + "</svg>"
