"""A pool of Ray actors that outlives its members: work of one that is lost is done by another.

Ray's own restarts wait for room on a machine that may never come back; here work goes to whoever is ready, and
a new member joins when the cluster has room for it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ray
from ray.exceptions import RayError, RayTaskError

from vedette.errors import VedetteError
from vedette.knowledge.pack import Knowledge
from vedette.ledger.ingest import extraction_version
from vedette.reading.language import language

TRIES = 4
"""Workers that one batch may outlive: one that always ends its worker must not end them all."""
PATIENCE = 300.0
"""Seconds without any worker before the cluster is given up."""


class Member:
    """The actor: loads the pipeline and the knowledge once, then does what it is given."""

    def __init__(self, root: Path | None, packs: tuple[str, ...]) -> None:
        self._nlp = language()
        self._knowledge = Knowledge.load(root, packs)

    def version(self) -> str:
        """What its claims are a function of."""
        return extraction_version(self._nlp, self._knowledge)

    def do(self, work: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """What `work`, a function of a module, makes of pipeline, knowledge and `args`."""
        return work(self._nlp, self._knowledge, *args)


@dataclass(slots=True)
class _Task:
    work: Callable[..., Any]
    args: Any
    tries: int = 0
    done: bool = False
    answer: Any = None
    error: VedetteError | None = field(default=None)


class Pool:
    """So many members at most. Everything happens while somebody waits for an answer; no thread is started."""

    def __init__(self, size: int, root: Path | None, packs: tuple[str, ...]) -> None:
        self.lost = 0
        self._made = ray.remote(num_cpus=1, max_restarts=0)(Member)
        self._given = (root, packs)
        self._version: str | None = None
        self._starting: dict[Any, Any] = {}
        self._busy: dict[Any, tuple[Any, _Task]] = {}
        self._idle: list[Any] = []
        self._queue: deque[_Task] = deque()
        self._alive = time.monotonic()
        for _ in range(size):
            self._start()

    def submit(self, work: Callable[..., Any], *args: Any) -> Callable[[], Any]:
        """Hand in work; what is returned waits for the answer. Raises VedetteError where it cannot be had."""
        task = _Task(work, ray.put(args))
        self._queue.append(task)
        self._hand_out()

        def wait() -> Any:
            while not task.done:
                self._step()
            if task.error is not None:
                raise task.error
            return task.answer

        return wait

    def end(self) -> None:
        """Let all members go."""
        for member in (*self._starting.values(), *self._idle, *(m for m, _ in self._busy.values())):
            ray.kill(member)
        self._starting, self._busy, self._idle = {}, {}, []

    def _start(self) -> None:
        member = self._made.remote(*self._given)
        self._starting[member.version.remote()] = member

    def _hand_out(self) -> None:
        while self._queue and self._idle:
            task, member = self._queue.popleft(), self._idle.pop()
            self._busy[member.do.remote(task.work, task.args)] = (member, task)

    def _step(self) -> None:
        """Take in what is there, waiting for a second at most, and hand out what is next."""
        refs = [*self._busy, *self._starting]
        ready, _ = ray.wait(refs, num_returns=1, timeout=1.0) if refs else ([], [])
        for ref in ready:
            if ref in self._starting:
                self._join(ref)
            else:
                self._finish(ref)
        self._hand_out()
        if self._busy or self._idle:
            self._alive = time.monotonic()
        elif time.monotonic() - self._alive > PATIENCE:
            raise VedetteError(
                f"no worker of the cluster has been ready for {PATIENCE:g} seconds: is Vedette installed on its "
                "machines, and is a processor free?"
            )

    def _join(self, ref: Any) -> None:
        member = self._starting.pop(ref)
        try:
            version = ray.get(ref)
        except RayTaskError as error:
            raise VedetteError(f"a worker of the cluster does not start: {_words(error)}") from error
        except RayError:
            self._replace()
            return
        self._version = self._version or version
        if version != self._version:
            raise VedetteError(
                f"the cluster's machines have different versions of Vedette, its knowledge or its places: "
                f"{version} and {self._version}; install the same on all"
            )
        self._idle.append(member)

    def _finish(self, ref: Any) -> None:
        member, task = self._busy.pop(ref)
        try:
            task.answer = ray.get(ref)
            task.done = True
            self._idle.append(member)
        except RayTaskError as error:
            cause = error.cause
            task.error = cause if isinstance(cause, VedetteError) else VedetteError(f"a worker failed: {_words(error)}")
            task.done = True
            self._idle.append(member)
        except RayError as error:
            # The worker, its machine, or the answer on it is lost.
            task.tries += 1
            if task.tries >= TRIES:
                task.error = VedetteError(
                    f"{TRIES} workers ended over the same reports, perhaps for want of memory: {_words(error)}"
                )
                task.done = True
            else:
                self._queue.appendleft(task)
            ray.kill(member)
            self._replace()

    def _replace(self) -> None:
        self.lost += 1
        self._start()


def _words(error: Exception) -> str:
    return str(error).strip().splitlines()[-1] if str(error).strip() else type(error).__name__
