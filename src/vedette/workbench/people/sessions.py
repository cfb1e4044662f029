"""Sessions: a token in the browser, its digest in the ledger; and the token against forged forms that goes with it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select

from vedette.ledger.judgements.keep import now
from vedette.ledger.schema import sessions
from vedette.workbench.people.users import User, find_user

COOKIE = "vedette_session"
LASTS = timedelta(hours=12)


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(32)


def start(db: Connection, user: User) -> str:
    """Sign a user in; return the token for the browser. Sessions that have run out are cleared away."""
    token, moment = new_token(), now()
    db.execute(delete(sessions).where(sessions.c.expires < moment))
    row = {"token": _digest(token), "user": user.name, "created": moment, "expires": moment + LASTS}
    db.execute(insert(sessions).values(row))
    return token


def end(db: Connection, token: str) -> None:
    """Sign out."""
    db.execute(delete(sessions).where(sessions.c.token == _digest(token)))


def user_of(db: Connection, token: str) -> User | None:
    """Who is signed in by this token; None where nobody is, the session has run out, or he is shut out."""
    query = select(sessions.c.user).where(sessions.c.token == _digest(token), sessions.c.expires >= now())
    name = db.scalar(query)
    user = find_user(db, name) if name else None
    return user if user and not user.disabled else None


def form_token(token: str) -> str:
    """What a form carries to be taken as sent from our own page: no other site can read the cookie it is made of."""
    return hmac.new(token.encode(), b"vedette form", hashlib.sha256).hexdigest()


def is_form_token(token: str, given: str) -> bool:
    """Whether `given` is the form token of the session."""
    return hmac.compare_digest(form_token(token), given)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
