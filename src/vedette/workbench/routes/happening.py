"""The Happening page, and its sentences alone."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from vedette.model.claim import GOLD_FIELDS
from vedette.products.map import draw_map
from vedette.settlement.rules import RULES
from vedette.workbench.judging.seen import marks
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.queries.happening import Card, Page, happening_page, sentences
from vedette.workbench.routes.day import to_page
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
FIXED = ("report", "kind", "quote", "place")
CORRECTABLE = {kind: tuple(f for f in fields if f not in FIXED) for kind, fields in GOLD_FIELDS.items()}
COLUMNS = ("id", "kind", "says", "source", "outlet", "report", "published", "place", "days", "quote", "withdrawn")


@router.get("/happening/{id_}")
def the_happening(request: Request, desk: TheDesk, person: ThePerson, id_: str) -> Response:
    """Everything of one happening."""
    with desk.read() as db:
        found, view = happening_page(db, id_)
        cards = [card for column in found.columns for card in column.cards]
        seen = marks(db, [id_, *(c.id for c in cards), *(n.id for n in found.near)])
    return page(
        request,
        person,
        "happening",
        tables={"claims": lambda: claims_table(found), "history": lambda: _history_table(found)},
        p=found,
        seen=seen,
        drawing=draw_map([view], link=to_page),
        rules=RULES,
        correctable=CORRECTABLE,
    )


@router.get("/happening/{id_}/sentences")
def the_sentences(request: Request, desk: TheDesk, person: ThePerson, id_: str, figure: str | None = None) -> Response:
    """The sentences that a figure rests on, as a piece of a page."""
    with desk.read() as db:
        event, cards = sentences(db, id_, figure)
    return page(request, person, "sentences", event=event, cards=cards, figure=figure)


def card_row(card: Card) -> dict[str, Any]:
    """A claim as a row to download."""
    e = card.evidence
    named = {
        name: getattr(e, name) for name in ("says", "source", "outlet", "report", "published", "place", "days", "quote")
    }
    return {"id": card.id, "kind": card.kind, "withdrawn": card.withdrawn} | named


def claims_table(found: Page) -> Table:
    """The claims of a happening to download."""
    return Table(COLUMNS, [card_row(card) for column in found.columns for card in column.cards])


def _history_table(found: Page) -> Table:
    rows = [{"at": s.at.isoformat(), "change": s.change, "what": s.what, "why": s.why} for s in found.steps]
    return Table(("at", "change", "what", "why"), rows)
