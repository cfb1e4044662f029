"""What has changed since the last issue of a report, as the ledger's history tells it."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from vedette.errors import VedetteError
from vedette.ledger.filters import Filter
from vedette.ledger.history import changes_since
from vedette.ledger.history.changes import JUDGEMENT, REPORT, Change
from vedette.ledger.history.record import CLAIM, EVENT
from vedette.ledger.history.words import fields_words, what_words, why_words
from vedette.ledger.schema import history, judgements, reports
from vedette.products.situation.model import Changed, ChangeView

STAMP = "vedette-as-of"
"""The name under which a report bears the moment that it tells of."""
_STAMPED = re.compile(STAMP + r'[":\s]+(?:content=")?([0-9T:.-]+)')


def as_of(db: Connection) -> str | None:
    """The moment (UTC, ISO 8601) when the ledger last changed: a report, a judgement, an event; None while empty."""
    moments = (
        db.scalar(select(func.max(column))) for column in (history.c.at, judgements.c.recorded, reports.c.ingested)
    )
    told = [moment for moment in moments if moment is not None]
    return max(told).isoformat() if told else None


def issue_moment(path: Path) -> datetime:
    """The moment that an earlier issue tells of, from its JSON, HTML or Markdown file.

    Raises VedetteError where the file bears none.
    """
    try:
        text = path.read_text(encoding="utf-8")
        told = json.loads(text).get("as_of") if path.suffix == ".json" else None
        found = _STAMPED.search(text)
        return datetime.fromisoformat(told or (found[1] if found else ""))
    except (OSError, ValueError) as error:
        raise VedetteError(
            f"{path}: tells no moment of issue; give the JSON, HTML or Markdown that `vedette report` wrote, or a time"
        ) from error


def changed_since(db: Connection, since: datetime, where: Filter, events: frozenset[str]) -> Changed:
    """The changes after `since` to the `events` of a report, what was withdrawn from its days and place, and how many
    reports and judgements came.
    """
    found = [c for c in changes_since(db, since) if c.at > since]
    rows = [c for c in found if c.kind in (EVENT, CLAIM) and (c.id in events or _within(c, where))]
    return Changed(
        since=since.isoformat(timespec="seconds"),
        reports=sum(c.kind == REPORT for c in found),
        judgements=sum(c.kind == JUDGEMENT for c in found),
        rows=tuple(
            ChangeView(
                kind=c.kind, id=c.id, change=c.change, what=what_words(c), fields=fields_words(c), why=why_words(c.why)
            )
            for c in rows
        ),
    )


def _within(change: Change, where: Filter) -> bool:
    """Whether a thing that was withdrawn lay in the filter's days and place."""
    now: dict[str, Any] = change.now
    days = (now.get("first") or now.get("from"), now.get("last") or now.get("to"))
    first, last = (date.fromisoformat(day) if day else None for day in days)
    return change.change == "withdrawn" and where.overlaps(first, last) and where.at(now.get("place"), None)
