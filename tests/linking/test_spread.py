"""Linked in parts, whatever the parts: the same incidents, links and happenings as by one linker."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from by_chance import CLAIMS, JUDGED, PROVENANCE, judgements_of
from makers import DAY, provenance, toll
from vedette.knowledge.pack import default_knowledge
from vedette.linking import link, spread
from vedette.linking.judged import Judged, judged
from vedette.linking.linker import Linker
from vedette.linking.lore import Lore
from vedette.linking.shelf import MemoryShelf
from vedette.linking.spread import even_cut, here, link_spread
from vedette.linking.told import told
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Verdict
from vedette.model.provenance import Provenance

T = TypeVar("T")
LORE = Lore.of(default_knowledge())
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def by_chance(blocks: Sequence[str], _: Sequence[int]) -> list[int]:
    """Each block to some part that its name tells."""
    return [zlib.crc32(block.encode()) % 7 for block in blocks]


def as_whole(claims: list[Claim], about: dict[str, Provenance], given: Judged) -> tuple[Any, ...]:
    shelf = MemoryShelf()
    done = Linker(LORE, shelf, given).relink(shelf.take(told(claims, about)))
    incidents, links = shelf.everything()
    return in_order(incidents, links, done.made)


def in_order(incidents: Any, links: Any, made: Any) -> tuple[Any, ...]:
    homes = [(happening, tuple(i.id for i in members)) for happening, members in made]
    return sorted(incidents, key=lambda i: i.id), sorted(links), sorted(homes, key=lambda h: h[0].id)


def afar(work: Callable[..., T], *args: Any) -> Callable[[], T]:
    """As on another machine: what goes there and what comes back is sent."""
    sent = pickle.dumps((work, args))

    def wait() -> T:
        function, given = pickle.loads(sent)
        return pickle.loads(pickle.dumps(function(LORE, *given)))

    return wait


@quick
@given(CLAIMS, JUDGED, st.integers(1, 9), st.booleans())
def test_any_parts_give_what_one_linker_gives(
    claims: list[Claim], decisions: list[tuple[Verdict, int, int]], parts: int, chance: bool
) -> None:
    held = judged(judgements_of(claims, decisions))
    cut = by_chance if chance else None
    found = link_spread(told(claims, PROVENANCE), held, afar, parts, cut)
    assert in_order(found.incidents, found.links, found.made) == as_whole(claims, PROVENANCE, held)


def test_a_chain_of_links_across_parts_is_one_happening(monkeypatch: Any) -> None:
    """Three days of one siege told by twelve reports, with a part of its own for each block."""
    monkeypatch.setattr(spread, "_REPORTS", 1)
    monkeypatch.setattr(spread, "_INCIDENTS", 1)
    reports = [f"r{n}" for n in range(12)]
    claims: list[Claim] = [
        toll(report=report, place="Tarsus", low=9, on=DAY + timedelta(days=n % 2), quote="nine killed in the market")
        for n, report in enumerate(reports)
    ]
    claims += [toll(report="far", place="Adana", low=3, on=date(2011, 1, 1), quote="three killed")]
    about = provenance(*reports, "far")
    found = link_spread(told(claims, about), Judged(), here(LORE), 1000)
    happenings: list[Happening] = sorted((h for h, _ in found.made), key=lambda h: (str(h.first or "9999"), h.id))
    assert happenings == link(claims, about)
    assert len(happenings) < len(claims)


def test_a_cut_keeps_neighbours_together_and_shares_the_work() -> None:
    sizes = [2 + n % 4 for n in range(40)]
    found = even_cut(4, [f"place p{n % 4}|w{10 + n // 4}" for n in range(40)], sizes)
    assert found == sorted(found) and set(found) == {0, 1, 2, 3}
    work = [sum(size**2 for size, of in zip(sizes, found, strict=True) if of == part) for part in range(4)]
    assert max(work) < 1.5 * min(work)
    assert even_cut(4, [], []) == []
