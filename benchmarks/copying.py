"""How long `vedette copy` takes for a made-up ledger, to a PostgreSQL server and back, and how much memory.

    copying.py --server postgresql://USER@HOST/EMPTY-DATABASE [--claims 10000]

The made-up ledger is that of `made_up`. Seconds by the clock, and of this process's own: the rest is the server's
and the disk's.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from made_up import fill
from vedette.ledger.copying import Copied, copy_ledger
from vedette.ledger.store import open_ledger


def timed(name: str, source: str, target: str) -> Copied:
    """Copy, and print a row of the table."""
    clock, own = time.perf_counter(), time.process_time()
    done = copy_ledger(open_ledger(source), open_ledger(target))
    clock, own = time.perf_counter() - clock, time.process_time() - own
    rows, peak = sum(done.rows.values()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {name} | {rows} | {clock:.1f} | {own:.1f} | {rows / own:,.0f} | {peak:.0f} |", flush=True)
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--server", required=True, metavar="URL")
    parser.add_argument("--claims", type=int, default=10_000, metavar="N")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first, last = (str(Path(folder) / name) for name in ("first.db", "last.db"))
        fill(open_ledger(first), claims=given.claims)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{given.claims} claims, {Path(first).stat().st_size / 1e6:.0f} MB; {peak:.0f} MiB after making them")
        print("| copy | rows | seconds | own seconds | rows a second of its own | peak MiB |")
        print("| --- | --- | --- | --- | --- | --- |")
        there = timed("file to server", first, given.server)
        back = timed("server to file", given.server, last)
        assert there.digest == back.digest


if __name__ == "__main__":
    main()
