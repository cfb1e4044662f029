"""What linking in parts costs, and how much of it others can do, on a made-up war's news.

    python benchmarks/linking_parts.py [CLAIMS] [PARTS]     (default: 20000 16)

One linker over all claims, then the same in parts, each done by this process: processor seconds of the work in the
parts, of the longest piece of it, and of what is left to the process that cuts and joins, packing what is sent
included. Exit code 1 where the happenings differ. How long N workers take is at least what is left plus an Nth of the
work, and no less than the longest piece.
"""

from __future__ import annotations

import pickle
import sys
import time
from collections.abc import Callable
from typing import Any

from made_up import news
from vedette.knowledge.pack import default_knowledge
from vedette.linking.judged import Judged
from vedette.linking.linker import Linker
from vedette.linking.lore import Lore
from vedette.linking.shelf import MemoryShelf
from vedette.linking.spread import link_spread
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.model.provenance import Provenance


class Timed:
    """Does the work that it is given, as sent, and keeps the processor seconds of each piece."""

    def __init__(self, lore: Lore) -> None:
        self._lore = lore
        self.took: list[float] = []

    def __call__(self, work: Callable[..., Any], *args: Any) -> Callable[[], Any]:
        """As `vedette.linking.spread.Run` asks."""
        sent = pickle.dumps((work, args))

        def wait() -> Any:
            start = time.process_time()
            function, given = pickle.loads(sent)
            answer = pickle.dumps(function(self._lore, *given))
            self.took.append(time.process_time() - start)
            return pickle.loads(answer)

        return wait


def main() -> int:
    wanted, parts = (int(a) for a in (*sys.argv[1:], *("20000", "16")[len(sys.argv) - 1 :]))
    claims: list[Claim] = []
    provenance: dict[str, Provenance] = {}
    for one in news(wanted):
        provenance[one.report.id] = Provenance(one.report.published, one.report.outlet, one.copy_of)
        claims += one.claims
    lore = Lore.of(default_knowledge())
    start = time.process_time()
    shelf = MemoryShelf()
    whole = {h.id: h for h, _ in Linker(lore, shelf).relink(shelf.take(told(claims, provenance))).made}
    alone = time.process_time() - start
    run = Timed(lore)
    start = time.process_time()
    done = link_spread(told(claims, provenance), Judged(), run, parts)
    both = time.process_time() - start
    work = sum(run.took)
    same = {h.id: h for h, _ in done.made} == whole
    print(f"{len(claims)} claims, {len(whole)} happenings, {'the same' if same else 'NOT THE SAME'} in {parts} parts")
    print(f"one linker {alone:.1f} s; in parts {both:.1f} s: {work:.1f} s in {len(run.took)} pieces, the longest")
    print(f"{max(run.took):.1f} s, and {both - work:.1f} s to cut, send and join")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
