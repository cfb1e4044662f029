"""Names beside the marks of a map, wherever nothing is yet."""

from __future__ import annotations

from html import escape

from vedette.products.projection import View

Taken = list[tuple[float, float, float, float]]
"""Boxes that something stands in already: left, top, right, bottom, in pixels."""

MOST_LETTERS, LETTER, TALL = 28, 6.6, 14.0


def free(box: tuple[float, float, float, float], taken: Taken) -> bool:
    """Whether nothing stands in the box yet."""
    left, top, right, bottom = box
    # A loop, which takes half of what `all` does: a page asks ten thousand times.
    for t in taken:  # noqa: SIM110
        if left <= t[2] and right >= t[0] and top <= t[3] and bottom >= t[1]:
            return False
    return True


def place_label(name: str, x: float, y: float, gap: float, taken: Taken, view: View, near: float = 1) -> str | None:
    """The name to the right, left, below or above its mark at `x`, `y`; None where all is taken. Adds to `taken`.

    It is written where the drawing has it when `x`, `y` and `view` are `near` times as large as drawn.
    """
    text = name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + "…"
    wide = LETTER * len(text) + 4
    for left, top, anchor, at in (
        (x + gap, y - 7, "start", 2),
        (x - gap - wide, y - 7, "end", wide - 2),
        (x - wide / 2, y + gap, "middle", wide / 2),
        (x - wide / 2, y - gap - TALL, "middle", wide / 2),
    ):
        box = (left, top, left + wide, top + TALL)
        if free(box, taken) and box[0] > 2 and box[2] < view.width - 2 and box[1] > 2 and box[3] < view.height - 2:
            taken.append(box)
            at_x, at_y = x / near, y / near
            place = f'x="{at_x + left + at - x:.1f}" y="{at_y + top + 11 - y:.1f}" data-at="{at_x:.1f} {at_y:.1f}"'
            return f'<text class="name" text-anchor="{anchor}" {place}>{escape(text)}</text>'
    return None
