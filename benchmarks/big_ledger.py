"""What a large ledger costs: filling it, adding one report more, asking, exporting; on a made-up war's news.

    python benchmarks/big_ledger.py [CLAIMS ...] [--ledger FOLDER] [--added 40]     (default: 10000 100000)

A ledger of so many claims is made in FOLDER (a temporary one unless given; what is there already is used again), then:

- one report more: taken in, its near copies looked up, its claims linked and settled, as `vedette ingest` does it after
  reading; the news go on where the ledger ends. Median and 95th percentile in milliseconds;
- questions, each the median of five: the events of a month, of a place, one event, the contradictions of a month.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine, func, select

from made_up import Told, fill, news
from vedette.ledger import records
from vedette.ledger.disputes import list_contradictions
from vedette.ledger.fetch import happenings_by_id
from vedette.ledger.filters import Filter
from vedette.ledger.ingest import finish
from vedette.ledger.schema import happenings, reports
from vedette.ledger.store import open_ledger

_AHEAD = 2000  # claims that the news go on for


def main() -> None:
    """Run and print."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("claims", type=int, nargs="*", default=[10_000, 100_000])
    cli.add_argument("--ledger", type=Path, default=None, metavar="FOLDER")
    cli.add_argument("--added", type=int, default=40, metavar="REPORTS")
    args = cli.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for claims in args.claims:
            measure(claims, args.ledger or Path(folder), args.added)


def measure(claims: int, folder: Path, added: int) -> None:
    """Print what a ledger of so many claims costs."""
    path = folder / f"made-{claims}.db"
    there = path.exists()
    engine = open_ledger(str(path))
    print(f"{claims:,} claims", flush=True)
    if not there:
        clock = time.process_time()
        filled = fill(engine, claims)
        print(
            f"  filled: {filled.reports:,} reports, {filled.copies:,} near copies; stored in {filled.stored:.0f} s, "
            f"copies found, linked and settled in {filled.linked:.0f} s; "
            f"processor {time.process_time() - clock:.0f} s; {memory():.0f} MiB"
        )
    print(f"  file {path.stat().st_size / 2**20:,.0f} MiB", flush=True)
    rest = after(engine, claims)
    add(engine, next(rest))  # knowledge is loaded with the first
    took = [timed(lambda told=told: add(engine, told)) for told in islice(rest, added)]
    for clock, times in zip(("clock", "processor"), map(sorted, zip(*took, strict=True)), strict=True):
        p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
        middle = statistics.median(times)
        print(f"  one report more, by the {clock}: median {middle:.0f} ms, 95th percentile {p95:.0f} ms")
    for name, question in questions(engine).items():
        asked = [timed(question) for _ in range(5)]
        middles = [statistics.median(times) for times in zip(*asked, strict=True)]
        print(f"  {name}: {middles[0]:.0f} ms, by the processor {middles[1]:.0f} ms", flush=True)
    engine.dispose()


def after(engine: Engine, claims: int) -> Iterator[Told]:
    """The news that come after those in the ledger."""
    with engine.connect() as db:
        held = db.scalar(select(func.count()).select_from(reports)) or 0
    return islice(news(claims + _AHEAD), held, None)


def add(engine: Engine, told: Told) -> None:
    """One report with its claims, as ingest takes it in once it is read."""
    with engine.begin() as db:
        records.add_reports(db, [(told.report, told.claims, told.report.ref)], "made up")
    finish(engine)


def questions(engine: Engine) -> dict[str, Callable[[], object]]:
    """What people ask of a ledger, by what it is about."""
    with engine.connect() as db:
        last = db.scalar(select(func.max(happenings.c.first)))
        one = db.scalars(select(happenings.c.id).where(happenings.c.place.is_not(None)).limit(1)).one()
        place = db.scalar(select(happenings.c.place).where(happenings.c.id == one))
    assert last is not None
    month = Filter(first=last - timedelta(days=60), last=last - timedelta(days=31))

    def ask(query: Callable[..., object]) -> Callable[[], object]:
        def run() -> object:
            with engine.connect() as db:
                return query(db)

        return run

    return {
        "events of a month": ask(lambda db: records.list_happenings(db, month)),
        "claims of a month": ask(lambda db: records.list_claims(db, month)),
        "events of a place": ask(lambda db: records.list_happenings(db, Filter(place=place))),
        "one event": ask(lambda db: happenings_by_id(db, [one])),
        "contradictions of a month": ask(lambda db: list_contradictions(db, month)),
    }


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that `work` takes, by the clock and by the processor; the latter holds on a busy machine."""
    start, processor = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - processor)


def memory() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
