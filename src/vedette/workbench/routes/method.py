"""The Method page: what the record is made of, by which rules, and the API."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection, func, select

from vedette import EXTRACTION_VERSION
from vedette.ledger.ruling import ledger_rule
from vedette.ledger.schema import claims, happenings, judgements, reports
from vedette.workbench.desk import Desk
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.web.page import page

router = APIRouter(include_in_schema=False)


@router.get("/method")
def the_method(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """What the record is made of."""
    with desk.read() as db:
        rule = ledger_rule(db)
    return page(
        request,
        person,
        "method",
        sizes=_sizes(desk),
        rule=rule,
        extraction=EXTRACTION_VERSION,
        calls=_calls(request.app.openapi()),
    )


def _sizes(desk: Desk) -> dict[str, int]:
    """How many of everything; kept until the record changes."""

    def count(db: Connection) -> dict[str, int]:
        tables = {"reports": reports, "claims": claims, "happenings": happenings, "judgements": judgements}
        return {name: db.scalar(select(func.count()).select_from(t)) or 0 for name, t in tables.items()}

    def make() -> dict[str, int]:
        with desk.read() as db:
            return count(db)

    with desk.read() as db:
        stamp = desk.stamp(db)
    return desk.kept.get("sizes", stamp, make)


def _calls(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The addresses of the API, as OpenAPI describes them."""
    return [
        {
            "path": path,
            "words": call.get("description") or call.get("summary", ""),
            "params": [p["name"] for p in call.get("parameters", ())],
        }
        for path, calls in schema["paths"].items()
        for call in calls.values()
    ]
