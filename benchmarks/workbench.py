"""How long the workbench takes for each page of a large made-up ledger, beside a bare query of the same run.

    PYTHONPATH=benchmarks python benchmarks/workbench.py LEDGER [--claims 1000000] [--times 40] [--seed 1]

LEDGER is made where it does not exist: a million claims of some hundred thousand reports, with their happenings. Pages
are asked for in one process, without a network, each `times` times over days, happenings, reports and words drawn by
chance (seeded); the time is that of the whole answer, from the request to its last byte. The bare query reads one
happening's row by its id, as often before all pages as after them. Prints a table of Markdown, the time by the clock
and by the processor: on a machine that others use too the clock tells their load. The exit code is 1 where a page's
p95 of processor time is above 200 ms; a page waits for nothing else but its own reads of the disk.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles

from fastapi.testclient import TestClient
from sqlalchemy import Connection, func, select

from made_up import fill
from vedette.ledger.schema import claims, happenings, reports
from vedette.ledger.search import index_missing
from vedette.ledger.store import open_ledger
from vedette.workbench.app import create_app
from vedette.workbench.desk import Desk
from vedette.workbench.queries.queue import KINDS
from vedette.workbench.serving import warm_up

LIMIT = 0.2
WORDS = ("killed", "shelling", "market", "air strike", "hospital", "villagers fled", "at least", "checkpoint", "convoy")


def pages(db: Connection, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Name of each page to a maker of addresses."""
    first, last = db.execute(select(func.min(happenings.c.first), func.max(happenings.c.first))).one()
    span = (last - first).days
    events = _some(db, happenings.c.id, chance)
    texts = _some(db, reports.c.id, chance)
    sources = [s for s in db.scalars(select(claims.c.source).distinct().limit(400)) if s]

    def day() -> date:
        drawn: date = first + timedelta(days=chance.randrange(span))
        return drawn

    def period(days: int) -> str:
        start = day()
        return f"/day?from={start}&to={start + timedelta(days=days - 1)}"

    return {
        "Day, one day": lambda: period(1),
        "Day, a week": lambda: period(7),
        "Day, a month": lambda: period(30),
        "Day, a month: the next rows": lambda: f"{period(30)}&skip=60",
        "Marks of a month, eight times nearer": lambda: f"{period(30).replace('/day?', '/day/marks?')}&near=8",
        "Happenings of one mark": lambda: "/happenings?ids=" + "+".join(chance.sample(events, 30)),
        "Happening": lambda: f"/happening/{chance.choice(events)}",
        "Sentences of a figure": lambda: f"/happening/{chance.choice(events)}/sentences?figure=killed",
        "Report": lambda: f"/report/{chance.choice(texts)}",
        "Report, the form of adding": lambda: f"/add?report={chance.choice(texts)}&start=10&end=60",
        **{
            f"Queue: {kind}": lambda kind=kind: f"/queue?kind={kind}&at={chance.randrange(20)}"  # type: ignore[misc]
            for kind in KINDS
        },
        "Control": lambda: f"/control?on={day()}",
        "Sources": lambda: "/sources",
        "Source": lambda: f"/source?name={chance.choice(sources)}",
        "Changes": lambda: "/changes",
        "Search, reports": lambda: f"/search?q={chance.choice(WORDS)}",
        "Search, claims": lambda: f"/search?in=claims&q={chance.choice(WORDS)}",
        "Search, claims of a month": lambda: (
            f"/search?in=claims&q={chance.choice(WORDS)}&kind=toll&from={(start := day())}"
            f"&to={start + timedelta(days=30)}"
        ),
        "Judgements": lambda: "/judgements",
        "Watch": lambda: "/watch",
        "Method": lambda: "/method",
    }


def _some(db: Connection, column: object, chance: random.Random) -> list[str]:
    """Some hundred ids, spread over the table."""
    prefixes = [f"{chance.randrange(16**4):04x}" for _ in range(300)]
    out: list[str] = []
    for prefix in prefixes:
        kind = "e-" if column is happenings.c.id else "r-"
        query = select(column).where(column >= f"{kind}{prefix}").order_by(column).limit(1)  # type: ignore[call-overload,operator]
        out += db.scalars(query).all()
    return out


def timed(act: Callable[[], object], times: int) -> list[tuple[float, float]]:
    """Seconds of each of so many runs, and of processor time; on a machine that others use too the two differ."""
    out = []
    for _ in range(times):
        start, spent = time.perf_counter(), time.process_time()
        act()
        out.append((time.perf_counter() - start, time.process_time() - spent))
    return out


def row(name: str, taken: list[tuple[float, float]]) -> str:
    """A row of the table, in milliseconds."""
    wall, spent = zip(*taken, strict=True)
    numbers = (median(wall), p95(wall), max(wall), median(spent), p95(spent))
    return f"| {name} | " + " | ".join(f"{n * 1000:.1f}" for n in numbers) + " |"


def p95(numbers: Sequence[float]) -> float:
    """The number that 95 of 100 do not exceed."""
    return quantiles(numbers, n=20, method="inclusive")[-1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if not given.ledger.exists():
        made = fill(open_ledger(str(given.ledger)), given.claims, given.seed)
        print(f"filled in {made.stored:.0f} s, linked in {made.linked:.0f} s", file=sys.stderr)
    engine = open_ledger(str(given.ledger), create=False)
    with engine.begin() as db:
        index_missing(db)
        counts = [db.scalar(select(func.count()).select_from(t)) or 0 for t in (reports, claims, happenings)]
        kinds = pages(db, random.Random(given.seed))
        events = _some(db, happenings.c.id, random.Random(given.seed))
    print(f"{counts[0]:,} reports, {counts[1]:,} claims, {counts[2]:,} happenings\n")
    print("| page | median ms | p95 ms | most ms | processor, median | processor, p95 |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    slow = False
    warm_up()
    chance = random.Random(given.seed)

    def bare() -> None:
        with engine.connect() as db:
            db.execute(select(happenings.c.body).where(happenings.c.id == chance.choice(events))).one()

    print(row("a bare query", timed(bare, given.times * 5)))
    with TestClient(create_app(Desk(engine, hosts=("testserver",)))) as client:
        for name, address in kinds.items():

            def ask(address: Callable[[], str] = address) -> None:
                answer = client.get(address())
                assert answer.status_code == 200, f"{answer.url}: {answer.text[:200]}"

            ask()  # what is kept is made by whoever asks first
            taken = timed(ask, given.times)
            slow |= p95([spent for _, spent in taken]) > LIMIT
            print(row(name, taken), flush=True)
    print(row("a bare query, again", timed(bare, given.times * 5)))
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
