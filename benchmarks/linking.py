"""Time and memory of linking, on made-up but lifelike claims: a full build, and one report more.

    python benchmarks/linking.py [NUMBER_OF_CLAIMS ...]     (default: 10000 100000 1000000)

The claims are spread as in a long war: some 2,000 towns, the largest named far more often than the smallest; ten
years; each real event told by one to eight reports, a report telling two to four events with their tolls.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from vedette.linking import empty_linker
from vedette.model.claim import Claim, Event, Toll
from vedette.model.place import Place, PlaceKind
from vedette.model.provenance import Provenance

START = date(2011, 3, 15)
DAYS = 3650
TOWNS = 2000
SYLLABLES = ("ka", "ra", "mo", "du", "zen", "bal", "tir", "shu", "far", "lek", "nim", "gor", "has", "vel", "qad")
KINDS = (
    ("Air/drone strike", "air strike", "jets bombed a market"),
    ("Shelling/artillery/missile attack", "shelling", "shells fell on houses"),
    ("Armed clash", "ground fire", "fighting broke out at the gates"),
    ("Suicide bomb", "bomb", "a bomber blew up a car at a checkpoint"),
)
ACTORS = ("Syrian government", "rebels", "Islamic State", "Russia", None)
SOURCES = ("the Watch", "state agency", "medics", "witnesses", None)


def town(number: int) -> Place:
    """One of the towns, with a name of its own, on a grid 10 km wide."""
    chance = random.Random(number)
    name = "".join(chance.choices(SYLLABLES, k=3)).capitalize()
    row, column = divmod(number, 45)
    return Place(
        id=f"t{number}", name=name, kind=PlaceKind.TOWN, country="SY", lat=33.0 + row / 10, lon=36.0 + column / 10
    )


def reports(claims: int, chance: random.Random) -> Iterator[tuple[str, Provenance, list[Claim]]]:
    """Reports with about `claims` claims in all."""
    towns = [town(n) for n in range(TOWNS)]
    weights = [1 / (n + 10) for n in range(TOWNS)]
    open_events: list[tuple[int, date, Place, int, str | None]] = []
    made = 0
    number = 0
    while made < claims:
        day = START + timedelta(days=DAYS * made // claims)
        open_events = [e for e in open_events if e[0] > 0][-200:]
        while len(open_events) < 40:
            place = chance.choices(towns, weights)[0]
            kind, actor = chance.randrange(len(KINDS)), chance.choice(ACTORS)
            told = chance.choice((1, 1, 1, 2, 2, 3, 5, 8))
            open_events.append((told, day - timedelta(days=chance.randrange(3)), place, kind, actor))
        number += 1
        report = f"r{number}"
        out: list[Claim] = []
        for n in chance.sample(range(len(open_events)), chance.randint(2, 4)):
            left, when, place, kind, actor = open_events[n]
            open_events[n] = (left - 1, when, place, kind, actor)
            out += _tell(report, len(out) * 300, when, place, kind, actor, chance)
        made += len(out)
        yield report, Provenance(day, f"outlet {number % 40}"), out


def _tell(
    report: str, start: int, when: date, place: Place, kind: int, actor: str | None, chance: random.Random
) -> list[Claim]:
    type_, means, quote = KINDS[kind]
    source, dead = chance.choice(SOURCES), chance.randint(1, 60)
    common = {
        "report": report, "report_id": report, "source": source, "first": when, "last": when, "place": place.name,
        "location": place, "date_basis": "words",
    }  # fmt: skip
    event = Event(**common, quote=f"{quote} in {place.name}", start=start, end=start + 60, type=type_, actor=actor)
    toll = Toll(
        **common, quote=f"{dead} people were killed", start=start + 70, end=start + 100, effect="killed", low=dead,
        high=dead, means=means, by=actor,
    )  # fmt: skip
    return [event, toll]


def memory() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(claims: int) -> None:
    """Build from nothing, then add one report, and print what it took."""
    chance = random.Random(1)
    batch: list[Claim] = []
    provenance: dict[str, Provenance] = {}
    for report, whence, told in reports(claims, chance):
        provenance[report] = whence
        batch += told
    last = batch[-1].report_id
    grown = empty_linker()
    before = time.perf_counter()
    grown.add([c for c in batch if c.report_id != last], provenance)
    built = time.perf_counter() - before
    happenings = len(grown.happenings())
    before = time.perf_counter()
    grown.add([c for c in batch if c.report_id == last], provenance)
    added = time.perf_counter() - before
    print(
        f"{len(batch):>9,} claims  {happenings:>8,} happenings  full build {built:8.1f} s  "
        f"{1e6 * built / len(batch):6.0f} us/claim  one report more {1000 * added:7.1f} ms  {memory():7.0f} MiB",
        flush=True,
    )


if __name__ == "__main__":
    for size in [int(a) for a in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
        measure(size)
