"""The Watch page: how the sources that are watched fare; and the feed of alerts."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response

from vedette.watch.alerts.atom import feed, latest
from vedette.watch.alerts.words import Told
from vedette.watch.status import SourceHealth, failures, health
from vedette.workbench.desk import Desk
from vedette.workbench.people.access import TheDesk, ThePerson
from vedette.workbench.web.page import page
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
_ALERTS = 20
_FRESH = 30
"""Seconds for which what was counted is shown again: it takes in every page that was ever kept."""


@dataclass(frozen=True)
class Watched:
    """The sources that are watched, with their health in a word; what could not be had; the last alerts."""

    sources: tuple[SourceHealth, ...]
    failures: tuple[tuple[str, str, str], ...]
    alerts: tuple[Told, ...]


def watched(desk: Desk) -> Watched:
    """How the watch fares, counted anew every half minute."""

    def make() -> Watched:
        with desk.read() as db:
            return Watched(tuple(health(db)), tuple(failures(db)), tuple(latest(db, _ALERTS)))

    return desk.kept.get("watch", int(time.time() / _FRESH), make)


@router.get("/watch")
def the_watch(request: Request, desk: TheDesk, person: ThePerson) -> Response:
    """The sources, when each last answered, and what went wrong."""
    found = watched(desk)
    return page(request, person, "watch", tables={"sources": lambda: _table(found.sources)}, w=found)


def _table(rows: Sequence[SourceHealth]) -> Table:
    names = [f.name for f in fields(SourceHealth)]
    return Table(("health", *names), [{"health": row.health} | asdict(row) for row in rows])


@router.get("/feed.atom")
def the_feed(request: Request, desk: TheDesk, _: ThePerson) -> Response:
    """The newest alerts as an Atom feed, whose entries lead to their happenings here."""
    with desk.read() as db:
        told = latest(db)
    here = urlsplit(str(request.url))
    base = f"{'https' if desk.https else here.scheme}://{here.netloc}"
    body = feed(told, title="Vedette: alerts", address=f"{base}/feed.atom", desk=base)
    return Response(body, media_type="application/atom+xml")
