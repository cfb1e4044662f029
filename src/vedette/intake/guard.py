"""Reading hostile bytes in a process of its own, with limits on time and memory: what breaks there breaks only that.

The process is started when first asked, serves one call after another, and is started anew after one that did not come
back. A file of many reports is read piece by piece (`each`), so that a piece that breaks the process costs that piece
and none of the others. On systems without `resource` there is no limit on memory.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from vedette.errors import IntakeError, VedetteError

T = TypeVar("T")
SECONDS = 60.0
_STARTING = 120.0
"""Seconds that a new process may take to load what it reads with."""
MEMORY = 4 << 30
"""Address space in bytes; what is in use is far less."""
_EACH, _AT, _READ, _LOST, _END = "each", "at", "read", "lost", "end"
"""What the two processes tell each other of pieces."""


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A part of a file that can be read by itself: where it stands, and what reads it when it is called."""

    where: str
    read: Callable[[], T]


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece that could not be read: where it stands, and why, in one line."""

    where: str
    reason: str


class Guard:
    """Calls functions of modules with bytes in another process. A context manager. For one thread at a time."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: multiprocessing.process.BaseProcess | None = None
        self._ours: Connection | None = None
        self._loading = False

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

    def each(
        self, split: Callable[..., Iterator[Piece[T]]], *args: Any, patience: float = 0.0
    ) -> Generator[T | Lost, None, None]:
        """What each piece is read to, in order; a piece over which the process breaks is lost, and no other.

        `split`: a function of a module; the pieces that it yields are read in the other process, after which it must
        give the same ones again for the same arguments. `patience`: seconds more that it may take to come to the first.
        Raises the VedetteError that `split` raises; IntakeError where it breaks between two pieces. Nothing else may be
        asked of this guard before the last piece.
        """
        done, ended = 0, False
        try:
            while not ended:
                where, reason = None, "what reads it broke down over it: given up"
                try:
                    ours = self._ready()
                    ours.send((_EACH, (split, args, done)))
                    wait = self._seconds + patience
                    while ours.poll(wait):
                        wait = self._seconds
                        told, answer = ours.recv()
                        if told == _AT:
                            where = answer
                            continue
                        if told == _END:
                            ended = True
                            break
                        done, at, where = done + 1, where, None
                        yield answer if told == _READ else Lost(str(at), str(answer))
                    else:
                        reason = f"could not be read within {wait:g} seconds: given up"
                except (EOFError, OSError):
                    pass
                if ended:
                    if answer is not None:
                        raise answer
                    return
                self._end()
                if where is None:
                    raise IntakeError(reason)
                done += 1
                yield Lost(where, reason)
        finally:
            if not ended:
                self._end()

    def make_room(self, memory: int) -> None:
        """Let the process have so many bytes of address space at least, from the next call on."""
        if memory > self._memory:
            self._end()
            self._memory = memory

    def start(self) -> None:
        """Have the process load what it reads with, while this one does something else."""
        if self._ours is None:
            context = multiprocessing.get_context("spawn")
            self._ours, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
            self._process.start()
            theirs.close()
            self._loading = True

    def _ready(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self._end()
        self.start()
        assert self._ours is not None
        if self._loading and not (self._ours.poll(_STARTING) and self._ours.recv()):
            self._end()
            raise IntakeError("the process that reads hostile bytes does not start")
        self._loading = False
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

    def each(
        self,
        split: Callable[..., Iterator[Piece[T]]],
        *args: Any,
        patience: float = 0.0,  # noqa: ARG002
    ) -> Generator[T | Lost, None, None]:
        """As `Guard.each`, without limits."""
        for piece in _pieces(split, args):
            try:
                yield _attempt(piece.read, ())
            except VedetteError as error:
                yield Lost(piece.where, str(error))

    def make_room(self, memory: int) -> None:
        """Nothing: there is no limit."""


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
        if function == _EACH:
            try:
                _tell_each(calls, *args)
            except (OSError, MemoryError):
                return
            continue
        try:
            answer: tuple[bool, Any] = (True, _attempt(function, args))
        except VedetteError as error:
            answer = (False, type(error)(str(error)))
        try:
            calls.send(answer)
        except (OSError, MemoryError):
            return


def _tell_each(
    calls: Connection, split: Callable[..., Iterator[Piece[Any]]], args: tuple[Any, ...], begin: int
) -> None:
    """Read the pieces from number `begin` on, telling of each before it is read."""
    try:
        for number, piece in enumerate(_pieces(split, args)):
            if number < begin:
                continue
            calls.send((_AT, piece.where))
            try:
                told: tuple[str, Any] = (_READ, _attempt(piece.read, ()))
            except VedetteError as error:
                told = (_LOST, str(error))
            calls.send(told)
    except VedetteError as error:
        calls.send((_END, type(error)(str(error))))
    else:
        calls.send((_END, None))


def _pieces(split: Callable[..., Iterator[Piece[T]]], args: tuple[Any, ...]) -> Iterator[Piece[T]]:
    pieces = _attempt(split, args)
    while (piece := _attempt(next, (pieces, None))) is not None:
        yield piece


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
