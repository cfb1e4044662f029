"""Workers on a Ray cluster: the same questions as `vedette.extraction.workers.Workers` answers on one machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from spacy.language import Language

from vedette.bulk.sources import require
from vedette.errors import VedetteError
from vedette.extraction.extract import Failure, extract_each
from vedette.knowledge.pack import Knowledge, default_root
from vedette.linking.judged import Judged
from vedette.linking.lore import Lore
from vedette.linking.spread import Linked, link_spread
from vedette.linking.told import Told
from vedette.model.claim import Claim
from vedette.model.report import Report

PARTS = 4
"""Parts a worker in linking: some take longer than others."""
P = ParamSpec("P")
T = TypeVar("T")


class Cluster:
    """A running cluster, or one of this machine alone that ends with this. A context manager."""

    def __init__(self, knowledge: Knowledge, *, address: str | None = None, workers: int | None = None) -> None:
        require("ray")
        import ray

        from vedette.bulk.pool import Pool

        # Nothing is told to anyone on what is read here.
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR", "configure_logging": False}
        self._ours = not ray.is_initialized()
        try:
            if self._ours:
                ray.init(address or "local", **quiet, **({} if address else {"include_dashboard": False}))
            cores = int(ray.cluster_resources().get("CPU", 0))
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise VedetteError(f"no Ray cluster answers at {address or 'this machine'}: {error}") from error
        self.processes = workers or max(cores, 1)
        root = None if knowledge.root == default_root() else knowledge.root
        self._pool = Pool(self.processes, root, knowledge.packs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        import ray

        self._pool.end()
        if self._ours:
            ray.shutdown()

    @property
    def lost(self) -> int:
        """How many workers ended before their time, and were replaced."""
        return self._pool.lost

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
        """Have a worker call a function of a module; what is returned waits for its answer. Raises VedetteError.

        Where the worker or its machine ends, another does it: the function must be one of its arguments only.
        """
        return self._pool.submit(_call, function, args, kwargs)

    def link_all(self, claims: Iterable[Told], given: Judged) -> Linked:
        """Link all claims in parts by place and time, a worker each, as `vedette.ledger.sync.link_here` does alone."""
        return link_spread(claims, given, self._run_with_lore, self.processes * PARTS)

    def _run_with_lore(self, work: Callable[..., T], *args: Any) -> Callable[[], T]:
        return self._pool.submit(_with_lore, work, args)

    def ask(self, question: Callable[[Language, Knowledge], T]) -> T:
        """What `question`, a function of a module, answers in a worker."""
        answer: T = self._pool.submit(_ask, question)()
        return answer

    def submit(self, reports: Sequence[Report]) -> Callable[[], list[list[Claim] | Failure]]:
        """Hand in a batch; what is returned waits for the claims of each report."""
        return self._pool.submit(_claims, list(reports))


def _call(_nlp: Language, _knowledge: Knowledge, function: Callable[..., T], args: Any, kwargs: Any) -> T:
    return function(*args, **kwargs)


def _with_lore(_nlp: Language, knowledge: Knowledge, work: Callable[..., T], args: Any) -> T:
    return work(Lore.of(knowledge), *args)


def _ask(nlp: Language, knowledge: Knowledge, question: Callable[[Language, Knowledge], T]) -> T:
    return question(nlp, knowledge)


def _claims(nlp: Language, knowledge: Knowledge, reports: list[Report]) -> list[list[Claim] | Failure]:
    return extract_each(reports, nlp, knowledge)
