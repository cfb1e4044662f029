"""`vedette user`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.options import format_option, ledger_option
from vedette.cli.output import emit

if TYPE_CHECKING:
    from sqlalchemy import Connection

ROLES = ("reader", "analyst", "admin")
role_option = click.option(
    "--role",
    type=click.Choice(ROLES),
    default="analyst",
    show_default=True,
    help="A reader reads; an analyst judges too; an admin also looks after users.",
)


@click.group("user")
def command() -> None:
    """Give and take sign-ins for the workbench.

    Once there is a user, everybody has to sign in. Passwords are asked for on the terminal, or read as one line from
    standard input; the ledger keeps only what argon2 makes of them.
    """


@contextmanager
def _users(ledger: str) -> Iterator[tuple[Connection, Any]]:
    from vedette.ledger.locks import one_writer
    from vedette.ledger.store import open_ledger
    from vedette.products.extras import need

    people = need("vedette.workbench.people.users", "a sign-in", "workbench")
    with open_ledger(ledger, create=False).begin() as db:
        one_writer(db)
        yield db, people


def _password() -> str:
    if sys.stdin.isatty():
        given: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return given
    return sys.stdin.readline().rstrip("\n")


@command.command("add")
@click.argument("name", metavar="NAME")
@role_option
@ledger_option
def add(name: str, role: str, ledger: str) -> None:
    """Add a user, and ask for a password."""
    password = _password()
    with _users(ledger) as (db, people):
        people.add_user(db, name, password, people.Role(role))
    click.echo(f"{name} may sign in as {role}")


@command.command("list")
@format_option
@ledger_option
def list_(form: str, ledger: str) -> None:
    """List the users."""
    with _users(ledger) as (db, people):
        rows = [
            {"name": u.name, "role": u.role.value, "since": f"{u.created:%Y-%m-%d}", "shut out": u.disabled}
            for u in people.list_users(db)
        ]
    emit(rows, form, ("name", "role", "since", "shut out"), empty="No users: nobody has to sign in.")


@command.command("password")
@click.argument("name", metavar="NAME")
@ledger_option
def password(name: str, ledger: str) -> None:
    """Give a user another password; whoever is signed in by the old one is signed out."""
    given = _password()
    with _users(ledger) as (db, people):
        people.set_password(db, name, given)
    click.echo(f"{name} has a new password")


@command.command("role")
@click.argument("name", metavar="NAME")
@click.argument("role", type=click.Choice(ROLES))
@ledger_option
def role(name: str, role: str, ledger: str) -> None:
    """Give a user another role."""
    with _users(ledger) as (db, people):
        people.change_user(db, name, role=people.Role(role))
    click.echo(f"{name} is {role}")


@command.command("remove")
@click.argument("name", metavar="NAME")
@ledger_option
def remove(name: str, ledger: str) -> None:
    """Remove a user; the judgements that he signed stay."""
    with _users(ledger) as (db, people):
        people.remove_user(db, name)
    click.echo(f"{name} may sign in no more")
