"""Time and memory of linking alone, in memory, on a made-up war's news: a full build, and one report more.

    python benchmarks/linking.py [NUMBER_OF_CLAIMS ...]     (default: 10000 100000 1000000)

How well the happenings fit those that the news were made of is printed too (pairs of claims: precision and recall), so
that no speed is bought with worse links unseen. `big_ledger.py` measures the same through a ledger on disk.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import Any

from made_up import news
from vedette.linking import empty_linker
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.provenance import Provenance

_ADDED = 40  # reports added one by one, once all others are linked


def measure(claims: int) -> None:
    """Build from nothing, then add the last reports one by one, and print what it took."""
    batch: list[Claim] = []
    provenance: dict[str, Provenance] = {}
    truth: dict[str, int] = {}
    for told in news(claims):
        provenance[told.report.id] = Provenance(told.report.published, told.report.outlet, told.copy_of)
        batch += told.claims
        truth |= {c.id: n for c, n in zip(told.claims, told.truth, strict=True) if n is not None}
    last = list(dict.fromkeys(c.report_id for c in batch))[-_ADDED:]
    late = {report: [c for c in batch if c.report_id == report] for report in last}
    grown = empty_linker()
    before = time.process_time()
    grown.add([c for c in batch if c.report_id not in late], provenance)
    built = time.process_time() - before
    gc.freeze()  # else one of the few reports would pay for a look through all that is held
    took = []
    for claims_of_one in late.values():
        before = time.process_time()
        grown.add(claims_of_one, provenance)
        took.append(time.process_time() - before)
    gc.unfreeze()
    happenings = grown.happenings()
    precision, recall = pairwise(happenings, truth)
    print(
        f"{len(batch):>9,} claims  {len(happenings):>8,} happenings  full build {built:8.1f} s of the processor  "
        f"{1e6 * built / len(batch):6.0f} us/claim  one report more {1000 * median(took):5.1f} ms, "
        f"at most {1000 * max(took):5.1f} ms  {memory():7.0f} MiB  "
        f"pairs right {precision:.2f}, found {recall:.2f}",
        flush=True,
    )


def pairwise(happenings: Iterable[Happening], truth: dict[str, int]) -> tuple[float, float]:
    """Of the pairs of claims put together the share that is of one incident, and of these the share put together."""
    home = {claim: h.id for h in happenings for claim in h.claims if claim in truth}
    together = pairs(Counter(home.values()))
    one = pairs(Counter(truth[claim] for claim in home))
    both = pairs(Counter((of, truth[claim]) for claim, of in home.items()))
    return both / together, both / one


def pairs(sizes: Counter[Any]) -> int:
    """How many pairs groups of these sizes hold."""
    return sum(n * (n - 1) // 2 for n in sizes.values())


def memory() -> float:
    """The most memory that this process has held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    for size in [int(a) for a in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
        measure(size)
