"""The map as one SVG drawing: outlines, happenings by precision, control by holder. No tiles, no script, no network.

Precision is drawn: a filled disc where the very place is known, the area shaded where only a first-level area or a
district is; what has no coordinates is for the list beside the map. Colour never stands alone: every mark bears a
number or a letter, and where people were killed it is a square and no disc.

`draw_map` draws, `map_json` gives the same marks as data, for a map that is drawn elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from vedette.products.control_marks import Flag, flags, party_marks
from vedette.products.countries import country_code3
from vedette.products.map_fit import crowd, home_points
from vedette.products.map_marks import Link, draw_marks
from vedette.products.map_spots import Spot, clustered, merged, spots
from vedette.products.outlines import Shape, areas, countries
from vedette.products.projection import View, clipped, view_around
from vedette.products.situation.model import ControlDays, EventView

WIDTH, HEIGHT = 900, 560
_SCALE_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Drawing:
    """SVG elements, what they could not draw, whether outlines are there, and which letters stand for which holder."""

    svg: str
    unplaced: tuple[EventView, ...]
    outlines: bool
    holders: tuple[tuple[str, str], ...] = ()


NO_CONTROL = ControlDays(days=(), rows=())


def to_fragment(id_: str) -> str:
    """The event on the same page."""
    return f"#{id_}"


def draw_map(
    events: Sequence[EventView], control: ControlDays = NO_CONTROL, link: Link = to_fragment, *, tidy: bool = False
) -> Drawing:
    """The main map of all happenings and, where many lie close together, an inset of their surroundings.

    Flags of control stand for every day; those of the last are shown, the others wait for a script (`data-first` and
    `data-last` are numbers of days in `control`). Each mark names its events (`data-events`). `tidy`: marks that would
    cover each other are one, flags without room are dots; see `main_marks` for what a nearer look shows.
    """
    found = spots(events)
    unplaced = tuple(e for e in events if e.position is None)
    marks = party_marks(control)
    held = flags(control, marks)
    last = len(control.days) - 1
    fit = _fit(found, held)
    if fit is None:
        return Drawing("", unplaced, bool(countries()))
    view, close = fit
    # Marks that the inset tells apart would only cover each other on the main map: there they are one.
    apart = [f for f in held if f.position not in close]
    main = _layer(view, merged(found, close), apart, "map-main", 14, last, link, tidy)
    inset = ""
    if close:
        inset_view = view_around(sorted(close), WIDTH, HEIGHT * 0.8, 6)
        inset = _layer(inset_view, found, held, "map-inset", 24, last, link, tidy)
    drawn = {letters for f in held for letters in f.mark.strip("[]").split(",")}
    holders = tuple(sorted((letters, party) for party, letters in marks.items() if letters in drawn))
    return Drawing(main + inset, unplaced, bool(countries()), holders)


def main_marks(
    events: Sequence[EventView], control: ControlDays = NO_CONTROL, link: Link = to_fragment, near: float = 1
) -> str:
    """The marks of the tidy main map when it is looked at `near` times as large: an SVG group, empty without marks.

    What the whole map draws as one comes apart as far as there is room now.
    """
    found, held = spots(events), flags(control, party_marks(control))
    fit = _fit(found, held)
    if fit is None:
        return '<g class="marks"></g>'
    view, close = fit
    if near == 1:
        found, held = merged(found, close), [f for f in held if f.position not in close]
    return draw_marks(
        view, clustered(found, view, near), held, labels=round(14 * near), last_day=len(control.days) - 1, link=link,
        tidy=True, near=near,
    )  # fmt: skip


def _fit(found: Sequence[Spot], held: Sequence[Flag]) -> tuple[View, set[tuple[float, float]]] | None:
    """The view of the main map, and the places that an inset tells apart; None without marks."""
    points = [s.position for s in found] + [f.position for f in held]
    if not points:
        return None
    view = view_around(home_points(points, found), WIDTH, HEIGHT, 120)
    return view, set(crowd(points, view))


def map_json(events: Sequence[EventView], control: ControlDays = NO_CONTROL) -> dict[str, Any]:
    """The marks as JSON-ready data: `spots` of events, `flags` of control with days as YYYY-MM-DD, letters of parties.

    Positions are longitude and latitude, WGS 84.
    """
    letters = party_marks(control)
    return {
        "spots": [
            {
                "position": list(s.position), "name": s.name, "exact": s.exact, "deadly": s.deadly,
                "events": [e.id for e in s.events],
            }
            for s in spots(events)
        ],
        "flags": [
            {
                "position": list(f.position), "mark": f.mark, "words": f.words,
                "from": control.days[f.first], "to": control.days[f.last],
            }
            for f in flags(control, letters)
        ],
        "parties": letters,
    }  # fmt: skip


def _layer(
    view: View,
    found: Sequence[Spot],
    held: Sequence[Flag],
    name: str,
    labels: int,
    last_day: int,
    link: Link,
    tidy: bool,
) -> str:
    west, south, east, north = view.box
    inside = [s for s in found if west <= s.position[0] <= east and south <= s.position[1] <= north]
    title = "Map of the happenings" if name == "map-main" else "Inset: where places lie close together"
    parts = [
        f'<svg id="{name}" class="map" viewBox="0 0 {view.width:.0f} {view.height:.0f}" role="group" '
        f'aria-label="{title}" data-km="{view.km_a_pixel:.6g}"><rect class="sea" width="100%" height="100%"/>'
    ]
    parts += [_path(view, shape, "land") for shape in countries() if view.meets(shape.box)]
    codes = sorted({country_code3(s.events[0].country) for s in inside if s.events[0].country})
    shapes = [shape for code in codes for shape in areas(code) if view.meets(shape.box)]
    shaded = {id(shape) for s in inside if not s.exact for shape in shapes if shape.holds(*s.position)}
    parts += [_path(view, shape, "area shaded" if id(shape) in shaded else "area") for shape in shapes]
    shown = clustered(inside, view) if tidy else inside
    parts.append(draw_marks(view, shown, held, labels=labels, last_day=last_day, link=link, tidy=tidy))
    return "".join(parts) + _scale_bar(view) + "</svg>"


def _path(view: View, shape: Shape, css: str) -> str:
    near = (ring for ring, box in zip(shape.rings, shape.boxes, strict=True) if view.meets(box))
    parts = (clipped(ring, view.box) for ring in near)
    rings = ("M" + "L".join(f"{x},{y}" for x, y in (view.at(*p) for p in ring)) + "Z" for ring in parts if ring)
    return f'<path class="{css}" d="{"".join(rings)}"><title>{escape(shape.name)}</title></path>'


def _scale_bar(view: View) -> str:
    km = next((k for k in reversed(_SCALE_STEPS) if k / view.km_a_pixel <= view.width / 5), _SCALE_STEPS[0])
    wide, y = km / view.km_a_pixel, view.height - 14
    return (
        f'<g class="scale"><line x1="14" y1="{y}" x2="{14 + wide:.0f}" y2="{y}"/>'
        f'<text x="14" y="{y - 5}">{km} km</text></g>'
    )
