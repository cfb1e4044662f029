"""How fast Vedette reads, beside a bare parse of the same texts by the same pipeline, in one run.

    speed.py REPORTS.jsonl [--most N] [--rounds N]

REPORTS.jsonl is a table of reports (id, outlet, published, title, text), such as the FA-KES set (Abu Salem et al.
2019, CC BY, on Zenodo) in that form. Prints, for the bare parse and for Vedette end to end (intake, reading,
extraction, ledger, near copies, linking and settlement), seconds and reports a second, their ratio, and peak memory.
Rounds alternate, and the ratio is the median over rounds, since machines drift. Models are loaded before the clock
starts, for both.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from vedette.intake.files import Read, read_paths
from vedette.knowledge.pack import default_knowledge
from vedette.ledger.ingest import finish, ingest
from vedette.ledger.store import open_ledger
from vedette.reading.language import language
from vedette.reading.text import parse_text


def main() -> None:
    """Run and print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("reports", type=Path)
    cli.add_argument("--most", type=int, default=None, help="read only the first N reports")
    cli.add_argument("--rounds", type=int, default=3)
    args = cli.parse_args()
    nlp, knowledge = language(), default_knowledge()
    items = [item for item in read_paths([str(args.reports)]) if isinstance(item, Read)][: args.most]
    words = sum(len(item.report.full.split()) for item in items)
    whole(items[:16])

    def bare() -> None:
        texts = (parse_text(item.report, knowledge) for item in items)
        for _ in nlp.pipe(texts, batch_size=16):
            pass

    parse, all_ = [], []
    for _ in range(args.rounds):
        parse.append(seconds(bare))
        all_.append(seconds(lambda: whole(items)))
    ratio = statistics.median(b / a for a, b in zip(parse, all_, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(items)} reports, {words} words, {args.rounds} rounds")
    for name, times in (("bare parse", parse), ("Vedette end to end", all_)):
        best = statistics.median(times)
        print(f"{name:<20} {best:7.1f} s  {len(items) / best:7.1f} reports/s  {words / best:9.0f} words/s")
    print(f"ratio (median)       {ratio:7.2f}    peak memory {peak:.0f} MiB")


def whole(items: list[Read]) -> None:
    """Everything from a report to settled happenings in a fresh ledger on disk."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_ledger(f"{folder}/speed.db")
        for _ in ingest(engine, items, language(), default_knowledge()):
            pass
        finish(engine)
        engine.dispose()


def seconds(work: Callable[[], None]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
