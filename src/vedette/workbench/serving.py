"""Starting the workbench on a ledger."""

from __future__ import annotations

import gc
import ipaddress
import webbrowser
from collections.abc import Callable, Sequence
from threading import Timer

import uvicorn

from vedette.errors import VedetteError
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.search import index_missing
from vedette.ledger.store import open_ledger
from vedette.ledger.sync import sync
from vedette.workbench.app import create_app
from vedette.workbench.desk import LOOPBACK, Desk
from vedette.workbench.people.users import has_users

_OBJECTS = 100_000
"""Objects made and not dropped again after which garbage is looked for."""


def serve(
    *,
    ledger: str,
    host: str,
    port: int,
    names: Sequence[str],
    https: bool,
    analyst: str,
    browse: bool,
    say: Callable[[str], object],
) -> None:
    """Serve the ledger until stopped. Raises VedetteError where it must not be served so."""
    desk, users = prepare(ledger, host, names, https, analyst)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    say(f"The workbench on {ledger}: {address}  (Ctrl+C stops it)")
    if not users:
        say(f"No users: it serves this machine only, and judgements are signed {analyst!r}. See: vedette user add")
    elif not https and not is_loopback(host):
        say("Without TLS passwords can be read on the way: put it behind a proxy that speaks TLS, and give --https.")
    warm_up()
    if browse:
        Timer(1.0, webbrowser.open, [address]).start()
    uvicorn.run(create_app(desk), host=host, port=port, log_level="warning", access_log=False, server_header=False)


def prepare(ledger: str, host: str, names: Sequence[str], https: bool, analyst: str) -> tuple[Desk, bool]:
    """The desk of a ledger brought up to date, and whether it has users. Raises VedetteError as `serve` does."""
    engine = open_ledger(ledger, create=False)
    with engine.connect() as db:
        users = has_users(db)
    if not users and not is_loopback(host):
        raise VedetteError(
            f"{host} is reached from elsewhere, and nobody has to sign in; add a user first: vedette user add NAME"
        )
    with engine.begin() as db:
        sync(db)
        index_missing(db)
    hosts = (*LOOPBACK, host.lower(), *(name.lower() for name in names))
    return Desk(engine, analyst=analyst, hosts=hosts, https=https), users


def warm_up() -> None:
    """Load what every page takes, and have the collector of garbage leave it alone from now on.

    Else it looks through all of the knowledge again and again while a page of many happenings is made, which took a
    third of the page's time. Garbage is looked for seldom, too: a page makes a hundred thousand objects and drops
    them all at its end, and looking among them every 700 took a quarter of what was left.
    """
    default_knowledge()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own, which no other can reach."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
