"""The Sources page, and the page of one origin."""

from __future__ import annotations

from dataclasses import asdict, fields

from fastapi import APIRouter, Request, Response

from vedette.workbench.desk import Desk
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.queries.sources import Source, SourcePage, list_sources, one_source, source_page
from vedette.workbench.routes.happening import COLUMNS, card_row
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
_SHOWN = 200


@router.get("/sources")
def the_sources(
    request: Request, desk: TheDesk, person: ThePerson, name: str | None = None, all: bool = False
) -> Response:
    """The origins that claims go back to."""
    rows = [r for r in every_source(desk) if not name or name.lower() in r.source.lower()]
    shown = rows if all else rows[:_SHOWN]
    return page(
        request, person, "sources", tables={"sources": lambda: _table(rows)}, rows=shown, count=len(rows), wanted=name
    )


def _table(rows: list[Source]) -> Table:
    return Table([f.name for f in fields(Source)], [asdict(row) for row in rows])


def every_source(desk: Desk) -> list[Source]:
    """All origins; kept until the record changes, since every claim has to be counted."""

    def make() -> list[Source]:
        with desk.read() as db:
            return list_sources(db)

    with desk.read() as db:
        stamp = desk.stamp(db)
    return desk.kept.get("sources", stamp, make)


def source_of(desk: Desk, name: str) -> SourcePage:
    """One origin by its name. Raises NotFoundError."""
    counted = next((row for row in every_source(desk) if row.source == name), None)
    with desk.read() as db:
        return source_page(db, counted or one_source(db, name))


@router.get("/source")
def the_source(request: Request, desk: TheDesk, person: ThePerson, name: str) -> Response:
    """One origin beside the others."""
    found = source_of(desk, name)
    return page(
        request,
        person,
        "source",
        tables={"claims": lambda: Table(COLUMNS, [card_row(card) for card in found.cards])},
        s=found,
    )
