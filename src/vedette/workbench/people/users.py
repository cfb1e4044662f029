"""Users of the workbench, as the ledger keeps them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, func, insert, select, update

from vedette.errors import VedetteError
from vedette.ledger.judgements.keep import now
from vedette.ledger.schema import sessions, users

LEAST = 10
"""Characters of a password."""
_NAME = re.compile(r"[\w][\w .@-]{0,63}")
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody has this password")


class Role(StrEnum):
    """What somebody may do: read; judge; look after users and the ledger's rule."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"

    def may(self, needed: Role) -> bool:
        """Whether this role includes what `needed` may do."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True)
class User:
    """Somebody who may sign in."""

    name: str
    role: Role
    created: datetime
    disabled: bool


def list_users(db: Connection) -> list[User]:
    """All users, by name."""
    query = select(users.c.name, users.c.role, users.c.created, users.c.disabled).order_by(users.c.name)
    return [User(r.name, Role(r.role), r.created, r.disabled) for r in db.execute(query)]


def has_users(db: Connection) -> bool:
    """Whether anybody has to sign in."""
    return bool(db.scalar(select(func.count()).select_from(users)))


def find_user(db: Connection, name: str) -> User | None:
    """The user of that name."""
    return next((u for u in list_users(db) if u.name == name), None)


def add_user(db: Connection, name: str, password: str, role: Role) -> User:
    """Add a user. Raises VedetteError for a bad name, a name that is taken, a password too short."""
    if not _NAME.fullmatch(name):
        raise VedetteError(f"{name!r} cannot be a user's name: letters, digits, space and . @ - up to 64")
    if find_user(db, name):
        raise VedetteError(f"there is a user {name!r} already; change the password with: vedette user password {name}")
    made = User(name, role, now(), False)
    row = {"name": name, "role": role.value, "created": made.created, "disabled": False}
    db.execute(insert(users).values(row | {"password": _hash(password)}))
    return made


def set_password(db: Connection, name: str, password: str) -> None:
    """Give a user another password, which ends all sessions of the old one. Raises VedetteError."""
    _needed(db, name)
    db.execute(update(users).where(users.c.name == name).values(password=_hash(password)))
    db.execute(delete(sessions).where(sessions.c.user == name))


def change_user(db: Connection, name: str, *, role: Role | None = None, disabled: bool | None = None) -> None:
    """Give a user another role, shut him out or let him in again. Raises VedetteError, also for the last admin."""
    user = _needed(db, name)
    loses = user.role is Role.ADMIN and (disabled or (role is not None and role is not Role.ADMIN))
    others = [u for u in list_users(db) if u.role is Role.ADMIN and not u.disabled and u.name != name]
    if loses and not others:
        raise VedetteError(f"{name} is the last admin; make another one first")
    values = {"role": role.value} if role else {}
    db.execute(update(users).where(users.c.name == name).values(values | _flag(disabled)))
    if disabled:
        db.execute(delete(sessions).where(sessions.c.user == name))


def _flag(disabled: bool | None) -> dict[str, object]:
    return {} if disabled is None else {"disabled": disabled}


def remove_user(db: Connection, name: str) -> None:
    """Remove a user; judgements keep the name. Raises VedetteError."""
    _needed(db, name)
    db.execute(delete(sessions).where(sessions.c.user == name))
    db.execute(delete(users).where(users.c.name == name))


def check_password(db: Connection, name: str, password: str) -> User | None:
    """The user if the password is right and he is not shut out. Takes the same time for a name that there is not."""
    kept = db.scalar(select(users.c.password).where(users.c.name == name))
    try:
        right = _HASHER.verify(kept or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return None
    if kept is None or not right:
        return None
    if _HASHER.check_needs_rehash(kept):
        db.execute(update(users).where(users.c.name == name).values(password=_HASHER.hash(password)))
    user = find_user(db, name)
    return user if user and not user.disabled else None


def _needed(db: Connection, name: str) -> User:
    user = find_user(db, name)
    if user is None:
        raise VedetteError(f"there is no user {name!r}; see: vedette user list")
    return user


def _hash(password: str) -> str:
    if len(password) < LEAST:
        raise VedetteError(f"a password has {LEAST} characters at least; a few words in a row are easy to keep")
    return _HASHER.hash(password)
