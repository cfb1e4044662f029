"""The Changes page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.people.visits import last_visit
from vedette.workbench.queries.changes import changes
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
COLUMNS = ("at", "kind", "subject", "change", "what", "why", "into")


@router.get("/changes")
def the_changes(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    since: datetime | None = None,
    change: Annotated[Literal["new", "changed", "withdrawn"] | Literal[""] | None, Query()] = None,
    before: Annotated[int | None, Query(ge=0)] = None,
) -> Response:
    """What came, changed and went, and why."""
    moment = since.replace(tzinfo=None) if since else None
    with desk.read() as db:
        found = changes(db, moment, change or None, before)
        visit = last_visit(db, person.name)
    tables = {"changes": lambda: Table(COLUMNS, [asdict(step) for step in found.steps])}
    return page(request, person, "changes", tables=tables, c=found, visit=visit, change=change)
