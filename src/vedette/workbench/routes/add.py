"""Adding a claim that the reading missed: words of a report, and a form that starts from what is found at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import Connection
from starlette.responses import RedirectResponse

from vedette.errors import JudgementError
from vedette.ledger.fetch import claims_of_report, reports_by_id
from vedette.ledger.judgements.add import NEEDED, add
from vedette.ledger.judgements.chosen import chosen_words, composed, offered, report_of
from vedette.ledger.judgements.values import CHOICES, YES_NO
from vedette.ledger.sync import sync
from vedette.model.claim import GOLD_FIELDS, KINDS
from vedette.model.report import Report
from vedette.products.situation.evidence import around
from vedette.workbench.judging.act import text
from vedette.workbench.people.access import NotAllowedError, Person, TheDesk, TheForm, ThePerson
from vedette.workbench.queries.happening import Card, card
from vedette.workbench.routes.happening import FIXED
from vedette.workbench.web import done
from vedette.workbench.web.page import page

router = APIRouter(include_in_schema=False)
_NUMBERS, _DAYS = ("low", "high"), ("from", "to")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form; `options` where it holds one of a few words. `reason`: how its value was found."""

    name: str
    value: str
    reason: str
    type: str
    options: tuple[str, ...]
    needed: bool


@router.get("/add")
def the_form(
    request: Request,
    desk: TheDesk,
    person: ThePerson,
    report: str,
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None,
    words: str = "",
    kind: str = "",
) -> Response:
    """The form for a claim on those words, as offsets into the report or as they are written."""
    if not person.judges:
        raise NotAllowedError(f"{person.name} may read here, not judge: ask an admin for the role of analyst")
    request.state.back = f"/report/{quote(report)}"
    with desk.read() as db:
        found = report_of(db, report)
        span = chosen_words(found, start, end, words)
        there = _there(db, found, span)
    offer = desk.readings.offer(found, *span)
    chosen = kind if kind in KINDS else offer.kind
    slots = {name: (_typed(value), why) for name, (value, why) in offered(offer, chosen).items()}
    entry = offered(offer, chosen).get("location", (None, ""))[0]
    return _draw(request, person, found, span, chosen, slots, entry.id if entry else "", there)


@router.post("/add")
def put(request: Request, desk: TheDesk, person: ThePerson, form: TheForm) -> Response:
    """Add the claim; where it cannot be, or another was added to these words meanwhile, the form with a word on it."""
    kind, why, name, entry = (text(form, k) for k in ("kind", "why", "place", "entry"))
    start, end = text(form, "start"), text(form, "end")
    with desk.read() as db:
        report = report_of(db, text(form, "report"))
        span = chosen_words(report, int(start) if start.isdecimal() else 0, int(end) if end.isdecimal() else 0, "")
    typed = {slot: text(form, slot) for slot in _slots(kind)}
    offer = desk.readings.offer(report, *span)
    with desk.judge() as db:
        there = _there(db, report, span)
        try:
            if not why:
                raise JudgementError("a judgement needs a reason: say why in a line")
            if fresh := {c.id for c in there} - set(text(form, "there").split()):
                raise JudgementError(_meanwhile([c for c in there if c.id in fresh]))
            claim = composed(report, span, kind, typed, (name, entry), offer)
            one = add(db, claim, author=person.name, reason=why)
        except JudgementError as error:
            slots = {slot: (value, "") for slot, value in (typed | {"place": name}).items()}
            return _draw(request, person, report, span, kind, slots, entry, there, str(error), why)
        sync(db)
    response = RedirectResponse(f"/report/{report.id}#{claim.id}", 303)
    done.leave(response, "add", [one])
    return response


def _slots(kind: str) -> tuple[str, ...]:
    return tuple(name for name in GOLD_FIELDS.get(kind, ()) if name not in FIXED)


def _there(db: Connection, report: Report, span: tuple[int, int]) -> list[Card]:
    """The claims that rest on some of the words already."""
    held = [c for c in claims_of_report(db, report.id) if c.start < span[1] and span[0] < c.end]
    known = reports_by_id(db, [report.id])
    return [card(c, known) for c in held]


def _meanwhile(fresh: list[Card]) -> str:
    told = "; ".join(f"{c.evidence.says} ({c.evidence.added or 'read anew'})" for c in fresh)
    return f"since you opened this form, these words have got another claim: {told}. Send it again if yours is another"


def _typed(value: Any) -> str:
    """A slot's value as the form has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _draw(
    request: Request,
    person: Person,
    report: Report,
    span: tuple[int, int],
    kind: str,
    slots: Mapping[str, tuple[str, str]],
    entry: str,
    there: list[Card],
    trouble: str = "",
    why: str = "",
) -> Response:
    before, after = around(report.full, *span)
    base = {"report": report.id, "start": span[0], "end": span[1]}
    return page(
        request,
        person,
        "add",
        status=409 if trouble else 200,
        report=report,
        span=span,
        quote=report.full[slice(*span)],
        before=before,
        after=after,
        kind=kind,
        kinds={k: f"/add?{urlencode(base | {'kind': k})}" for k in KINDS},
        fields=[_field(kind, name, *slots.get(name, ("", ""))) for name in _slots(kind)],
        place=slots.get("place", ("", "")),
        entry=entry,
        there=there,
        trouble=trouble,
        why=why,
    )


def _field(kind: str, name: str, value: str, reason: str) -> Field:
    if name in YES_NO:
        return Field(name, value or "no", reason, "text", ("no", "yes"), True)
    needed = name in NEEDED[kind] or name in ("who", "span", "status")
    default = {"who": "unknown", "span": "incident", "status": "happened"}.get(name, "")
    type_ = "number" if name in _NUMBERS else "date" if name in _DAYS else "text"
    return Field(name, value or default, reason, type_, CHOICES.get(name, ()), needed)
