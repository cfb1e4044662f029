"""Manners: what robots.txt allows, and how long to wait between two requests to one host."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from vedette.errors import FetchError
from vedette.watch.net.fetch import Fetcher

_MOST = 512_000
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""
_KEPT = 86_400.0
"""Seconds for which one is taken to hold (RFC 9309, 2.4)."""
_RETRY = 600.0
_SLOWEST = 120.0
"""Seconds between requests that a site may ask for; one that asks for more is asked for by hand."""


class Manners:
    """What each host allows, and when it was last spoken to. Safe between threads."""

    def __init__(self, fetcher: Fetcher, pause: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._fetcher = fetcher
        self._pause = pause
        self._clock = clock
        self._rules: dict[str, tuple[float, Protego | None]] = {}
        self._last: dict[str, float] = {}
        self._lock = threading.Lock()

    def check(self, url: str) -> None:
        """Raise FetchError where the host's robots.txt asks not to be visited there, or cannot be had."""
        rules = self._of(url)
        if rules is None:
            raise FetchError("its robots.txt cannot be had now, so nothing else is asked for")
        if not rules.can_fetch(url, self._fetcher.agent.partition("/")[0]):
            raise FetchError("its robots.txt asks not to be read there", final=True)

    def wait(self, url: str, stop: threading.Event) -> None:
        """Wait until this host may be spoken to again, or `stop` is set."""
        host = urlsplit(url).netloc
        with self._lock:
            ready = self._last.get(host, 0.0) + self._between(host)
            now = self._clock()
            self._last[host] = max(now, ready)
        if ready > now:
            stop.wait(ready - now)

    def _between(self, host: str) -> float:
        kept = self._rules.get(host)
        told = kept[1].crawl_delay(self._fetcher.agent.partition("/")[0]) if kept and kept[1] else None
        return min(max(self._pause, float(told or 0)), _SLOWEST)

    def _of(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        with self._lock:
            kept = self._rules.get(parts.netloc)
        if kept is None or kept[0] < self._clock():
            rules = self._ask(f"{parts.scheme}://{parts.netloc}/robots.txt")
            kept = (self._clock() + (_KEPT if rules is not None else _RETRY), rules)
            with self._lock:
                self._rules[parts.netloc] = kept
        return kept[1]

    def _ask(self, url: str) -> Protego | None:
        """What it says; everything is allowed where there is none (4xx), nothing where it cannot be had."""
        try:
            got = self._fetcher.get(url, accept="text/plain, */*;q=0.1")
        except FetchError as error:
            return Protego.parse("") if error.absent else None
        text = got.body[:_MOST].decode("utf-8", "replace")
        try:
            return Protego.parse(text)
        except Exception:  # Third-party parsing of what anyone may write: unreadable rules allow nothing.
            return None
