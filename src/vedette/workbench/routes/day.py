"""The Day page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import RedirectResponse

from vedette.products.map import draw_map
from vedette.products.timeline import draw_timeline
from vedette.products.words import days_words
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.people.visits import due, last_visit, visited
from vedette.workbench.queries.day import day, neighbours
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
"""Rows of the list before all are asked for."""


@router.get("/")
def start() -> Response:
    """To the Day."""
    return RedirectResponse("/day", 307)


@router.get("/day")
def the_day(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    place: str | None = None,
    all_: Annotated[bool, Query(alias="all")] = False,
) -> Response:
    """The situation of a day or period."""
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
    drawing = draw_map(drawn.views, drawn.control, to_page)
    return page(
        request,
        person,
        "day",
        tables={"happenings": lambda: happenings_table(told.rows)},
        d=told,
        since=since,
        near=neighbours(told),
        period=days_words(told.first, told.last),
        shown=len(told.rows) if all_ else SHOWN,
        drawing=drawing,
        timeline=draw_timeline(drawn.views, told.first, told.last, to_page),
        strip=strip(told.strip, told.first, told.last),
    )


def to_page(id_: str) -> str:
    """Where a mark of a drawing leads."""
    return f"/happening/{id_}"


def happenings_table(rows: tuple[Listed, ...]) -> Table:
    """A list of happenings to download."""
    return Table(COLUMNS, [_row(row) for row in rows])


def _row(row: Listed) -> dict[str, Any]:
    return asdict(row) | {"figures": [f"{effect} {words}" for effect, words in row.figures]}
