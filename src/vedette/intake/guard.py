"""Reading hostile bytes in a process of its own, with limits on time and memory: what breaks there breaks only that.

The process is started when first asked, serves one call after another, and is started anew after one that did not come
back. On systems without `resource` there is no limit on memory.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from vedette.errors import IntakeError, VedetteError

T = TypeVar("T")
SECONDS = 60.0
_STARTING = 120.0
"""Seconds that a new process may take to load what it reads with."""
MEMORY = 4 << 30
"""Address space in bytes; what is in use is far less."""


class Guard:
    """Calls functions of modules with bytes in another process. A context manager. For one thread at a time."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: multiprocessing.process.BaseProcess | None = None
        self._ours: Connection | None = None

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def call(self, function: Callable[..., T], *args: Any) -> T:
        """What `function`, of a module and with arguments that can be sent, returns.

        Raises the VedetteError that it raises; IntakeError where it breaks in any other way, takes too long or needs
        too much memory.
        """
        ours = self._ready()
        try:
            ours.send((function, args))
            if not ours.poll(self._seconds):
                self._end()
                raise IntakeError(f"could not be read within {self._seconds:g} seconds: given up")
            good, answer = ours.recv()
        except (EOFError, OSError) as error:
            self._end()
            raise IntakeError("what reads it broke down over it: given up") from error
        if not good:
            raise answer
        result: T = answer
        return result

    def _ready(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self._end()
        if self._ours is None:
            context = multiprocessing.get_context("spawn")
            self._ours, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
            self._process.start()
            theirs.close()
            if not self._ours.poll(_STARTING) or not self._ours.recv():
                self._end()
                raise IntakeError("the process that reads hostile bytes does not start")
        return self._ours

    def _end(self) -> None:
        if self._ours is not None:
            self._ours.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._ours = self._process = None


class Unguarded:
    """The same in this process, for programs that bring their own limits."""

    def call(self, function: Callable[..., T], *args: Any) -> T:
        """As `Guard.call`, without limits."""
        return _attempt(function, args)


AnyGuard = Guard | Unguarded


def _serve(calls: Connection, memory: int) -> None:
    """Answer calls until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    importlib.import_module("vedette.intake.files")
    calls.send(True)
    while True:
        try:
            function, args = calls.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[bool, Any] = (True, _attempt(function, args))
        except VedetteError as error:
            answer = (False, type(error)(str(error)))
        try:
            calls.send(answer)
        except (OSError, MemoryError):
            return


def _attempt(function: Callable[..., T], args: tuple[Any, ...]) -> T:
    try:
        return function(*args)
    except VedetteError:
        raise
    except MemoryError as error:
        raise IntakeError("needs more memory than one report may: given up") from error
    except RecursionError as error:
        raise IntakeError("is nested too deep to be read") from error
    except Exception as error:  # Parsers of hostile bytes fail in every way there is; it is that report's failure.
        raise IntakeError(f"cannot be read: {type(error).__name__}") from error
