"""Who asks, and whether he may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData

from vedette.workbench.desk import Desk
from vedette.workbench.people.sessions import COOKIE, form_token, is_form_token, user_of
from vedette.workbench.people.users import Role, has_users


@dataclass(frozen=True)
class Person:
    """Who asks. `signed_in` is False where nobody has to sign in; `token` is what the browser holds."""

    name: str
    role: Role
    signed_in: bool
    token: str

    @property
    def form_token(self) -> str:
        """What this person's forms carry."""
        return form_token(self.token)

    @property
    def judges(self) -> bool:
        """Whether this person may judge."""
        return self.role.may(Role.ANALYST)


class SignInNeededError(Exception):
    """Nobody is signed in, and somebody must be."""


class NotAllowedError(Exception):
    """The person may not do this; the message says what it takes."""


def the_desk(request: Request) -> Desk:
    """The desk that serves this request."""
    desk: Desk = request.app.state.desk
    return desk


def the_token(request: Request) -> str:
    """What the browser holds, or what it is just being given."""
    token: str = request.cookies.get(COOKIE) or request.state.fresh_token
    return token


def the_person(request: Request) -> Person:
    """Who asks. Raises SignInNeededError."""
    desk, token = the_desk(request), the_token(request)
    with desk.read() as db:
        user = user_of(db, token)
        if user is not None:
            return Person(user.name, user.role, True, token)
        if has_users(db):
            raise SignInNeededError
    return Person(desk.analyst, Role.ADMIN, False, token)


TheDesk = Annotated[Desk, Depends(the_desk)]
ThePerson = Annotated[Person, Depends(the_person)]


async def _form(request: Request) -> FormData:
    return await request.form()


def own_form(request: Request, form: Annotated[FormData, Depends(_form)]) -> FormData:
    """A form that was sent from our own page, by anybody. Raises NotAllowedError."""
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    foreign = origin is not None and origin not in (own, own.replace("http://", "https://", 1))
    if foreign or not is_form_token(the_token(request), str(form.get("token", ""))):
        raise NotAllowedError(
            "this form was not sent from a page of this workbench, or the page is too old: go back, reload, try again"
        )
    return form


OwnForm = Annotated[FormData, Depends(own_form)]


def the_form(form: OwnForm, person: ThePerson) -> FormData:
    """A form from our own page by somebody who may judge. Raises NotAllowedError."""
    if not person.judges:
        raise NotAllowedError(f"{person.name} may read here, not judge: ask an admin for the role of analyst")
    return form


def the_admin(person: ThePerson) -> Person:
    """The person, who must be an admin. Raises NotAllowedError."""
    if not person.role.may(Role.ADMIN):
        raise NotAllowedError("only an admin may see this page")
    return person


TheForm = Annotated[FormData, Depends(the_form)]
TheAdmin = Annotated[Person, Depends(the_admin)]
