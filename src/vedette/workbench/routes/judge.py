"""Judging and undoing: every form of every page comes here."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection, select
from starlette.responses import JSONResponse, RedirectResponse

from vedette.ledger.fetch import homes_of
from vedette.ledger.judgements import all_judgements, undo
from vedette.ledger.schema import happenings
from vedette.ledger.sync import sync
from vedette.model.judgement import Judgement, Verdict
from vedette.workbench.judging.act import act, text
from vedette.workbench.judging.seen import changed, latest, marks
from vedette.workbench.people.access import TheDesk, TheForm, ThePerson
from vedette.workbench.web import done
from vedette.workbench.web.errors import wants_json
from vedette.workbench.web.page import page

router = APIRouter(include_in_schema=False)
_HAPPENING = "/happening/"


@router.post("/judge")
def judge(request: Request, desk: TheDesk, person: ThePerson, form: TheForm) -> Response:
    """Keep a judgement, unless what it is about has changed since it was seen; then show what changed."""
    seen = [str(mark) for mark in form.getlist("seen")]
    request.state.back = local(text(form, "back"))
    with desk.judge() as db:
        stale = changed(db, seen)
        if stale:
            again = marks(db, [x.id for x in stale])
            kept = [(k, str(v)) for k, v in form.multi_items() if k not in ("seen", "token")]
            fresh = [again.get(mark.split("|")[0], mark) for mark in seen]
            return page(
                request,
                person,
                "changed",
                status=409,
                stale=stale,
                kept=kept,
                fresh=fresh,
                back=request.state.back,
            )
        made = act(db, form, person.name)
        sync(db)
        to = _where_to(db, text(form, "back"), made)
    return _to(request, to, text(form, "verdict"), made)


@router.post("/undo")
def take_back(request: Request, desk: TheDesk, person: ThePerson, form: TheForm) -> Response:
    """Take judgements back; without ids, what the person judged last."""
    ids = [str(id_) for id_ in form.getlist("id")]
    with desk.judge() as db:
        if not ids:
            ids = [j.id for j in latest(db, person.name)]
        if not ids:
            return page(
                request, person, "error", status=400, title="Nothing to undo", words="You have judged nothing yet."
            )
        held = {j.id: j for j in all_judgements(db)}
        made = undo(db, ids, author=person.name, reason=text(form, "why") or "taken back")
        sync(db)
        about = [held[id_] for id_ in ids if id_ in held]
        to = _where_to(db, text(form, "back"), about)
    return _to(request, to, "undo", made)


def _to(request: Request, address: str, what: str, made: Sequence[Judgement]) -> Response:
    """To the next page; a script that asks for JSON is told where that is, since it sees no redirection."""
    script = wants_json(request)
    response: Response = JSONResponse({"to": address}) if script else RedirectResponse(address, 303)
    done.leave(response, what, made)
    return response


def local(given: str) -> str:
    """A path on this desk; the Day for anything else, which would lead elsewhere."""
    parts = urlsplit(given)
    local = given.startswith("/") and not given.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return given if local else "/day"


def _where_to(db: Connection, given: str, about: Sequence[Judgement]) -> str:
    """Where the form came from; where that was a happening that is no more, the one that holds its claims now."""
    back = local(given)
    if not back.startswith(_HAPPENING):
        return back
    id_ = urlsplit(back).path.removeprefix(_HAPPENING).split("/")[0]
    if db.scalar(select(happenings.c.id).where(happenings.c.id == id_)):
        return back
    claims = [a.claim for j in about for a in j.anchors if a.event == id_] + [
        s for j in about if j.verdict is not Verdict.UNDO for s in j.subjects
    ]
    homes = homes_of(db, claims)
    return next((f"{_HAPPENING}{homes[c]}" for c in claims if c in homes), "/day")
