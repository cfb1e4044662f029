"""Words that an analyst chooses in a report, with the slots that were typed, to the claim that is added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, or_, select

from vedette.errors import JudgementError, NotFoundError
from vedette.extraction.chosen import Offer
from vedette.gazetteer.gazetteer import gazetteer
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.fetch import reports_by_id
from vedette.ledger.judgements.add import compose, find_words, words_at
from vedette.ledger.judgements.values import place_entry
from vedette.ledger.schema import reports
from vedette.model.claim import Claim
from vedette.model.report import Report


def find_report(db: Connection, name: str) -> Report:
    """The report of that id, or of that name where only one bears it. Raises NotFoundError."""
    found = db.scalars(select(reports.c.id).where(or_(reports.c.id == name, reports.c.ref == name)).limit(2)).all()
    if len(found) != 1:
        raise NotFoundError(f"{'several reports are' if found else 'no report is'} called {name!r} in the ledger")
    return reports_by_id(db, found)[found[0]].report


def report_of(db: Connection, id_: str) -> Report:
    """The report of that id. Raises NotFoundError."""
    if db.scalar(select(reports.c.id).where(reports.c.id == id_)) is None:
        raise NotFoundError(f"no report is called {id_!r} in the ledger")
    return reports_by_id(db, [id_])[id_].report


def chosen_words(report: Report, start: int | None, end: int | None, words: str) -> tuple[int, int]:
    """Where the chosen words stand, by offsets or as they are written. Raises JudgementError where they do not."""
    told = words.split()
    # A browser may count line ends otherwise: then the words decide, those nearest to where they were told to be.
    if start is not None and end is not None and told in ([], report.full[start:end].split()):
        return words_at(report, start, end)
    found = find_words(report, words)
    found.sort(key=lambda span: abs(span[0] - (start or 0)))
    if not found:
        raise JudgementError(f"the words {words.strip()[:80]!r} do not stand in {report.ref}: copy them as they stand")
    return words_at(report, *found[0])


def offered(offer: Offer | None, kind: str) -> dict[str, tuple[Any, str]]:
    """What the reading found for a claim of `kind`, as `compose` takes it; nothing without a reading."""
    return {name: (one.value, one.reason) for name, one in offer.slots.get(kind, {}).items()} if offer else {}


def composed(
    report: Report,
    span: tuple[int, int],
    kind: str,
    slots: Mapping[str, str],
    place: tuple[str, str] | None,
    offer: Offer | None,
) -> Claim:
    """The claim; `place` is its spelling and the gazetteer's id ("" for a name of one place). Raises as `compose`."""
    found = offered(offer, kind)
    entry = None
    if place is not None and place[0]:
        near = found.get("location", (None, ""))[0]
        if near is not None and place[1] == near.id:
            entry = near
        else:
            entry = place_entry(gazetteer(default_knowledge()), place[0], place[1] or None)
    return compose(report, kind, span, slots, found, None if place is None else (place[0], entry))
