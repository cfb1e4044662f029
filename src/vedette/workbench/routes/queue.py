"""The Queue: one item at a time, by keyboard."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import delete, insert
from starlette.responses import RedirectResponse

from vedette.errors import JudgementError, NotFoundError
from vedette.ledger.judgements import decide
from vedette.ledger.judgements.keep import now
from vedette.ledger.schema import queue_marks
from vedette.ledger.sync import sync
from vedette.model.judgement import Verdict
from vedette.workbench.desk import Desk
from vedette.workbench.judging.act import text
from vedette.workbench.judging.seen import changed
from vedette.workbench.people.access import TheDesk, TheForm, ThePerson
from vedette.workbench.queries.queue import KINDS, counts, queue_page
from vedette.workbench.routes.happening import CORRECTABLE
from vedette.workbench.web import done
from vedette.workbench.web.page import page

router = APIRouter(include_in_schema=False)
_LOOKED = "looked"
_PAIR = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)


@router.get("/queue")
def the_queue(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    kind: str | None = None,
    at: Annotated[int, Query(ge=0)] = 0,
    marked: str | None = None,
) -> Response:
    """One item of the queue; of the first kind that has any, where none is asked for."""
    if kind is not None and kind not in KINDS:
        raise NotFoundError(f"the queue has no kind {kind!r}; it has {', '.join(KINDS)}")
    how_many = _counts(desk)
    chosen = kind or next((k for k in KINDS if how_many[k]), next(iter(KINDS)))
    with desk.read() as db:
        found = queue_page(db, chosen, at)
    return page(
        request,
        person,
        "queue",
        q=found,
        kinds=KINDS,
        counts=how_many,
        following=_following(chosen, how_many),
        marked=marked,
        correctable=CORRECTABLE,
        seen={mark.split("|")[0]: mark for mark in found.item.seen} if found.item else {},
    )


def _following(kind: str, how_many: dict[str, int]) -> str | None:
    """The kind after this one that has items, the first ones after the last; None where no other has any."""
    order = list(KINDS)
    after = order[order.index(kind) + 1 :] + order[: order.index(kind)]
    return next((k for k in after if how_many[k]), None)


def _counts(desk: Desk) -> dict[str, int]:
    def make() -> dict[str, int]:
        with desk.read() as db:
            return counts(db)

    with desk.read() as db:
        stamp = desk.stamp(db)
    return desk.kept.get("queue", stamp, make)


@router.post("/queue")
def act(request: Request, desk: TheDesk, person: ThePerson, form: TheForm) -> Response:
    """Judge the item, or note that it was looked at; then to the next."""
    item, wanted, why = text(form, "item"), text(form, "act"), text(form, "why")
    kind, at = text(form, "kind"), text(form, "at")
    query = {"kind": kind if kind in KINDS else "", "at": at if at.isdecimal() else "0"}
    verdict, _, claim = wanted.partition(":")
    if verdict == _LOOKED:
        with desk.write() as db:
            db.execute(delete(queue_marks).where(queue_marks.c.item == item[:80]))
            db.execute(insert(queue_marks).values(item=item[:80], author=person.name, at=now()))
        return RedirectResponse(f"/queue?{urlencode(query | {'marked': item})}", 303)
    seen = [str(mark) for mark in form.getlist("seen")]
    with desk.judge() as db:
        stale = changed(db, [mark for mark in seen if not claim or mark.startswith(f"{claim}|")])
        if stale:
            back = f"/queue?{urlencode(query)}"
            return page(request, person, "changed", status=409, stale=stale, kept=[], fresh=[], back=back)
        if verdict == Verdict.WRONG:
            one = decide(db, Verdict.WRONG, [claim], author=person.name, reason=_needed(why))
        elif verdict in _PAIR:
            ids = [str(id_) for id_ in form.getlist("pair")]
            one = decide(db, Verdict(verdict), ids, author=person.name, reason=_needed(why))
        else:
            raise JudgementError(f"the queue has no act {wanted!r}")
        sync(db)
    response = RedirectResponse(f"/queue?{urlencode(query)}", 303)
    done.leave(response, verdict, [one])
    return response


def _needed(why: str) -> str:
    if not why:
        raise JudgementError("a judgement needs a reason: say why in a line")
    return why


@router.post("/queue/unmark")
def unmark(desk: TheDesk, form: TheForm) -> Response:
    """Put an item back that was looked at."""
    item, kind = text(form, "item"), text(form, "kind")
    with desk.write() as db:
        db.execute(delete(queue_marks).where(queue_marks.c.item == item))
    return RedirectResponse(f"/queue?{urlencode({'kind': kind})}" if kind in KINDS else "/queue", 303)
