"""Slowing down those who guess passwords."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_FREE = 5  # tries before anybody has to wait
_LONGEST = 300.0
_FORGET = 3600.0


class Throttle:
    """Failed tries by key (a name, an address); each beyond the fifth doubles the wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: dict[str, tuple[int, float]] = {}

    def wait(self, *keys: str) -> float:
        """Seconds to wait before any of these may try again; 0 where they may now."""
        moment = self._clock()
        with self._lock:
            self._failed = {k: v for k, v in self._failed.items() if moment - v[1] < _FORGET}
            return max((self._left(self._failed.get(key), moment) for key in keys), default=0.0)

    def failed(self, *keys: str) -> None:
        """Count a failed try."""
        with self._lock:
            for key in keys:
                self._failed[key] = (self._failed.get(key, (0, 0.0))[0] + 1, self._clock())

    def passed(self, *keys: str) -> None:
        """Forget the failed tries."""
        with self._lock:
            for key in keys:
                self._failed.pop(key, None)

    @staticmethod
    def _left(found: tuple[int, float] | None, moment: float) -> float:
        if found is None or found[0] < _FREE:
            return 0.0
        return max(0.0, found[1] + min(_LONGEST, 2.0 ** (found[0] - _FREE)) - moment)
