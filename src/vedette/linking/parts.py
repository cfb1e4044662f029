"""Connected incidents to happenings: what happens in one connected part of the links touches no other part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from vedette.linking.cluster import Links, cluster
from vedette.linking.compare import JOIN, compare
from vedette.linking.gather import gather
from vedette.linking.incidents import Incident
from vedette.linking.judged import Judged
from vedette.linking.lore import Lore
from vedette.linking.pairs import PairScores
from vedette.model.happening import Happening

Pairs = Mapping[str, Collection[str]]
"""Incident ids to the ids of others that were judged with them, both ways."""
JudgedPairs = tuple[Pairs, Pairs]
"""Incidents judged the same, and those judged apart."""


def happenings_of(
    parts: Iterable[list[str]], incident: Callable[[str], Incident | None], links: Links, lore: Lore, told: JudgedPairs
) -> Iterator[tuple[Happening, tuple[Incident, ...]]]:
    """The happenings of each connected part (sorted incident ids), with their incidents."""
    for part in parts:
        here = {i: found for i in part if (found := incident(i))}
        for ids in cluster(part, links, PairScores(here, links, lore), JOIN, *told):
            members = tuple(here[i] for i in ids)
            yield gather(members, _reasons(members, links, lore)), members


def judged_incidents(judged: Judged, homes: Callable[[Iterable[str]], Mapping[str, str]]) -> JudgedPairs:
    """What was judged of claims, brought to pairs of incidents; `homes` tells which incident holds a claim."""
    same: dict[str, set[str]] = defaultdict(set)
    apart: dict[str, set[str]] = defaultdict(set)
    home = homes(c for group in judged.groups for c in group)
    of_group = [sorted({home[c] for c in group if c in home}) for group in judged.groups]
    pairs = [(same, pair) for group in of_group for pair in pairwise(group)]
    pairs += [(apart, (of_group[x][0], of_group[y][0])) for x, y in judged.apart if of_group[x] and of_group[y]]
    for table, (a, b) in pairs:
        table[a].add(b)
        table[b].add(a)
    return same, apart


def _reasons(members: Sequence[Incident], links: Links, lore: Lore) -> dict[str, str]:
    """Why each incident beyond the first is here: its strongest link to the others."""
    out: dict[str, str] = {}
    by_id = {i.id: i for i in members}
    for incident in members:
        linked = [(-s, o) for o, s in links(incident.id).items() if o in by_id]
        if linked:
            found = compare(incident, by_id[min(linked)[1]], lore)
            out[incident.lead.id] = f"{found.reason} ({found.value:.1f})"
    return out
