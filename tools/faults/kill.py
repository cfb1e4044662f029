"""Kills at random moments: nothing that was confirmed may be lost, nothing may be there twice.

    kill.py ingest|watch [--kills N] [--seed N] [--pages N] [--folder FOLDER]

A child process ingests, or watches a real server on loopback, and is killed (SIGKILL) after a random time; then the
ledger and the archive are compared with an independent list: what the child had told, written down by this process,
and what the server was asked to serve. After as many runs as it takes to finish, the ledger is compared with that of a
run without a kill, and all begins anew. Prints the figures as JSON; the exit code is 1 where anything was lost or
doubled. SIGTERM ends it early, with the figures so far.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from child import Doom, Landed, in_child  # noqa: E402

from intake import documents as made  # noqa: E402
from vedette.errors import VedetteError  # noqa: E402
from vedette.intake.files import read_paths  # noqa: E402
from vedette.intake.guard import Unguarded  # noqa: E402
from vedette.knowledge.pack import default_knowledge  # noqa: E402
from vedette.ledger.ingest import finish, ingest  # noqa: E402
from vedette.ledger.store import open_ledger  # noqa: E402
from vedette.reading.language import language  # noqa: E402
from vedette.watch.archive import Archive, read_record  # noqa: E402
from vedette.watch.config import load_feeds  # noqa: E402
from vedette.watch.open import open_watch  # noqa: E402
from watch.servers import Site, serve  # noqa: E402

TOWNS = ("Marrat", "Qasr", "Tell Hamra", "Wadi Nasir", "Beit Yusuf", "Kafr Zaher")


def story(n: int, version: int = 1) -> str:
    """A report that no other resembles, with a claim in it."""
    filler = " ".join(hashlib.sha256(f"{n}:{k}".encode()).hexdigest()[:8] for k in range(12))
    return (
        f"At least {n + version} people were killed in shelling of the town of {TOWNS[n % 6]} on Friday, medics said. "
        f"Rebels shelled the road to {TOWNS[(n + 1) % 6]} for {n + 2} hours. The case numbers are {filler}."
    )


stopped = threading.Event()
"""Set when the run is to end early: what is begun is brought to its end."""


def look(ledger: Path, query: str) -> list[tuple[Any, ...]]:
    """Rows of the ledger, by a driver of its own."""
    with sqlite3.connect(ledger) as db:
        rows = db.execute(query).fetchall()
    db.close()
    return rows


def contents(ledger: Path) -> dict[str, Any]:
    """What must be the same whether there were kills or not."""
    return {
        "reports": look(ledger, "select id, ref, published, copy_of, superseded_by from reports order by id"),
        "claims": look(ledger, "select id, report_id, kind, body from claims order by id"),
        "happenings": look(ledger, "select id, type, first, last from happenings order by id"),
        "members": look(ledger, "select happening_id, claim_id from happening_claims order by 1, 2"),
    }


class Ingesting:
    """Ingest of a table, killed."""

    def __init__(self, folder: Path, pages: int) -> None:
        self.table = folder / "rows.jsonl"
        rows = [
            {"id": f"k{n}", "source": f"Wire {n % 5}", "date": "2016-12-10", "text": story(n)} for n in range(pages)
        ]
        self.table.write_text("\n".join(json.dumps(row) for row in rows))
        self.ledger = folder / "ingest.db"
        self.refs = {f"k{n}" for n in range(pages)}

    def confirms(self, line: str) -> bool:
        """Whether a line tells of something that is new in the ledger."""
        return line.startswith("new\t")

    def work(self, tell: Callable[[str], None]) -> None:
        """What the child does."""
        engine = open_ledger(str(self.ledger))
        items = list(read_paths([str(self.table)]))
        for start in range(0, len(items), 4):  # small batches, so that a kill finds many of them
            for outcome in ingest(engine, items[start : start + 4], language(), default_knowledge()):
                assert outcome.report is not None
                tell(f"{outcome.status.value}\t{outcome.report.id}\t{outcome.claims}")
        finish(engine)
        tell("done")

    def check(self, told: list[str], wrong: list[str]) -> None:
        """Compare the ledger with all that was ever told."""
        refs = Counter(ref for (ref,) in look(self.ledger, "select ref from reports"))
        wrong += [f"{ref} is there {n} times" for ref, n in refs.items() if n > 1]
        wrong += [f"{ref} was never given" for ref in refs.keys() - self.refs]
        query = "select r.id, count(c.id) from reports r left join claims c on c.report_id = r.id group by r.id"
        held = dict(look(self.ledger, query))
        for line in told:
            status, *rest = line.split("\t")
            if status == "new" and held.get(rest[0]) != int(rest[1]):
                wrong.append(f"{rest[0]} was confirmed with {rest[1]} claims, and there are {held.get(rest[0])}")

    def clean(self) -> None:
        """Begin anew."""
        for path in self.ledger.parent.glob("ingest.db*"):
            path.unlink()

    def turn(self, _: int) -> bool:
        """Nothing changes in a table."""
        return False


class Watching:
    """A watch over a feed whose pages change once, killed."""

    def __init__(self, folder: Path, site: Site, pages: int) -> None:
        self.site, self.folder, self.pages = site, folder, pages // 2
        self.ledger = folder / "watch.db"
        self.archive = folder / "archive"
        self.changed: set[int] = set()
        self._serve()
        feeds = (
            "contact: desk@example.org\nallow: [127.0.0.1]\npause: 0 seconds\nhosts_at_once: 2\nsources:\n"
            f"- {{name: harbour, kind: feed, address: '{site.url}/feed', every: 1 hour, look_again: [1 hour]}}\n"
        )
        (folder / "feeds.yaml").write_text(feeds)

    def _serve(self) -> None:
        entries = [{"guid": f"g{n}", "link": f"{self.site.url}/{n}", "title": f"Report {n}"} for n in range(self.pages)]
        self.site.pages["/feed"] = made.rss(entries)
        self.site.types["/feed"] = "application/rss+xml"
        for n in range(self.pages):
            text = story(n, 40 if n in self.changed else 1)
            self.site.pages[f"/{n}"] = made.page(f"Report {n}", text, day="2016-12-10")

    def confirms(self, line: str) -> bool:
        """Whether a line tells of something that is new in the archive or the ledger."""
        return line.startswith("kept ") or (line.startswith("read ") and ": new " in line)

    def work(self, tell: Callable[[str], None]) -> None:
        """What the child does: one round."""
        engine = open_ledger(str(self.ledger))
        feeds = load_feeds(self.folder / "feeds.yaml")
        with open_watch(engine, feeds, tell, threading.Event(), guard=Unguarded()) as watch:
            watch.round()
        tell("done")

    def check(self, told: list[str], wrong: list[str]) -> None:
        """Compare ledger and archive with all that was ever told."""
        held = {id_ for (id_,) in look(self.ledger, "select id from reports")}
        kept = {id_: rest for id_, *rest in look(self.ledger, 'select id, sha256, warc, "offset", url from captures')}
        for line in told:
            if line.startswith("kept "):
                words = line.split()
                number, digest = int(words[3].strip(",")), words[5]
                if number not in kept or kept[number][0] != digest:
                    wrong.append(f"capture {number} was confirmed and is not there")
                    continue
                try:
                    record = read_record(self.archive, kept[number][1], kept[number][2])
                except VedetteError as error:
                    wrong.append(f"capture {number}: {error}")
                    continue
                if hashlib.sha256(record.payload).hexdigest() != digest:
                    wrong.append(f"capture {number} has other bytes than were confirmed")
            elif line.startswith("read ") and ": new " in line and line.split()[3] not in held:
                wrong.append(f"report {line.split()[3]} was confirmed and is not there")
        counts = Counter((url, digest) for digest, _, _, url in kept.values())
        wrong += [f"{url} was kept {n} times with the same bytes" for (url, _), n in counts.items() if n > 1]
        current = Counter(
            url
            for (url,) in look(
                self.ledger, "select json_extract(body, '$.url') from reports where superseded_by is null"
            )
        )
        unread = look(self.ledger, "select count(*) from captures where state = 'kept'")[0][0]
        if not unread:
            wrong += [f"{url} counts {n} times" for url, n in current.items() if n > 1]

    def turn(self, number: int) -> bool:
        """Once all is read, a third of the pages change and are due again; after that, all is done."""
        if number:
            with Archive(self.archive):
                left = list(self.archive.glob("*.open"))
            assert not left
            return False
        self.changed = set(range(0, self.pages, 3))
        self._serve()
        with sqlite3.connect(self.ledger) as db:
            db.execute("update watch_items set due = '2016-01-01 00:00:00.000000' where due is not null")
            db.commit()
        db.close()
        return True

    def clean(self) -> None:
        """Begin anew."""
        for path in self.folder.glob("watch.db*"):
            path.unlink()
        shutil.rmtree(self.archive, ignore_errors=True)
        self.changed = set()
        self._serve()


def cycle(
    task: Ingesting | Watching, chance: random.Random, left: int, longest: float, wrong: list[str]
) -> tuple[Counter[Landed], int, float]:
    """From nothing to the end with kills on the way; return where they fell, the confirmations, the longest wait."""
    task.clean()
    told: list[str] = []
    landed: Counter[Landed] = Counter()
    turns = 0
    while True:
        doomed = landed.total() < left and not stopped.is_set()
        begun = time.monotonic()
        doom = Doom.draw(chance, longest) if doomed else None
        run_of_it = in_child(task.work, doom, task.confirms)
        told += run_of_it.lines
        if task.ledger.exists() and look(task.ledger, "select count(*) from sqlite_master where name = 'claims'")[0][0]:
            if look(task.ledger, "pragma integrity_check") != [("ok",)]:
                wrong.append("the ledger is damaged")
            if look(task.ledger, "select count(*) from sqlite_master where name = 'alembic_version'")[0][0]:
                task.check(told, wrong)
        if run_of_it.landed is not None:
            landed[run_of_it.landed] += 1
            continue
        if doom is None:
            longest = max(0.05, 0.1 * (time.monotonic() - begun))
        if not task.turn(turns):
            return landed, sum(map(task.confirms, told)), longest
        turns += 1


def run(what: str, kills: int, seed: int, folder: Path, pages: int) -> dict[str, Any]:
    """Kill `what` ("ingest" or "watch") so often; return the figures."""
    language()
    default_knowledge()
    chance, wrong, begun = random.Random(seed), list[str](), time.monotonic()
    landed: Counter[Landed] = Counter()
    cycles = confirmed = 0
    with _task(what, folder, pages) as task:
        cycle(task, chance, 0, 1.0, wrong)
        reference, longest = contents(task.ledger), 1.0
        begun_one = time.monotonic()
        cycle(task, chance, 0, 1.0, wrong)
        if contents(task.ledger) != reference:
            wrong.append("two runs without a kill differ")
        longest = min(2.0, 0.1 * (time.monotonic() - begun_one))
        while landed.total() < kills and not wrong and not stopped.is_set():
            some, told, longest = cycle(task, chance, kills - landed.total(), longest, wrong)
            landed, cycles, confirmed = landed + some, cycles + 1, confirmed + told
            if contents(task.ledger) != reference:
                wrong.append(f"after {some.total()} kills the ledger is another than without")
            if sys.stderr.isatty():
                print(f"\r{landed.total()} kills, {cycles} times whole", end="", file=sys.stderr)
    return {
        "what": what,
        "kills": landed.total(),
        "kills_that_fell": {where.value: landed[where] for where in Landed},
        "seed": seed,
        "times_brought_to_the_end": cycles,
        "lines_confirmed": confirmed,
        "lost_or_doubled": len(wrong),
        "seconds": round(time.monotonic() - begun),
        "wrong": wrong[:20],
    }


@contextlib.contextmanager
def _task(what: str, folder: Path, pages: int) -> Iterator[Ingesting | Watching]:
    """The task, with the server that it needs."""
    if what == "ingest":
        yield Ingesting(folder, pages)
    else:
        with serve(Site()) as site:
            yield Watching(folder, site, pages)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("ingest", "watch"))
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        figures = run(given.what, given.kills, given.seed, Path(folder), given.pages)
    print(json.dumps(figures, indent=1))
    return 1 if figures["lost_or_doubled"] else 0


if __name__ == "__main__":
    sys.exit(main())
