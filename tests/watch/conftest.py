"""A site on loopback, and a watch over it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine

from vedette.intake.guard import Unguarded
from vedette.ledger.store import open_ledger
from vedette.watch.config import Feeds, load_feeds
from vedette.watch.net.fetch import Fetcher
from vedette.watch.open import agent_of, open_watch
from watch.servers import Site, serve

Rounds = Callable[..., list[str]]


@pytest.fixture
def site() -> Iterator[Site]:
    with serve(Site()) as site:
        yield site


@pytest.fixture
def engine(new_ledger: Callable[[], str]) -> Iterator[Engine]:
    """An empty ledger, once on SQLite and once on PostgreSQL."""
    engine = open_ledger(new_ledger())
    yield engine
    engine.dispose()


@pytest.fixture
def feeds_of(tmp_path: Path) -> Callable[..., Feeds]:
    """Write a feeds.yaml of these sources and load it; loopback is allowed by its address."""

    def _feeds(*sources: dict[str, Any], **more: Any) -> Feeds:
        told = {"contact": "desk@example.org", "allow": ["127.0.0.1"], "pause": "0 seconds", **more}
        path = tmp_path / "feeds.yaml"
        path.write_text(yaml.safe_dump({**told, "sources": [{"every": "1 second", **s} for s in sources]}))
        return load_feeds(path)

    return _feeds


@pytest.fixture
def watch(engine: Engine) -> Rounds:
    """Run rounds over feeds; return the lines told."""

    def _watch(feeds: Feeds, rounds: int = 1, *, fetcher: Fetcher | None = None, **more: Any) -> list[str]:
        lines: list[str] = []
        fetcher = fetcher or Fetcher(agent_of(feeds), feeds.allowed, feeds.net_limits())
        stop = threading.Event()
        with open_watch(engine, feeds, lines.append, stop, fetcher=fetcher, guard=Unguarded(), **more) as watch:
            for _ in range(rounds):
                watch.round()
        return lines

    return _watch
