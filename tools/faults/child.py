"""A process that does some work, tells what it has confirmed, and is killed at a chosen moment."""

from __future__ import annotations

import os
import random
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Landed(StrEnum):
    """Where a kill fell."""

    BEFORE = "before_any_confirmation"
    AT_ONCE = "at_once_after_a_confirmation"
    LATER = "later"


@dataclass(frozen=True)
class Doom:
    """SIGKILL so many seconds after so many confirmations were told; with 0 of them, after the beginning."""

    lines: int
    seconds: float

    @classmethod
    def draw(cls, chance: random.Random, longest: float) -> Doom:
        """A moment by chance: a sixth from the beginning, the others from a confirmation, half of those at once after.

        A moment counted from the beginning mostly falls into the start, before anything is written.
        """
        lines = chance.choice((0, 1, 1, 2, 4, 5))
        if lines and chance.random() < 0.5:
            return cls(lines, 0.0)
        return cls(lines, chance.choice((chance.uniform(0.0, 0.02), chance.uniform(0.0, longest))))


@dataclass(frozen=True)
class Told:
    """The lines that a child told to their end, and where its kill fell; None where it ended by itself."""

    lines: list[str]
    landed: Landed | None


def in_child(work: Callable[[Callable[[str], None]], None], doom: Doom | None, confirms: Callable[[str], bool]) -> Told:
    """Do `work` in a forked process that is killed as `doom` says; `confirms` tells lines that confirm something new.

    A child that has less to confirm than `doom` waits for ends by itself.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.close(ours)
        try:
            work(lambda line: os.write(theirs, (line + "\n").encode()) and None)
        except BaseException as error:  # The child must end here whatever happens, and tell it.
            os.write(theirs, f"BROKE {type(error).__name__}: {error}\n".encode())
            os._exit(1)
        os._exit(0)
    os.close(theirs)
    kill = _Kill(child, doom)
    kill.heard(0)
    told = b""
    with os.fdopen(ours, "rb", buffering=0) as pipe:
        while part := pipe.read(65536):
            told += part
            kill.heard(sum(map(confirms, told.decode().split("\n")[:-1])))
    _, status = os.waitpid(child, 0)
    kill.over()
    whole = told.decode().split("\n")[:-1]  # a line without its end was never told
    broke = [line for line in whole if line.startswith("BROKE")]
    if broke:
        raise SystemExit(f"the child broke: {broke[0]}")
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
        return Told(whole, None)
    at_once = doom is not None and doom.lines > 0 and doom.seconds == 0.0
    return Told(whole, Landed.BEFORE if not any(map(confirms, whole)) else Landed.AT_ONCE if at_once else Landed.LATER)


class _Kill:
    """Kills a child once, when it has told enough."""

    def __init__(self, child: int, doom: Doom | None) -> None:
        self._child = child
        self._doom = doom
        self._timer: threading.Timer | None = None

    def heard(self, lines: int) -> None:
        """So many confirmations were told by now."""
        if self._doom is None or lines < self._doom.lines:
            return
        if self._doom.seconds == 0.0:
            os.kill(self._child, signal.SIGKILL)  # by this thread, so that no start of another comes in between
        else:
            self._timer = threading.Timer(self._doom.seconds, os.kill, (self._child, signal.SIGKILL))
            self._timer.start()
        self._doom = None

    def over(self) -> None:
        """The child has ended."""
        if self._timer is not None:
            self._timer.cancel()
