"""Signing in and out, and the People page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from vedette.workbench.judging.act import text
from vedette.workbench.people.access import NotAllowedError, OwnForm, TheAdmin, TheDesk, the_token
from vedette.workbench.people.sessions import end, form_token, new_token, start
from vedette.workbench.people.throttle import Throttle
from vedette.workbench.people.users import Role, change_user, check_password, list_users
from vedette.workbench.routes.judge import local
from vedette.workbench.web.page import page
from vedette.workbench.web.security import cookie
from vedette.workbench.web.tables import Table

router = APIRouter(include_in_schema=False)
_FAILED = "Name or password is wrong, or the sign-in is shut out."


@router.get("/signin")
def sign_in_page(request: Request, next: str = "/day") -> Response:
    """The form to sign in by."""
    return _sign_in(request, local(next), None)


def _sign_in(request: Request, to: str, trouble: str | None, status: int = 200) -> Response:
    token = form_token(the_token(request))
    return page(request, None, "signin", status=status, to=to, trouble=trouble, sign_in_token=token)


@router.post("/signin")
def sign_in(request: Request, desk: TheDesk, form: OwnForm) -> Response:
    """Sign in by name and password; those who guess wait longer and longer."""
    name, to = text(form, "name"), local(text(form, "back"))
    throttle: Throttle = request.app.state.throttle
    keys = (f"name {name}", f"from {request.client.host if request.client else ''}")
    if wait := throttle.wait(*keys):
        return _sign_in(request, to, f"Too many tries: wait {wait:.0f} seconds.", 429)
    with desk.write() as db:
        user = check_password(db, name, str(form.get("password", "")))
        token = start(db, user) if user else None
    if token is None:
        throttle.failed(*keys)
        return _sign_in(request, to, _FAILED, 403)
    throttle.passed(*keys)
    response = RedirectResponse(to, 303)
    response.headers["set-cookie"] = cookie(token, desk)
    return response


@router.post("/signout")
def sign_out(request: Request, desk: TheDesk, form: OwnForm) -> Response:
    """End this session."""
    assert form is not None
    with desk.write() as db:
        end(db, the_token(request))
    response = RedirectResponse("/signin", 303)
    response.headers["set-cookie"] = cookie(new_token(), desk)
    return response


@router.get("/people")
def the_people(request: Request, desk: TheDesk, person: TheAdmin) -> Response:
    """Who may sign in, and as what."""
    with desk.read() as db:
        users = list_users(db)
    rows = [{"name": u.name, "role": u.role.value, "since": u.created, "shut out": u.disabled} for u in users]
    table = Table(("name", "role", "since", "shut out"), rows)
    return page(request, person, "people", tables={"people": lambda: table}, users=users, roles=list(Role))


@router.post("/people")
def change_people(desk: TheDesk, person: TheAdmin, form: OwnForm) -> Response:
    """Give a user another role, or shut him out."""
    name = text(form, "name")
    if name == person.name:
        raise NotAllowedError("another admin must change your own role; or use: vedette user role")
    role = text(form, "role")
    with desk.write() as db:
        change_user(db, name, role=Role(role) if role in list(Role) else None, disabled=text(form, "disabled") == "yes")
    return RedirectResponse("/people", 303)
