"""The Control page: who holds what on a day, with a slider of days."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from vedette.ledger.fetch import reports_by_id
from vedette.products.map import draw_map, main_marks
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.queries.happening import card
from vedette.workbench.queries.holding import control_drawn, control_span, held_on
from vedette.workbench.routes.day import Near, marks, to_page
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
COLUMNS = ("place", "part", "state", "holders", "standing", "as_of", "claims")
_SLIDER = 92
_SHOWN = 60
"""Places with their claims that one page shows."""


@router.get("/control")
def the_control(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    on: date | None = None,
    place: str | None = None,
    skip: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """Who holds what on a day; the table from row `skip` on."""
    with desk.read() as db:
        span = control_span(db)
        if span is None:
            return page(request, person, "control", h=None)
        day = on or span[1]
        held = held_on(db, day, place or None)
        at = skip if skip < len(held.rows) else 0
        shown = held.rows[at : at + _SHOWN]
        wanted = {c for row in shown for c in row.claims}
        known = reports_by_id(db, (held.claims[c].report_id for c in wanted))
        cards = {c: card(held.claims[c], known) for c in wanted}
    drawing = draw_map((), control_drawn(held), to_page, tidy=True)
    return page(
        request,
        person,
        "control",
        tables={"control": lambda: Table(COLUMNS, [asdict(row) for row in held.rows])},
        h=held,
        shown=shown,
        skip=at,
        step=_SHOWN,
        cards=cards,
        drawing=drawing,
        place=place,
        days=_days(day, span),
        begins=span[0],
    )


@router.get("/control/marks")
def the_flags(desk: TheDesk, _: ThePerson, on: date, place: str | None = None, near: Near = 1) -> Response:
    """The flags of the map when it is looked at `near` times as large, as a piece of a page."""
    with desk.read() as db:
        held = held_on(db, on, place or None)
    return marks(main_marks((), control_drawn(held), to_page, near))


def _days(on: date, span: tuple[date, date]) -> list[date]:
    """The days of the slider: all of a short record; of a long one those about the day."""
    first, last = min(span[0], on), max(span[1], on)
    if (last - first).days >= _SLIDER:
        first = max(first, min(on - timedelta(days=_SLIDER // 2), last - timedelta(days=_SLIDER)))
        last = min(last, first + timedelta(days=_SLIDER))
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
