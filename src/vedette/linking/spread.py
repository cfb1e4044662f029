"""Linking everything in parts by place and time, each by whoever is free, with the seams joined.

Invariant: incidents, links and happenings are those of one linker over all claims, whatever the parts. For incidents
depend on their own report only; a pair of incidents is compared in exactly one part, that of the least block which the
two share; and a connected part of the links, across all seams, is clustered as a whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Cut:
    """Blocks in order of time and then of place, cut into runs; called with a block, the number of its run."""

    bounds: tuple[tuple[str, str], ...]

    def __call__(self, block: str) -> int:
        """The part that a block belongs to."""
        return bisect_right(self.bounds, _order(block))


def link_spread(claims: Iterable[Told], judged: Judged, run: Run, parts: int, cut: Cut | None = None) -> Linked:
    """Link `claims` in so many parts of about the same work; `cut` tells other parts."""
    incidents = _incidents(claims, judged, run)
    blocks = _blocks(incidents)
    cut = cut or even_cut({block: len(found) for block, found in blocks.items()}, parts)
    links = _links(incidents, blocks, cut, run)
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


def even_cut(sizes: Mapping[str, int], parts: int) -> Cut:
    """Runs of blocks with about as many pairs each; a block stays whole."""
    order = sorted(sizes, key=_order)
    whole = sum(sizes[block] ** 2 for block in order)
    bounds: list[tuple[str, str]] = []
    done = 0
    for block in order:
        if done * parts >= whole * (len(bounds) + 1):
            bounds.append(_order(block))
        done += sizes[block] ** 2
    return Cut(tuple(bounds))


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


def _blocks(incidents: Sequence[Incident]) -> dict[str, set[int]]:
    """The incidents, by their numbers, that lie under a block or ask for it; only of blocks where two may meet."""
    lie: dict[str, set[int]] = defaultdict(set)
    for n, incident in enumerate(incidents):
        for block in stored(incident):
            lie[block].add(n)
    out = {block: set(found) for block, found in lie.items()}
    for n, incident in enumerate(incidents):
        for block in asked(incident):
            if block in out:
                out[block].add(n)
    return {block: found for block, found in out.items() if len(found) > 1}


def _links(incidents: Sequence[Incident], blocks: Mapping[str, set[int]], cut: Cut, run: Run) -> list[Link]:
    members: dict[int, set[int]] = defaultdict(set)
    for block, found in blocks.items():
        members[cut(block)] |= found
    waiting = [run(_links_in, part, cut, [incidents[n] for n in sorted(members[part])]) for part in sorted(members)]
    return sorted(link for found in waiting for link in found())


def _links_in(lore: Lore, part: int, cut: Cut, incidents: Sequence[Incident]) -> list[Link]:
    """The links of the pairs whose least common block belongs to this part."""
    lie, ask = [stored(i) for i in incidents], [asked(i) for i in incidents]
    under: dict[str, list[int]] = defaultdict(list)
    for n, keys in enumerate(lie):
        for key in keys:
            if cut(key) == part:
                under[key].append(n)
    out: list[Link] = []
    for n, incident in enumerate(incidents):
        for m in sorted({m for key in ask[n] for m in under.get(key, ()) if m != n}):
            other = incidents[m]
            # Each asks for what the other lies under or neither does: so a pair may be taken from one side only.
            if incident.id > other.id or not may_be_one(incident, other, lore) or told_apart(incident, other):
                continue
            if cut(min(ask[n] & lie[m], key=_order)) != part:
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
