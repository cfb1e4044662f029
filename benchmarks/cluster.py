"""What a second worker of a Ray cluster brings, and what one process must do to feed them, in one run.

    cluster.py REPORTS.jsonl [--most N] [--workers 1,2]

REPORTS.jsonl is a table of reports, as `speed.py` takes it. For each number of workers, on a cluster of this machine
alone: seconds by the clock and of processor time, in the workers (intake and extraction) and in the process that
cuts files into batches and writes the ledger; then the linking of all. Workers are ready before the clock starts. The
efficiency by processor time holds on a machine that others use as well: what the clock loses to them is not counted.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language

from vedette.bulk import batches
from vedette.bulk.archive import ingest_by_cluster
from vedette.bulk.cluster import Cluster
from vedette.extraction.extract import extract
from vedette.intake.guard import Unguarded
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.ledger.ingest import Status, finish
from vedette.ledger.store import open_ledger
from vedette.model.claim import Claim
from vedette.model.report import Report


@dataclass(frozen=True)
class Taken:
    """Seconds of one run over so many reports."""

    workers: int
    reports: int
    clock: float
    work: float
    feeding: float
    linking: float


class Timed(Cluster):
    """A cluster that adds up the processor time of its workers."""

    work = 0.0

    def run(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Callable[[], Any]:
        """As that of a cluster."""
        return self._timed(super().run(_timed_call, function, args, kwargs))

    def submit(self, reports: Sequence[Report]) -> Callable[[], list[list[Claim]]]:
        """As that of a cluster."""
        return self._timed(self._pool.submit(_timed_claims, list(reports)))

    def _timed(self, answer: Callable[[], tuple[Any, float]]) -> Callable[[], Any]:
        def wait() -> Any:
            value, seconds = answer()
            self.work += seconds
            return value

        return wait

    def ready(self) -> None:
        """Wait for all workers."""
        while self._pool._starting:
            self._pool._step()


def _timed_call(function: Callable[..., Any], args: Any, kwargs: Any) -> tuple[Any, float]:
    batches._own_guard = Unguarded  # type: ignore[assignment]  # in this process, where its time is seen
    start = time.process_time()
    value = function(*args, **kwargs)
    return value, time.process_time() - start


def _timed_claims(nlp: Language, knowledge: Knowledge, reports: list[Report]) -> tuple[list[list[Claim]], float]:
    start = time.process_time()
    claims = [found for _, found in extract(reports, nlp, knowledge)]
    return claims, time.process_time() - start


def measure(table: Path, workers: int) -> Taken:
    with tempfile.TemporaryDirectory() as folder, Timed(default_knowledge(), workers=workers) as cluster:
        cluster.ready()
        engine = open_ledger(f"{folder}/ledger.db")
        clock, own = time.perf_counter(), time.process_time()
        outcomes = list(ingest_by_cluster(cluster, [str(table)], engine))
        clock, own = time.perf_counter() - clock, time.process_time() - own
        linking = time.process_time()
        finish(engine)  # by this process alone; linking_parts.py tells what the cluster can take of it
        linking = time.process_time() - linking
        new = sum(o.status is Status.NEW for o in outcomes)
        return Taken(workers, new, clock, cluster.work, own, linking)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("table", type=Path, metavar="REPORTS.jsonl")
    parser.add_argument("--most", type=int, metavar="N", help="only the first N reports")
    parser.add_argument("--workers", default="1,2", metavar="N,N", help="numbers of workers [default: 1,2]")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "reports.jsonl"
        with given.table.open(encoding="utf-8") as lines:
            kept = [line for line in islice(lines, given.most) if line.strip()]
        table.write_text("".join(kept), encoding="utf-8")
        words = sum(len(str(json.loads(line).get("text", "")).split()) for line in kept)
        print(f"{len(kept)} reports, {words} words")
        print("| workers | seconds | efficiency | workers' seconds | efficiency | feeding s | linking s |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        first: Taken | None = None
        for number in map(int, given.workers.split(",")):
            one = measure(table, number)
            first = first or one
            by_clock = first.clock * first.workers / (one.clock * one.workers)
            print(
                f"| {one.workers} | {one.clock:.1f} | {by_clock:.2f} | {one.work:.1f} | {first.work / one.work:.2f} | "
                f"{one.feeding:.1f} | {one.linking:.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
