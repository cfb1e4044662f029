"""Extraction by several processes of one machine: the same claims as by one, in the same order.

Each process loads the language pipeline and the knowledge for itself and is given whole batches of reports. The
processes are started afresh and not forked, which is the same on every system and safe beside threads.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from spacy.language import Language

from vedette.errors import VedetteError
from vedette.extraction.extract import Failure, extract_each
from vedette.knowledge.pack import Knowledge
from vedette.model.claim import Claim
from vedette.model.report import Report
from vedette.reading.language import language
from vedette.reading.parse import BATCH

T = TypeVar("T")


class Workers:
    """Processes that extract. A context manager: they end with it, or with the process that started them."""

    def __init__(self, processes: int, knowledge: Knowledge):
        self.processes = processes
        self._pool = ProcessPoolExecutor(
            processes,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(knowledge.root, knowledge.packs),
        )

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def ask(self, question: Callable[[Language, Knowledge], T]) -> T:
        """What `question`, a function of a module, answers in a worker. Raises VedetteError where the worker ends."""
        return _result(self._pool.submit(_ask, question))

    def submit(self, reports: Sequence[Report]) -> Callable[[], list[list[Claim] | Failure]]:
        """Hand in a batch; what is returned waits for the claims of each report. Raises VedetteError as `ask` does."""
        future = self._pool.submit(_claims, list(reports))
        return lambda: _result(future)

    def extract(self, reports: Iterable[Report]) -> Iterator[tuple[Report, list[Claim]]]:
        """As `vedette.extraction.extract.extract`; a few batches are under way at any time.

        Raises VedetteError where reading breaks over a report.
        """
        rest = iter(reports)
        waiting: deque[tuple[list[Report], Callable[[], list[list[Claim] | Failure]]]] = deque()
        while True:
            batch = list(islice(rest, BATCH))
            if batch:
                waiting.append((batch, self.submit(batch)))
            if not waiting:
                return
            if not batch or len(waiting) > 2 * self.processes:
                first, claims = waiting.popleft()
                for report, found in zip(first, claims(), strict=True):
                    if isinstance(found, Failure):
                        raise VedetteError(f"{report.ref}: {found.reason}")
                    yield report, found


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _result(future: Future[T]) -> T:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise VedetteError(
            "a worker process ended before its time, perhaps for want of memory: try again with --processes 1"
        ) from error


_knowledge: Knowledge
"""A worker's own."""


def _begin(root: Path, packs: tuple[str, ...]) -> None:
    """Make ready in a new worker. Stopping is for the first process to decide; when that is gone, the worker goes."""
    global _knowledge
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _knowledge = Knowledge.load(root, packs)
    language()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _ask(question: Callable[[Language, Knowledge], T]) -> T:
    return question(language(), _knowledge)


def _claims(reports: list[Report]) -> list[list[Claim] | Failure]:
    return extract_each(reports, language(), _knowledge)
