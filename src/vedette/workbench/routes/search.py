"""The Search page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from vedette.errors import VedetteError
from vedette.ledger.filters import Filter
from vedette.model.claim import GOLD_FIELDS
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.queries.search import MOST, Results, search_claims, search_reports
from vedette.workbench.routes.happening import COLUMNS, card_row
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
REPORT_COLUMNS = ("id", "ref", "title", "outlet", "published", "copy_of")
_NOTHING = Results((), (), {}, 0, False, True)


@router.get("/search")
def the_search(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    q: str = "",
    in_: Annotated[Literal["reports", "claims"], Query(alias="in")] = "reports",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
    kind: str = "",
    outlet: str = "",
    source: str = "",
    skip: Annotated[int, Query(ge=0, le=2000)] = 0,
) -> Response:
    """Reports or claims by their words, within filters."""
    where = Filter(first=_day(first), last=_day(last), kind=kind or None, outlet=outlet or None, source=source or None)
    trouble, found = None, _NOTHING
    if q.strip() or where != Filter():
        try:
            with desk.read() as db:
                found = (search_claims if in_ == "claims" else search_reports)(db, q, where, skip)
        except VedetteError as error:
            trouble = str(error)
    given = {"q": q, "in": in_, "from": first, "to": last, "kind": kind, "outlet": outlet, "source": source}
    tables = {
        "reports": lambda: Table(REPORT_COLUMNS, [asdict(hit) for hit in found.reports]),
        "claims": lambda: Table(
            (*COLUMNS, "event"), [card_row(c) | {"event": found.homes.get(c.id)} for c in found.cards]
        ),
    }
    asked = bool(q.strip()) or where != Filter()
    return page(
        request,
        person,
        "search",
        tables=tables,
        r=found,
        given=given,
        asked=asked,
        trouble=trouble,
        kinds=tuple(GOLD_FIELDS),
        skip=skip,
        most=MOST,
    )


def _day(text: str) -> date | None:
    """A day of a form, whose empty field comes as empty text. Raises VedetteError."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise VedetteError(f"{text!r} is no day; write it as 2016-12-10") from None
