"""A bound on the time that reading may take, so that no text, however it was made, holds a run for ever.

Counted is the processor's time and not the clock's: a busy machine makes no report fail. The bound needs a timer of the
system and the main thread, where signals arrive; elsewhere (Windows, a thread of a server) there is none.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from vedette.model.report import Report

SECONDS = 30.0
"""What a batch may take whatever its length; loading the vocabulary, once a process, is a part of it."""

SECONDS_PER_CHARACTER = 0.002
"""About ten times what long reports take: 0.19 ms a character were measured on 100,000."""

_AGAIN = 1.0
"""Should a library swallow the word to stop, it is told again after so many seconds."""


class OverdueError(Exception):
    """Reading took longer than its text allows."""


def allowance(reports: Sequence[Report]) -> float:
    """Seconds of processor time that taking the claims out of these reports may take."""
    return SECONDS + SECONDS_PER_CHARACTER * sum(len(report.full) for report in reports)


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise OverdueError in the body once it has used so much processor time, where the system can tell."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise OverdueError(f"given up after {seconds:.0f} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
