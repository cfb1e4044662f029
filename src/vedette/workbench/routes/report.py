"""The Report page."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from vedette.workbench.judging.seen import marks
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.queries.report import report_page
from vedette.workbench.routes.happening import COLUMNS, CORRECTABLE, card_row
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)


@router.get("/report/{id_:path}")
def the_report(request: Request, desk: TheDesk, person: ThePerson, id_: str) -> Response:
    """A report with its claims marked."""
    with desk.read() as db:
        found = report_page(db, id_)
        seen = marks(db, [c.id for c in found.cards])
    rows: list[dict[str, Any]] = [card_row(card) | {"event": found.homes.get(card.id)} for card in found.cards]
    return page(
        request,
        person,
        "report",
        tables={"claims": lambda: Table((*COLUMNS, "event"), rows)},
        r=found,
        seen=seen,
        correctable=CORRECTABLE,
    )
