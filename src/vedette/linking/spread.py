"""Linking everything in parts by place and time, each by whoever is free, with the seams joined.

Invariant: incidents, links and happenings are those of one linker over all claims, whatever the parts. For incidents
depend on their own report only; a pair of incidents is compared in exactly one part, that of the least block which the
two share; and a connected part of the links, across all seams, is clustered as a whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from vedette.linking.blocks import asked, stored
from vedette.linking.cluster import components
from vedette.linking.compare import LINK, compare, may_be_one
from vedette.linking.grouping import incidents_of
from vedette.linking.incidents import Incident
from vedette.linking.judged import Judged
from vedette.linking.lore import Lore
from vedette.linking.parts import JudgedPairs, happenings_of, judged_incidents
from vedette.linking.rivals import told_apart
from vedette.linking.told import Told
from vedette.model.happening import Happening

T = TypeVar("T")
Link = tuple[str, str, float]
"""Two incidents, the smaller id first, and the score of what they have in common."""
_REPORTS = 500
_INCIDENTS = 2000
"""Reports, and incidents of connected parts, that one is given at a time."""


class Run(Protocol):
    """Whoever does the work: on this machine or on others."""

    def __call__(self, work: Callable[..., T], *args: Any) -> Callable[[], T]:
        """Have a function of a module called with the lore and `args`; what is returned waits for its answer."""


@dataclass(frozen=True)
class Linked:
    """All incidents, all links, and the happenings with their incidents."""

    incidents: list[Incident]
    links: list[Link]
    made: list[tuple[Happening, tuple[Incident, ...]]]


Cut = Callable[[Sequence[str], Sequence[int]], Sequence[int]]
"""Of blocks in order of time and then of place, with the incidents that each holds, the part that each belongs to."""


def link_spread(claims: Iterable[Told], judged: Judged, run: Run, parts: int, cut: Cut | None = None) -> Linked:
    """Link `claims` in so many parts of about the same work; `cut` tells other parts."""
    incidents = _incidents(claims, judged, run)
    links = _links(incidents, cut or partial(even_cut, parts), run)
    by_id = {i.id: i for i in incidents}
    home = {m.id: i.id for i in incidents for m in i.members}
    told = judged_incidents(judged, lambda wanted: {c: home[c] for c in wanted if c in home})
    made = [
        (happening, tuple(by_id[i] for i in ids)) for happening, ids in _happenings(by_id, _both_ways(links), told, run)
    ]
    return Linked(incidents, links, made)


def here(lore: Lore) -> Run:
    """Work done by this process, when its answer is asked for."""

    def run(work: Callable[..., T], *args: Any) -> Callable[[], T]:
        return lambda: work(lore, *args)

    return run


def even_cut(parts: int, blocks: Sequence[str], sizes: Sequence[int]) -> list[int]:
    """Runs of neighbouring blocks with about as many pairs each, so that few incidents lie in two; see `Cut`."""
    assert len(blocks) == len(sizes)
    share, done, out = sum(size**2 for size in sizes) / parts, 0, list[int]()
    for size in sizes:
        out.append(int(done / share))
        done += size**2
    return out


def _order(block: str) -> tuple[str, str]:
    where, _, when = block.rpartition("|")
    return when, where


def _incidents(claims: Iterable[Told], judged: Judged, run: Run) -> list[Incident]:
    of_report: dict[str, list[Told]] = defaultdict(list)
    for one in claims:
        of_report[one.report].append(one)
    reports = [of_report[report] for report in sorted(of_report)]
    waiting = [run(_incidents_in, some, judged) for some in _by(reports, _REPORTS)]
    return [incident for found in waiting for incident in found()]


def _incidents_in(lore: Lore, reports: Sequence[Sequence[Told]], judged: Judged) -> list[Incident]:
    out: list[Incident] = []
    for told in reports:
        out += incidents_of(judged.correct(told), lore, judged.different_in(t.id for t in told))
    return out


def _links(incidents: Sequence[Incident], cut: Cut, run: Run) -> list[Link]:
    lie, ask, blocks, sizes = _keyed(incidents)
    part_of = cut(blocks, sizes)
    members: dict[int, set[int]] = defaultdict(set)
    for n, keys in enumerate(zip(lie, ask, strict=True)):
        for block in keys[0] | keys[1]:
            members[part_of[block]].add(n)
    waiting = []
    for part in sorted(members):
        mine = frozenset(block for block, of in enumerate(part_of) if of == part)
        given = [(incidents[n], lie[n], ask[n]) for n in sorted(members[part])]
        waiting.append(run(_links_in, mine, given))
    return sorted(link for found in waiting for link in found())


Keys = frozenset[int]
"""Blocks by their numbers in the order of time and then of place."""


def _keyed(incidents: Sequence[Incident]) -> tuple[list[Keys], list[Keys], list[str], list[int]]:
    """The blocks that each incident lies under, and those that it asks for; all blocks in order, and their sizes.

    Only blocks where two may meet.
    """
    lie, ask = [stored(i) for i in incidents], [asked(i) for i in incidents]
    within = {block for keys in lie for block in keys}
    sizes = Counter(block for a, b in zip(lie, ask, strict=True) for block in a | b if block in within)
    blocks = sorted((block for block, size in sizes.items() if size > 1), key=_order)
    number = {block: n for n, block in enumerate(blocks)}
    numbered = [[frozenset(number[b] for b in keys if b in number) for keys in table] for table in (lie, ask)]
    return numbered[0], numbered[1], blocks, [sizes[block] for block in blocks]


def _links_in(lore: Lore, mine: Keys, given: Sequence[tuple[Incident, Keys, Keys]]) -> list[Link]:
    """The links of the pairs whose least common block is one of `mine`."""
    under: dict[int, list[int]] = defaultdict(list)
    for n, (_, lie, _) in enumerate(given):
        for block in lie & mine:
            under[block].append(n)
    out: list[Link] = []
    for n, (incident, _, ask) in enumerate(given):
        for m in sorted({m for block in ask & mine for m in under.get(block, ()) if m != n}):
            other, others, _ = given[m]
            # Each asks for what the other lies under or neither does: so a pair may be taken from one side only.
            if incident.id > other.id or not may_be_one(incident, other, lore) or told_apart(incident, other):
                continue
            if min(ask & others) not in mine:
                continue
            score = compare(incident, other, lore, LINK).value
            if score >= LINK:
                out.append((incident.id, other.id, score))
    return out


def _both_ways(links: Iterable[Link]) -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = defaultdict(dict)
    for a, b, score in links:
        out[a][b] = out[b][a] = score
    return out


def _happenings(
    incidents: Mapping[str, Incident], links: Mapping[str, Mapping[str, float]], told: JudgedPairs, run: Run
) -> Iterator[tuple[Happening, tuple[str, ...]]]:
    """The seams are joined: connected parts are found across all of them."""
    none: Mapping[str, float] = {}
    whole = components(incidents, lambda i: links.get(i, none), told[0])
    waiting = []
    some: list[list[str]] = []
    for part in whole:
        some.append(part)
        if sum(map(len, some)) >= _INCIDENTS or part is whole[-1]:
            wanted = {i for one in some for i in one}
            given = ({i: incidents[i] for i in wanted}, {i: links[i] for i in wanted if i in links})
            pairs = tuple({i: found for i, found in table.items() if i in wanted} for table in told)
            waiting.append(run(_happenings_in, some, *given, pairs))
            some = []
    for found in waiting:
        yield from found()


def _happenings_in(
    lore: Lore,
    parts: Sequence[list[str]],
    incidents: Mapping[str, Incident],
    links: Mapping[str, Mapping[str, float]],
    told: JudgedPairs,
) -> list[tuple[Happening, tuple[str, ...]]]:
    none: Mapping[str, float] = {}
    found = happenings_of(parts, incidents.get, lambda i: links.get(i, none), lore, told)
    return [(happening, tuple(i.id for i in members)) for happening, members in found]


def _by(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
