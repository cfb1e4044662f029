"""The JSON API, version 1, where it judges: adding a claim that the reading missed, and taking a judgement back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field

from vedette.ledger.fetch import homes_of
from vedette.ledger.judgements import undo
from vedette.ledger.judgements.add import add
from vedette.ledger.judgements.chosen import chosen_words, composed, offered, report_of
from vedette.ledger.rows import claim_row
from vedette.ledger.sync import sync
from vedette.model.claim import GOLD_FIELDS, PLACE_FIELDS
from vedette.model.place import Place
from vedette.workbench.people.access import NotAllowedError, Person, TheDesk, ThePerson

router = APIRouter(prefix="/api/v1", tags=["judging"])
_JSON = "application/json"


class Slot(BaseModel):
    """What the reading found for a slot, and how."""

    value: Any
    reason: str


class Words(BaseModel):
    """Words of a report, where they stand, and what a claim on them may start from, kind by kind."""

    start: int
    end: int
    quote: str
    kind: str
    slots: dict[str, dict[str, Slot]]


class NewClaim(BaseModel):
    """A claim to add: its words by offsets or as they are written, its slots as texts ("" for nothing), and why.

    Slots that are not given are as the reading finds them, unless `bare`. `entry` is a place's id in the gazetteer.
    """

    kind: str
    start: int | None = None
    end: int | None = None
    words: str = ""
    slots: dict[str, str] = Field(default_factory=dict)
    place: str | None = None
    entry: str = ""
    bare: bool = False
    why: str = Field(min_length=1, max_length=500)


class Added(BaseModel):
    """The judgement that adds a claim, the claim, and the happening that it was put to."""

    judgement: str
    claim: dict[str, Any]
    happening: str | None


class Why(BaseModel):
    """The reason of an undo."""

    why: str = Field(min_length=1, max_length=500)


def who_judges(request: Request, person: ThePerson) -> Person:
    """Somebody who may judge, by a request that no other site's page can send. Raises NotAllowedError."""
    origin, host = request.headers.get("origin"), request.headers.get("host", "")
    # A foreign page cannot send JSON without asking first, and is refused then; so no token is needed.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise NotAllowedError(f"send the body as {_JSON}")
    if origin is not None and origin.partition("://")[2] != host:
        raise NotAllowedError("this request was not sent from a page of this workbench")
    if not person.judges:
        raise NotAllowedError(f"{person.name} may read here, not judge: ask an admin for the role of analyst")
    return person


TheJudge = Annotated[Person, Depends(who_judges)]


@router.get("/reports/{id}/words")
def api_words(
    desk: TheDesk,
    _: ThePerson,
    id: str,
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None,
    words: str = "",
) -> Words:
    """What the reading finds at words of a report, for a claim on them to start from."""
    with desk.read() as db:
        report = report_of(db, id)
    span = chosen_words(report, start, end, words)
    offer = desk.readings.offer(report, *span)
    slots = {
        kind: {name: Slot(value=_plain(value), reason=why) for name, (value, why) in offered(offer, kind).items()}
        for kind in GOLD_FIELDS
    }
    return Words(start=span[0], end=span[1], quote=report.full[slice(*span)], kind=offer.kind, slots=slots)


def _plain(value: Any) -> Any:
    return {k: getattr(value, k) for k in PLACE_FIELDS} if isinstance(value, Place) else value


@router.post("/reports/{id}/claims", status_code=201)
def api_add(desk: TheDesk, person: TheJudge, id: str, given: NewClaim) -> Added:
    """Add a claim to a report, as a judgement; it is linked and settled at once."""
    with desk.read() as db:
        report = report_of(db, id)
    span = chosen_words(report, given.start, given.end, given.words)
    offer = None if given.bare else desk.readings.offer(report, *span)
    place = None if given.place is None else (given.place.strip(), given.entry)
    claim = composed(report, span, given.kind, given.slots, place, offer)
    with desk.judge() as db:
        one = add(db, claim, author=person.name, reason=given.why)
        sync(db)
        home = homes_of(db, [claim.id]).get(claim.id)
    return Added(judgement=one.id, claim=claim_row(claim, home), happening=home)


@router.post("/judgements/{id}/undo", status_code=201)
def api_undo(desk: TheDesk, person: TheJudge, id: str, given: Why) -> list[str]:
    """Take a judgement back (an undo too, which restores); the ids of the undo."""
    with desk.judge() as db:
        made = undo(db, [id], author=person.name, reason=given.why)
        sync(db)
    return [j.id for j in made]
