"""A watch put together: archive, fetching, guarded reading, the language pipeline, all closed in the end."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sqlalchemy import Engine

from vedette import __version__
from vedette.intake.files import Read, Refused
from vedette.intake.guard import AnyGuard, Guard
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.ingest import Outcome, ingest
from vedette.reading.language import language
from vedette.watch.archive import Archive
from vedette.watch.config import Feeds
from vedette.watch.keep import Keeper
from vedette.watch.lock import only_one
from vedette.watch.net.fetch import Fetcher
from vedette.watch.net.manners import Manners
from vedette.watch.read import Reader
from vedette.watch.round import Tell, Watch


def agent_of(feeds: Feeds) -> str:
    """The name by which a watch goes, with the address of whom it runs for."""
    return f"Vedette/{__version__} (+{feeds.contact})"


@contextlib.contextmanager
def open_watch(
    engine: Engine,
    feeds: Feeds,
    tell: Tell,
    stop: threading.Event,
    *,
    fetcher: Fetcher | None = None,
    guard: AnyGuard | None = None,
    after: Callable[[], None] = lambda: None,
) -> Iterator[Watch]:
    """A watch over the sources of `feeds` into the ledger of `engine`.

    `after` is called at the end of each round. `fetcher` and `guard` are given by programs that bring their own.
    Raises VedetteError where another watch writes to the same archive.
    """
    fetcher = fetcher or Fetcher(agent_of(feeds), feeds.allowed, feeds.net_limits())
    folder = Path(feeds.archive)

    def take_in(items: Iterable[Read | Refused]) -> Iterator[Outcome]:
        # The pipeline takes seconds to load: only once there is something to read.
        wanted = list(items)
        return ingest(engine, wanted, language(), default_knowledge()) if wanted else iter(())

    with contextlib.ExitStack() as held:
        held.enter_context(only_one(folder))
        archive = held.enter_context(Archive(folder))
        safe = guard if guard is not None else held.enter_context(Guard())
        yield Watch(
            engine=engine,
            feeds=feeds,
            fetcher=fetcher,
            manners=Manners(fetcher, feeds.pause.total_seconds()),
            keeper=Keeper(engine, archive, feeds, safe),
            reader=Reader(engine, folder, safe, take_in),
            stop=stop,
            tell=tell,
            after=after,
        )
