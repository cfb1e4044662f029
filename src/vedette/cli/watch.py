"""`vedette watch`."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.options import ledger_option
from vedette.cli.output import emit

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from vedette.watch.config import Feeds
    from vedette.watch.round import Watch

_COLUMNS = ("source", "health", "last_success", "next", "reports", "a_day", "undated", "waiting", "refused", "why")


@click.command("watch")
@click.argument("feeds", type=click.Path(dir_okay=False, path_type=Path), default=Path("feeds.yaml"))
@click.option("--once", is_flag=True, help="One round, for cron: what is due is fetched and read, then it ends.")
@click.option("--status", is_flag=True, help="Tell how each source does, and what failed; nothing is fetched.")
@click.option(
    "--alerts",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Rules of alerts [default: alerts.yaml beside FEEDS, where there is one].",
)
@click.option("--quiet", is_flag=True, help="Tell of failures only.")
@ledger_option
def command(feeds: Path, once: bool, status: bool, alerts: Path | None, quiet: bool, ledger: str) -> int:
    """Read the sources that FEEDS names [default: feeds.yaml], round the clock, until stopped.

    What was fetched is kept as it came, in WARC files. A kill at any moment loses nothing that was told as kept or
    read, and nothing is taken in twice. docs/watch.md tells what to write into FEEDS.
    """
    from vedette.ledger.store import open_ledger
    from vedette.products.extras import need

    for module in ("urllib3", "warcio", "protego", "feedparser"):
        need(module, "watching", "watch")
    from vedette.watch.config import load_feeds

    given = load_feeds(feeds)
    if status:
        return _status(open_ledger(ledger, create=False), given)
    return _run(open_ledger(ledger), given, alerts or _beside(feeds), once=once, quiet=quiet)


def _run(engine: Engine, given: Feeds, rules: Path | None, *, once: bool, quiet: bool) -> int:
    from vedette.watch.open import open_watch

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())

    def tell(line: str) -> None:
        if not quiet or line.startswith("failed") or ": refused" in line:
            click.echo(line)
            sys.stdout.flush()

    after = _alerting(engine, given, rules, tell) if rules is not None else lambda: None
    with open_watch(engine, given, tell, stop, after=after) as watch:
        while not stop.is_set():
            wait = _round(watch, once=once)
            if once:
                break
            stop.wait(wait)
    click.echo("stopped; what was told as kept or read stays" if stop.is_set() else "done", err=True)
    return 0


def _beside(feeds: Path) -> Path | None:
    """The rules of alerts that lie beside the file of sources, None where there are none."""
    path = feeds.with_name("alerts.yaml")
    return path if path.is_file() else None


def _alerting(engine: Engine, given: Feeds, path: Path, tell: Callable[[str], None]) -> Callable[[], None]:
    """What is done at the end of each round: rules are asked, and what is due is sent."""
    from vedette.watch.alerts.detect import detect
    from vedette.watch.alerts.rules import load_alerts
    from vedette.watch.alerts.send import send_due
    from vedette.watch.net.fetch import Fetcher
    from vedette.watch.open import agent_of
    from vedette.watch.state import now, writing

    rules = load_alerts(path)
    fetcher = Fetcher(agent_of(given), given.allowed, given.net_limits())

    def after() -> None:
        with writing(engine) as db:
            detect(db, rules, now())
        for line in send_due(engine, rules, fetcher, now()):
            tell(line)

    with writing(engine) as db:
        detect(db, rules, now())
    return after


def _round(watch: Watch, *, once: bool) -> float:
    """One round; return the seconds until the next. A full disk or a busy ledger is waited out, and told."""
    from vedette.errors import LedgerError, VedetteError
    from vedette.watch.round import is_full
    from vedette.watch.state import now

    try:
        tally = watch.round()
    except (OSError, LedgerError) as error:
        if not isinstance(error, LedgerError) and not is_full(error):
            raise
        why = "the disk is full: make room" if is_full(error) else str(error)
        if once:
            raise VedetteError(f"{why}; nothing that was confirmed is lost") from error
        watch.tell(f"failed: {why}; nothing that was confirmed is lost, trying again in a minute")
        return 60.0
    if tally.kept or tally.failed:
        watch.tell(f"round: {tally.kept} kept, {tally.same} unchanged, {tally.failed} failed")
    return max(0.5, (watch.next_due() - now()).total_seconds())


def _status(engine: Engine, given: Feeds) -> int:
    from vedette.watch.status import failures, health

    with engine.connect() as db:
        found = health(db, [s.name for s in given.sources])
        wrong = failures(db)
    rows: list[dict[str, Any]] = [
        {
            "source": h.name,
            "health": h.health,
            "last_success": h.succeeded.isoformat(" ", "minutes") if h.succeeded else "never",
            "next": h.due.isoformat(" ", "minutes") if h.due else "now",
            "reports": h.reports,
            "a_day": h.a_day,
            "undated": h.undated,
            "waiting": h.waiting,
            "refused": h.refused + h.given_up,
            "why": f"{h.failure} ({h.failures} times)" if h.failure else "",
        }
        for h in found
    ]
    emit(rows, "table", _COLUMNS, empty="no source was looked at yet")
    if wrong:
        click.echo("\nnot had or not read, the latest first:")
        for source, url, why in wrong:
            click.echo(f"  {source}: {url}: {why}")
    return 1 if any(h.failures for h in found) else 0
