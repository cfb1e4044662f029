"""The marks of a map over its land: happenings, flags of control and names, as one SVG group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from vedette.products.control_marks import DOT, Flag, draw_dot, draw_flag, flag_box
from vedette.products.map_labels import Taken, free, place_label
from vedette.products.map_spots import Spot
from vedette.products.projection import View

Link = Callable[[str], str]
"""From an event's id to where its mark leads."""
_POLES = (0, 23)
"""How much longer a flag's pole may be, where there is no room just above its place."""
_PLACE = 3
"""Pixels about a flag's place that no other flag covers."""
_TOLD = 6
"""Happenings that the words of a mark name."""


def draw_marks(
    view: View,
    found: Sequence[Spot],
    held: Sequence[Flag],
    *,
    labels: int,
    last_day: int,
    link: Link,
    tidy: bool = False,
    near: float = 1,
) -> str:
    """A group (`class="marks"`) of the spots and flags within `view`, and the names of at most `labels` places.

    `tidy`: no flag covers another mark, flag or place that a flag is about; one without room on a pole of any length is
    drawn as a dot, which bears its words still.
    `near`: it will be looked at so many times as large, its marks kept as they are; positions are of `view` itself.
    Each mark tells the point that it is about (`data-at`).
    """
    taken: Taken = []
    names: list[tuple[int, str, float, float, float]] = []
    marks = []
    for spot in found:
        x, y = view.at(*spot.position)
        if 0 <= x <= view.width and 0 <= y <= view.height:
            marks.append(_spot_mark(spot, x, y, link))
            taken.append(_around(x * near, y * near, spot.radius))
            names.append((len(spot.events), spot.name, x, y, 2 + spot.radius))
    under = list(taken)
    places: Taken = []
    if tidy:
        every = {view.at(*flag.position) for flag in held}
        places = [_around(x * near, y * near, _PLACE) for x, y in sorted(every) if 0 <= x <= view.width]
    tall: list[str] = []
    for flag in held:
        x, y = view.at(*flag.position)
        if not (0 <= x <= view.width and 0 <= y <= view.height):
            continue
        # Where happenings are marked at the place, its flag stands on their mark.
        reach = _reach(under, x * near, y * near) if tidy else 0.0
        lift = max(0.0, reach - DOT)
        pole = _pole(flag, x * near, y * near, lift, taken, places) if tidy else None
        if not tidy:
            marks.append(draw_flag(flag, x, y, flag.last == last_day))
            taken.append(_around(x * near, y * near, 12))
        elif pole is not None:
            (tall if pole else marks).append(draw_flag(flag, x, y, flag.last == last_day, lift, pole))
            taken.append(flag_box(flag, x * near, y * near - lift, pole))
            names.append((0, flag.name, x, y, DOT + 2))
        else:
            marks.append(draw_dot(flag, x, y, reach))
            taken.append(_around(x * near + reach, y * near - reach, DOT))
    marks += _names(view, names, labels, taken, near)
    # A long pole may pass another flag: behind it.
    return f'<g class="marks">{"".join(tall + marks)}</g>'


def _names(
    view: View, names: list[tuple[int, str, float, float, float]], most: int, taken: Taken, near: float
) -> list[str]:
    """The names of the places with most happenings, wherever there is room."""
    out: list[str] = []
    named: set[str] = set()
    seen = View(view.box, view.width * near, view.height * near)
    for _, name, x, y, gap in sorted(names, key=lambda n: (-n[0], n[1]))[:most]:
        if name in named:
            continue
        label = place_label(name, x * near, y * near, gap, taken, seen, near)
        if label:
            out.append(label)
            named.add(name)
    return out


def _reach(boxes: Taken, x: float, y: float) -> float:
    """How far boxes reach from a point within them to their upper edges; 0 where the point lies outside of all."""
    return max([y - box[1] for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]], default=0.0)


def _pole(flag: Flag, x: float, y: float, lift: float, taken: Taken, places: Taken) -> int | None:
    """How much longer the flag's pole must be for it to cover nothing, no place of a flag either; None: no room.

    Its own place is none of those: a flag stands higher above it than a place reaches.
    """
    boxes = ((pole, flag_box(flag, x, y - lift, pole)) for pole in _POLES)
    return next((pole for pole, box in boxes if free(box, taken) and free(box, places)), None)


def _around(x: float, y: float, reach: float) -> tuple[float, float, float, float]:
    return x - reach, y - reach, x + reach, y + reach


def _spot_mark(spot: Spot, x: float, y: float, link: Link) -> str:
    """A disc, or a square where people were killed, dashed for an area, with the number of happenings."""
    css = f"spot {'exact' if spot.exact else 'vague'}{' deadly' if spot.deadly else ''}"
    told = "; ".join(e.headline for e in spot.events[:_TOLD]) + ("; ..." if len(spot.events) > _TOLD else "")
    shape = f'<circle class="{css}" cx="{x}" cy="{y}" r="{spot.radius}">'
    if spot.deadly:
        side = round(spot.radius * 1.8, 1)
        corner = f'x="{x - side / 2:.1f}" y="{y - side / 2:.1f}"'
        shape = f'<rect class="{css}" {corner} width="{side}" height="{side}" rx="2">'
    ids = " ".join(e.id for e in spot.events)
    to = escape(link(spot.events[0].id))
    return (
        f'<a class="mark" href="{to}" data-events="{escape(ids)}" data-at="{x} {y}">{shape}'
        f"<title>{escape(spot.words)}: {escape(told)}</title></{'rect' if spot.deadly else 'circle'}>"
        f'<text class="count" x="{x}" y="{y + 4}">{len(spot.events)}</text></a>'
    )
