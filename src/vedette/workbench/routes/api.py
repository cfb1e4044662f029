"""The JSON API, version 1: what the pages show, for programs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from vedette.gazetteer.gazetteer import gazetteer
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.filters import Filter
from vedette.settlement.who_holds import Holding
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.queries.changes import Changes, changes
from vedette.workbench.queries.day import Day, day
from vedette.workbench.queries.happening import Page, happening_page
from vedette.workbench.queries.holding import held_on
from vedette.workbench.queries.judged import Judged, list_judged
from vedette.workbench.queries.queue import QueuePage, queue_page
from vedette.workbench.queries.report import ReportPage, report_page
from vedette.workbench.queries.search import Results, search_claims, search_reports
from vedette.workbench.queries.sources import Source, SourcePage
from vedette.workbench.routes.sources import every_source, source_of
from vedette.workbench.routes.watch import Watched, watched

router = APIRouter(prefix="/api/v1", tags=["record"])
First = Annotated[date | None, Query(alias="from", description="first day")]
Last = Annotated[date | None, Query(alias="to", description="last day")]
Skip = Annotated[int, Query(ge=0, le=2000, description="how many to pass over")]
Kind = Literal["contradiction", "holder", "merge", "lone", "place", "day", "slot"]
_PLACES = 12


class PlaceHit(BaseModel):
    """A place of the gazetteer: its id, name, and words that tell it from its namesakes."""

    id: str
    name: str
    words: str


@router.get("/day")
def api_day(
    desk: TheDesk, _: ThePerson, first: First = None, last: Last = None, place: str | None = None
) -> Day | None:
    """The situation of a day or period; null where the record has nothing with a day."""
    with desk.read() as db:
        found = day(db, first, last, place, None)
    return found[0] if found else None


@router.get("/happenings/{id}")
def api_happening(desk: TheDesk, _: ThePerson, id: str) -> Page:
    """Everything of one happening: claims by origin, how its figures settled, history, judgements."""
    with desk.read() as db:
        return happening_page(db, id)[0]


@router.get("/reports/{id}")
def api_report(desk: TheDesk, _: ThePerson, id: str) -> ReportPage:
    """A report's text in pieces, with its claims and near copies."""
    with desk.read() as db:
        return report_page(db, id)


@router.get("/queue")
def api_queue(desk: TheDesk, _: ThePerson, kind: Kind, at: Annotated[int, Query(ge=0)] = 0) -> QueuePage:
    """One item of the queue, by its kind and number."""
    with desk.read() as db:
        return queue_page(db, kind, at)


@router.get("/control")
def api_control(desk: TheDesk, _: ThePerson, on: date, place: str | None = None) -> list[Holding]:
    """Who held what on a day."""
    with desk.read() as db:
        return list(held_on(db, on, place).rows)


@router.get("/sources")
def api_sources(desk: TheDesk, _: ThePerson) -> list[Source]:
    """The origins that claims go back to."""
    return every_source(desk)


@router.get("/source")
def api_source(desk: TheDesk, _: ThePerson, name: str) -> SourcePage:
    """One origin beside the others."""
    return source_of(desk, name)


@router.get("/watch")
def api_watch(desk: TheDesk, _: ThePerson) -> Watched:
    """How the sources that are watched fare, what could not be had, and the last alerts."""
    return watched(desk)


@router.get("/changes")
def api_changes(
    desk: TheDesk,
    _: ThePerson,
    since: datetime | None = None,
    change: Literal["new", "changed", "withdrawn"] | None = None,
    before: int | None = None,
) -> Changes:
    """What came, changed and went, the newest first."""
    with desk.read() as db:
        return changes(db, since.replace(tzinfo=None) if since else None, change, before)


@router.get("/judgements")
def api_judgements(desk: TheDesk, _: ThePerson, by: str | None = None, skip: Skip = 0) -> list[Judged]:
    """What analysts decided, the newest first."""
    with desk.read() as db:
        return list_judged(db, by, skip)[0]


@router.get("/search/{what}")
def api_search(
    desk: TheDesk,
    _: ThePerson,
    what: Literal["reports", "claims"],
    q: str = "",
    first: First = None,
    last: Last = None,
    kind: str | None = None,
    outlet: str | None = None,
    source: str | None = None,
    skip: Skip = 0,
) -> Results:
    """Reports or claims by their words, within filters."""
    where = Filter(first=first, last=last, kind=kind, outlet=outlet, source=source)
    with desk.read() as db:
        return (search_claims if what == "claims" else search_reports)(db, q, where, skip)


@router.get("/places")
def api_places(_: ThePerson, q: str) -> list[PlaceHit]:
    """Places of the gazetteer by a name, of any spelling."""
    found = gazetteer(default_knowledge()).search(q)[:_PLACES] if len(q.strip()) > 1 else []
    return [
        PlaceHit(id=p.id, name=p.name, words=", ".join(x for x in (p.kind.value, p.adm2, p.adm1, p.country) if x))
        for p in found
    ]
