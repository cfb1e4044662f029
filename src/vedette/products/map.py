"""The map as one SVG drawing: outlines, happenings by precision, control by holder. No tiles, no script, no network.

Precision is drawn: a filled disc where the very place is known, the area shaded where only a first-level area or a
district is; what has no coordinates is for the list beside the map. Colour never stands alone: every mark bears a
number or a letter, and where people were killed it is a square and no disc.

`draw_map` draws, `map_json` gives the same marks as data, for a map that is drawn elsewhere.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from statistics import median
from typing import Any

from vedette.products.control_marks import Flag, draw_flag, flags, party_marks
from vedette.products.countries import country_code3
from vedette.products.map_labels import Taken, place_label
from vedette.products.outlines import Shape, areas, countries
from vedette.products.projection import KM_A_DEGREE, View, clipped, distance_km, view_around
from vedette.products.situation.model import ControlDays, EventView

WIDTH, HEIGHT = 900, 560
INSET_KM = 40
_MOST, _FAR = 0.8, 3
"""Of places without happenings: those thrice as far from the middle as four fifths of all are far."""
_SCALE_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Spot:
    """Happenings drawn as one mark: those at one position."""

    position: tuple[float, float]
    name: str
    events: tuple[EventView, ...]
    exact: bool

    @property
    def deadly(self) -> bool:
        """Whether any of them tells of people killed."""
        return any(f.label == "killed" for e in self.events for f in e.figures)


@dataclass(frozen=True)
class Drawing:
    """SVG elements, what they could not draw, whether outlines are there, and which letters stand for which holder."""

    svg: str
    unplaced: tuple[EventView, ...]
    outlines: bool
    holders: tuple[tuple[str, str], ...] = ()


def spots(events: Sequence[EventView]) -> list[Spot]:
    """Happenings with coordinates, grouped by position, in order of latitude from the north."""
    groups: dict[tuple[tuple[float, float], bool], list[EventView]] = defaultdict(list)
    for event in events:
        if event.position is not None:
            groups[event.position, event.precision == "exact"].append(event)
    found = [Spot(p, group[0].place, tuple(group), exact) for (p, exact), group in groups.items()]
    return sorted(found, key=lambda s: (-s.position[1], s.position[0], not s.exact))


Link = Callable[[str], str]
"""From an event's id to where its mark leads."""

NO_CONTROL = ControlDays(days=(), rows=())


def to_fragment(id_: str) -> str:
    """The event on the same page."""
    return f"#{id_}"


def draw_map(events: Sequence[EventView], control: ControlDays = NO_CONTROL, link: Link = to_fragment) -> Drawing:
    """The main map of all happenings and, where many lie close together, an inset of their surroundings.

    Flags of control stand for every day; those of the last are shown, the others wait for a script (`data-first` and
    `data-last` are numbers of days in `control`). Each mark names its events (`data-events`).
    """
    found = spots(events)
    unplaced = tuple(e for e in events if e.position is None)
    marks = party_marks(control)
    held = flags(control, marks)
    last = len(control.days) - 1
    points = [s.position for s in found] + [f.position for f in held]
    if not points:
        return Drawing("", unplaced, bool(countries()))
    near = _home_points(points, found)
    view = view_around(near, WIDTH, HEIGHT, 120)
    crowd = set(_crowd(points, view))
    # Marks that the inset tells apart would only cover each other on the main map: there they are one.
    apart = [f for f in held if f.position not in crowd]
    main = _layer(view, _merged(found, crowd), apart, "map-main", 14, last, link)
    inset = ""
    if crowd:
        inset = _layer(view_around(sorted(crowd), WIDTH, HEIGHT * 0.8, 6), found, held, "map-inset", 24, last, link)
    drawn = {f.mark for f in held}
    holders = tuple(sorted((letters, party) for party, letters in marks.items() if letters in drawn))
    return Drawing(main + inset, unplaced, bool(countries()), holders)


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


def _merged(found: list[Spot], crowd: set[tuple[float, float]]) -> list[Spot]:
    """The spots with those of the crowd made one, where most of its events are; its name is that spot's."""
    close = [s for s in found if s.position in crowd]
    if len(close) < 2:
        return found
    heart = max(close, key=lambda s: (len(s.events), s.exact, s.name))
    together = tuple(e for s in [heart, *(s for s in close if s is not heart)] for e in s.events)
    one = Spot(heart.position, heart.name, together, any(s.exact for s in close))
    return [s for s in found if s.position not in crowd] + [one]


def _home_points(points: list[tuple[float, float]], found: list[Spot]) -> list[tuple[float, float]]:
    """The points to fit the view to: those in the country of most happenings; of control alone all but the far ones."""
    counts: dict[str | None, int] = defaultdict(int)
    for spot in found:
        counts[spot.events[0].country] += len(spot.events)
    if not counts:
        return _together(points)
    home = max(sorted(counts, key=str), key=lambda c: counts[c])
    own = [s.position for s in found if s.events[0].country == home]
    return own or points


