"""How fast Vedette reads, beside a bare parse of the same texts by the same pipeline, in one run.

    speed.py REPORTS.jsonl [--most N] [--rounds N] [--processes N]
    speed.py REPORTS.jsonl --grow 800,8000

REPORTS.jsonl is a table of reports (id, outlet, published, title, text), such as the FA-KES set (Abu Salem et al.
2019, CC BY, on Zenodo) in that form. The bare parse is spaCy's own pass (`Language.pipe`) of the pipeline as it is
published, over all of the texts. Vedette goes from the file to settled happenings in a ledger on disk: intake,
reading, extraction, ledger, near copies, linking and settlement; by one process, and by several, told apart. Rounds
alternate, and each ratio is the median over rounds, since machines drift; the ratio by processor time holds on a
machine that others use as well. Models are loaded and workers started before the clock starts.

With --grow: the seconds of each stage per thousand reports, for so many reports. Beyond those in the table they are
made of them: the beginning of one and the end of another, with other numbers, places and days.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from threadpoolctl import threadpool_limits

from vedette.extraction.workers import Workers
from vedette.intake.files import Read, read_paths
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.ingest import Outcome, finish, ingest, ingest_by
from vedette.ledger.store import open_ledger
from vedette.reading.language import DEFAULT_PIPELINE, language
from vedette.reading.parse import parse
from vedette.reading.text import parse_text

sys.path.insert(0, str(Path(__file__).parent))
from speed_growth import grow

WARM = 16
"""Reports that are read before the clock starts."""


@dataclass
class Times:
    """Seconds of each round, by the clock and by the processor."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], None]) -> None:
        """Time `work` once more."""
        clock, processor = time.perf_counter(), time.process_time()
        work()
        self.clock.append(time.perf_counter() - clock)
        self.processor.append(time.process_time() - processor)


def main() -> None:
    """Run and print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("reports", type=Path)
    cli.add_argument("--most", type=int, default=None, help="read only the first N reports")
    cli.add_argument("--rounds", type=int, default=3)
    cli.add_argument("--processes", type=int, default=2, help="of the run by several processes; 1: leave it out")
    cli.add_argument("--grow", type=lambda text: [int(n) for n in text.split(",")], default=None, metavar="N,N")
    args = cli.parse_args()
    if args.grow:
        grow(args.reports, args.grow)
        return
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "reports.jsonl"
        lines = args.reports.read_text(encoding="utf-8").splitlines(keepends=True)[: args.most]
        table.write_text("".join(lines), encoding="utf-8")
        compare(table, args.rounds, args.processes)


def compare(table: Path, rounds: int, processes: int) -> None:
    """Time bare parse and Vedette in turn, and print their seconds and ratios."""
    nlp, knowledge, stock = language(), default_knowledge(), published()
    items = [item for item in read_paths([str(table)]) if isinstance(item, Read)]
    texts = [parse_text(item.report, knowledge) for item in items]
    workers = Workers(processes, knowledge) if processes > 1 else None
    runs: dict[str, Callable[[], None]] = {
        "bare parse": lambda: exhaust(stock.pipe(texts, batch_size=16)),
        "Vedette's own pass": lambda: exhaust(parse(texts, nlp)),
        "Vedette, 1 process": lambda: whole(table, None),
    }
    if workers:
        runs[f"Vedette, {processes} processes"] = lambda: whole(table, workers)
    exhaust(stock.pipe(texts[:WARM]))
    for _ in range(2 if workers else 1):
        whole(table, workers, most=WARM * processes)
    whole(table, None, most=WARM)
    times = {name: Times() for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].take(run)
    words = sum(map(len, (text.split() for text in texts)))
    bare = times["bare parse"]
    print(f"{len(items)} reports, {words} words, {rounds} rounds; ratios to the bare parse")
    for name, took in times.items():
        seconds = statistics.median(took.clock)
        ratio = median_ratio(took.clock, bare.clock)
        print(f"{name:<22} {seconds:7.1f} s {len(items) / seconds:7.1f} reports/s   ratio {ratio:5.2f}", end="")
        # What workers take is not seen from here.
        shown = (
            "" if "processes" in name else f", by processor time {median_ratio(took.processor, bare.processor):5.2f}"
        )
        print(shown)
    if workers:
        workers.__exit__(None, None, None)
    own, others = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory {own:.0f} MiB (with both pipelines loaded), of a worker {others:.0f} MiB")


def published() -> Language:
    """The pipeline as its makers publish it, untouched."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        made: Language = importlib.import_module(DEFAULT_PIPELINE).load()
    return made


def whole(table: Path, workers: Workers | None, most: int | None = None) -> None:
    """Everything from a table of reports to settled happenings in a fresh ledger on disk."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_ledger(f"{folder}/speed.db")
        items = read_paths([str(table)])
        if most is not None:
            items = (item for _, item in zip(range(most), items, strict=False))
        taken: Iterable[Outcome]
        taken = ingest_by(workers, engine, items) if workers else ingest(engine, items, language(), default_knowledge())
        exhaust(taken)
        finish(engine)
        engine.dispose()


def exhaust(things: Iterable[object]) -> None:
    """Run through `things`."""
    for _ in things:
        pass


def median_ratio(times: list[float], bare: list[float]) -> float:
    """The median over rounds of how many times as long."""
    return statistics.median(a / b for a, b in zip(times, bare, strict=True))


if __name__ == "__main__":
    with threadpool_limits(1, user_api="blas"):
        main()
