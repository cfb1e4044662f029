"""The Day page, the marks of its map from nearer by, and happenings by their ids."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse

from vedette.products.map import draw_map, main_marks
from vedette.products.timeline import draw_timeline
from vedette.products.words import days_words
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.people.visits import due, last_visit, visited
from vedette.workbench.queries.day import Day, day, happenings_by_ids, neighbours
from vedette.workbench.queries.drawn import Listed
from vedette.workbench.web.page import page
from vedette.workbench.web.strip import strip
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
COLUMNS = (
    "id", "type", "place", "first", "last", "actor", "target", "figures", "dead", "grade", "origins", "claims",
    "disputes", "running",
)  # fmt: skip
SHOWN = 60
"""Rows of the list that one page shows."""
PARTS = 12
"""Happenings that a sum names before all are asked for."""
MOST_IDS = 400
First = Annotated[date | None, Query(alias="from")]
Last = Annotated[date | None, Query(alias="to")]
Near = Annotated[int, Query(ge=1, le=32)]


@router.get("/")
def start() -> Response:
    """To the Day."""
    return RedirectResponse("/day", 307)


@router.get("/day")
def the_day(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    first: First = None,
    last: Last = None,
    place: str | None = None,
    skip: Annotated[int, Query(ge=0)] = 0,
    whole: Annotated[str | None, Query(alias="sum")] = None,
) -> Response:
    """The situation of a day or period; the list from row `skip` on, the sum called `sum` with all of its parts."""
    with desk.read() as db:
        since = last_visit(db, person.name)
        found = day(db, first, last, place or None, since)
        late = due(db, person.name)
    if late:
        with desk.write() as db:
            visited(db, person.name)
    if found is None:
        return page(request, person, "day", d=None)
    told, drawn = found
    at = skip if skip < len(told.rows) else 0
    return page(
        request,
        person,
        "day",
        tables={"happenings": lambda: happenings_table(told.rows)},
        d=told,
        since=since,
        near=neighbours(told),
        period=days_words(told.first, told.last),
        skip=at,
        shown=told.rows[at : at + SHOWN],
        step=SHOWN,
        parts_of=_parts(told, whole),
        drawing=draw_map(drawn.views, drawn.control, to_page, tidy=True),
        timeline=draw_timeline(drawn.views, told.first, told.last, to_page),
        strip=strip(told.strip, told.first, told.last),
    )


def _parts(told: Day, whole: str | None) -> dict[str, tuple[list[tuple[Listed, str]], int]]:
    """For each effect the happenings that its sum adds up, each with its own words, the heaviest; and how many more."""
    out = {}
    for figure in told.figures:
        own = set(figure.events)
        rows = [(row, dict(row.figures)[figure.label]) for row in told.rows if row.id in own]
        shown = rows if figure.label == whole else rows[:PARTS]
        out[figure.label] = (shown, len(rows) - len(shown))
    return out


@router.get("/day/marks")
def the_marks(
    desk: TheDesk, _: ThePerson, first: First = None, last: Last = None, place: str | None = None, near: Near = 1
) -> Response:
    """The marks of the map when it is looked at `near` times as large, as a piece of a page."""
    with desk.read() as db:
        found = day(db, first, last, place or None, None)
    return marks(main_marks(found[1].views, found[1].control, to_page, near) if found else "")


def marks(group: str) -> Response:
    """A group of marks as a piece of a page."""
    return HTMLResponse(Markup("<svg>{}</svg>").format(Markup(group)))


@router.get("/happenings")
def the_happenings(request: Request, desk: TheDesk, person: ThePerson, ids: str) -> Response:
    """The happenings of these ids (with blanks between), as a piece of a page: what one mark of a map stands for."""
    with desk.read() as db:
        rows = happenings_by_ids(db, ids.split()[:MOST_IDS])
    return page(request, person, "happenings", rows=rows)


def to_page(id_: str) -> str:
    """Where a mark of a drawing leads."""
    return f"/happening/{id_}"


def happenings_table(rows: tuple[Listed, ...]) -> Table:
    """A list of happenings to download."""
    return Table(COLUMNS, [_row(row) for row in rows])


def _row(row: Listed) -> dict[str, Any]:
    return asdict(row) | {"figures": [f"{effect} {words}" for effect, words in row.figures]}