def _together(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points without those that lie far from most others, since one must not shrink the map of all."""
    middle = (median(p[0] for p in points), median(p[1] for p in points))
    far = [distance_km(middle, p) for p in points]
    reach = max(_FAR * sorted(far)[int(_MOST * (len(far) - 1))], INSET_KM)
    return [p for p, km in zip(points, far, strict=True) if km <= reach]


def _crowd(points: list[tuple[float, float]], view: View) -> list[tuple[float, float]]:
    """The largest group of places within INSET_KM of one of them, if the main map cannot tell them apart."""
    best: list[tuple[float, float]] = []
    tall = INSET_KM / KM_A_DEGREE
    every = sorted(set(points))
    for lon, lat in every:
        # A box first, as most places lie far off; away from the poles it holds the circle.
        wide = tall / max(math.cos(math.radians(min(abs(lat) + tall, 89.0))), 0.01)
        box = [p for p in every if abs(p[0] - lon) <= wide and abs(p[1] - lat) <= tall]
        near = [p for p in box if distance_km((lon, lat), p) <= INSET_KM]
        if len(near) > len(best):
            best = near
    return best if len(best) >= 3 and view.km_a_pixel * 40 > 8 else []


def _layer(
    view: View, found: list[Spot], held: list[Flag], name: str, label_most: int, last_day: int, link: Link
) -> str:
    west, south, east, north = view.box
    inside = [s for s in found if west <= s.position[0] <= east and south <= s.position[1] <= north]
    title = "Map of the happenings" if name == "map-main" else "Inset: where places lie close together"
    parts = [
        f'<svg id="{name}" class="map" viewBox="0 0 {view.width:.0f} {view.height:.0f}" role="group" '
        f'aria-label="{title}"><rect class="sea" width="100%" height="100%"/>'
    ]
    parts += [_path(view, shape, "land") for shape in countries() if _meets(shape, view)]
    codes = sorted({country_code3(s.events[0].country) for s in inside if s.events[0].country})
    shapes = [shape for code in codes for shape in areas(code) if _meets(shape, view)]
    shaded = {id(shape) for s in inside if not s.exact for shape in shapes if shape.holds(*s.position)}
    parts += [_path(view, shape, "area shaded" if id(shape) in shaded else "area") for shape in shapes]
    taken: Taken = []
    marks, labels = [], []
    for spot in inside:
        x, y = view.at(*spot.position)
        radius = 7 + min(len(spot.events), 12)
        marks.append(_spot_mark(spot, x, y, radius, link))
        taken.append((x - radius, y - radius, x + radius, y + radius))
    for flag in held:
        x, y = view.at(*flag.position)
        if 0 <= x <= view.width and 0 <= y <= view.height:
            marks.append(draw_flag(flag, x, y, flag.last == last_day))
            taken.append((x - 12, y - 12, x + 12, y + 12))
    ranked = sorted(inside, key=lambda s: (-len(s.events), s.name))[:label_most]
    named: set[str] = set()
    for spot in ranked:
        if spot.name in named:
            continue
        x, y = view.at(*spot.position)
        label = place_label(spot.name, x, y, 9 + min(len(spot.events), 12), taken, view)
        if label:
            labels.append(label)
            named.add(spot.name)
    parts += [*marks, *labels, _scale_bar(view), "</svg>"]
    return "".join(parts)


def _meets(shape: Shape, view: View) -> bool:
    west, south, east, north = view.box
    return shape.box[0] <= east and shape.box[2] >= west and shape.box[1] <= north and shape.box[3] >= south


def _path(view: View, shape: Shape, css: str) -> str:
    parts = (clipped(ring, view.box) for ring in shape.rings)
    rings = ("M" + "L".join(f"{x},{y}" for x, y in (view.at(*p) for p in ring)) + "Z" for ring in parts if ring)
    return f'<path class="{css}" d="{"".join(rings)}"><title>{escape(shape.name)}</title></path>'


def _spot_mark(spot: Spot, x: float, y: float, radius: float, link: Link) -> str:
    """A disc, or a square where people were killed, dashed for an area, with the number of happenings."""
    css = f"spot {'exact' if spot.exact else 'vague'}{' deadly' if spot.deadly else ''}"
    told = "; ".join(e.headline for e in spot.events[:6]) + ("; ..." if len(spot.events) > 6 else "")
    shape = f'<circle class="{css}" cx="{x}" cy="{y}" r="{radius}">'
    if spot.deadly:
        side = round(radius * 1.8, 1)
        corner = f'x="{x - side / 2:.1f}" y="{y - side / 2:.1f}"'
        shape = f'<rect class="{css}" {corner} width="{side}" height="{side}" rx="2">'
    ids = " ".join(e.id for e in spot.events)
    return (
        f'<a class="mark" href="{escape(link(spot.events[0].id))}" data-events="{escape(ids)}">{shape}'
        f"<title>{escape(spot.name)}: {escape(told)}</title></{'rect' if spot.deadly else 'circle'}>"
        f'<text class="count" x="{x}" y="{y + 4}">{len(spot.events)}</text></a>'
    )


def _scale_bar(view: View) -> str:
    km = next((k for k in reversed(_SCALE_STEPS) if k / view.km_a_pixel <= view.width / 5), _SCALE_STEPS[0])
    wide, y = km / view.km_a_pixel, view.height - 14
    return (
        f'<g class="scale"><line x1="14" y1="{y}" x2="{14 + wide:.0f}" y2="{y}"/>'
        f'<text x="14" y="{y - 5}">{km} km</text></g>'
    )
