"""The Judgements page."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.queries.judged import MOST, list_judged
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
COLUMNS = ("id", "when", "author", "verdict", "value", "reason", "state", "about", "quotes")


@router.get("/judgements")
def the_judgements(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    by: str | None = None,
    skip: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """Everything that analysts decided, the newest first."""
    with desk.read() as db:
        found, count = list_judged(db, by or None, skip)
    rows = [asdict(j) | {"about": [id_ for id_, _ in j.about]} for j in found]
    return page(
        request,
        person,
        "judgements",
        tables={"judgements": lambda: Table(COLUMNS, rows)},
        found=found,
        count=count,
        by=by,
        skip=skip,
        most=MOST,
    )
