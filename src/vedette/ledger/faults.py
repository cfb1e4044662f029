"""What goes wrong between Vedette and a database, in words that say what to do. A password is never among them."""

from __future__ import annotations

import re
import sqlite3

from sqlalchemy import URL, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError

from vedette.errors import LedgerError

_PASSWORD = re.compile(r"(://[^:/@\s]*):[^@\s]*@")
_Signs = tuple[tuple[str, str], ...]
# What the database says, and what it means for a person; {at} is the ledger, {user} and {name} are of its URL.
_SERVER: _Signs = (
    ("password authentication failed", "the server refuses the password of {user}; put the right one into PGPASSWORD"),
    ("no password supplied", "the server asks for the password of {user}; put it into PGPASSWORD or ~/.pgpass"),
    ("no pg_hba.conf entry", "the server lets {user} in from other machines only; ask who keeps it"),
    ('database "', "the server has no such database; make it with: createdb -E UTF8 -T template0 {name}"),
    ('role "', "the server knows no user {user}; make one with: createuser {user}"),
    ("could not translate host name", "the server's name leads nowhere; is it spelt right?"),
    ("failed to resolve host", "the server's name leads nowhere; is it spelt right?"),
    ("connection refused", "no PostgreSQL server answers there; is it running?"),
    ("no such file or directory", "no PostgreSQL server answers there; is it running?"),
    ("timeout expired", "no PostgreSQL server answers there; is it running?"),
    ("too many clients", "the server has no connection left; try again later"),
    ("too many connections", "the server has no connection left; try again later"),
    ("permission denied", "{user} may not write there; its owner can let: grant create on schema public to {user}"),
    ("read-only transaction", "the server takes no changes; it may be a standby"),
    ("lock timeout", "another program has been writing for ten minutes; try again when it is done"),
    ("terminating connection", "the server ended the connection; what was confirmed stays"),
    ("server closed the connection", "the server ended the connection; what was confirmed stays"),
    ("no space left", "the server's disk is full; what was confirmed stays"),
)  # fmt: skip
_FILE: _Signs = (
    ("database is locked", "another program has been writing for ten minutes; try again when it is done"),
    ("disk is full", "the disk is full; what was confirmed stays: make room and start again"),
    ("disk i/o error", "the disk cannot be read or written: is it full, or was it taken away?"),
    ("readonly database", "it may only be read: look at who owns the file and its folder"),
    ("unable to open", "its folder is not there, or may not be written"),
    ("is not a database", "the file is no ledger: choose another, or bring back a backup"),
    ("malformed", "the file is damaged: bring back a backup"),
)


def masked(url: str) -> str:
    """A ledger's URL without the password in it, fit to be shown."""
    try:
        return make_url(url).render_as_string(hide_password=True).replace(":***@", "@")
    except (ArgumentError, ValueError):
        return _PASSWORD.sub(r"\1@", url)


def in_words(context: ExceptionContext) -> LedgerError | None:
    """What SQLAlchemy is to raise for what a person can do something about; a listener of `handle_error`."""
    if context.is_pre_ping:
        return None  # the pool makes another connection
    url = context.engine.url if context.engine is not None else None
    told = words_of(context.original_exception, url)
    return LedgerError(told) if told is not None else None


def words_of(error: BaseException, url: URL | None) -> str | None:
    """A database's error in one line; None for one that is Vedette's own fault, or passes when tried again."""
    if isinstance(error, sqlite3.DatabaseError):
        known, at = _FILE, url.database if url is not None else "?"
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            return None
    elif type(error).__module__.partition(".")[0] == "psycopg":
        known, at = _SERVER, url.render_as_string(hide_password=True).replace(":***@", "@") if url is not None else "?"
    else:
        return None
    said = " ".join(str(error).split())
    names = {"user": (url.username if url else None) or "the user", "name": (url.database if url else None) or "NAME"}
    for sign, meaning in known:
        if sign in said.lower():
            return f"the ledger at {at} cannot be used: {meaning.format(**names)} ({said})"
    return None
