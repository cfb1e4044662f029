"""Answers that cost much and change seldom, kept until the record changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

_QUICK = 0.1  # seconds; an answer that took less is asked for anew at once
_MOST = 64


class Kept:
    """Answers by name, each with the stamp of the record that it was made of.

    When the record has changed, what is quick is asked for anew. What is slow is given as it was, and made anew
    beside, so that nobody waits: the next who asks has it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: dict[str, tuple[object, float, Any]] = {}
        self._busy: set[str] = set()

    def get(self, name: str, stamp: object, make: Callable[[], T]) -> T:
        """The answer called `name`; `make` makes it, on a connection of its own as it may run beside."""
        with self._lock:
            held = self._answers.get(name)
        if held is not None and held[0] == stamp:
            answer: T = held[2]
            return answer
        if held is None or held[1] < _QUICK:
            return self._make(name, stamp, make)
        with self._lock:
            start = name not in self._busy
            self._busy.add(name)
        if start:
            threading.Thread(target=self._make, args=(name, stamp, make), daemon=True).start()
        old: T = held[2]
        return old

    def _make(self, name: str, stamp: object, make: Callable[[], T]) -> T:
        began = time.perf_counter()
        try:
            answer = make()
            with self._lock:
                if len(self._answers) >= _MOST:
                    self._answers.pop(next(iter(self._answers)))
                self._answers[name] = (stamp, time.perf_counter() - began, answer)
            return answer
        finally:
            with self._lock:
                self._busy.discard(name)
