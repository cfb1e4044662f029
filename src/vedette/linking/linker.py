"""The linker: incidents, their blocks and links, kept so that new reports touch only what they must.

Invariant: the happenings depend on the claims, their provenance and the judgements, and on nothing else; not on the
order in which reports came, nor on how they were split into batches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vedette.linking.cluster import cluster, components
from vedette.linking.compare import JOIN, LINK, compare, may_be_one
from vedette.linking.gather import gather
from vedette.linking.grouping import incidents_of
from vedette.linking.incidents import Incident
from vedette.linking.judged import Judged
from vedette.linking.lore import Lore
from vedette.linking.pairs import PairScores
from vedette.linking.rivals import told_apart
from vedette.linking.shelf import Shelf
from vedette.model.happening import Happening


@dataclass(frozen=True)
class Relinked:
    """What linking anew has changed: incidents that are gone, and those that now make up these happenings."""

    gone: frozenset[str]
    made: tuple[tuple[Happening, tuple[Incident, ...]], ...]


class Linker:
    """Links what lies on a shelf. Judgements are given at the start; a new judgement needs a new linker."""

    def __init__(self, lore: Lore, shelf: Shelf, judged: Judged | None = None) -> None:
        self._lore = lore
        self._shelf = shelf
        self._judged = judged or Judged()

    def relink(self, reports: Iterable[str]) -> Relinked:
        """Make the incidents of `reports` anew from their claims, and link anew what they touch, or touched."""
        stale: set[str] = set()
        gone: set[str] = set()
        fresh: list[Incident] = []
        for report in sorted(set(reports)):
            dropped, linked = self._shelf.drop(report)
            gone |= dropped
            stale |= linked
            told = self._shelf.claims(report)
            different = self._judged.different_in(t.id for t in told)
            mine = incidents_of(self._judged.correct(told), self._lore, different)
            self._shelf.put(mine)
            fresh += mine
        self._link(fresh)
        stale |= {i.id for i in fresh}
        same, apart = self._judged_incidents()
        # An incident may have left a part that only a judgement held together.
        stale |= {other for i in (*stale, *gone) for other in same.get(i, ())}
        present = {i for i in stale if self._shelf.incident(i)}
        return Relinked(frozenset(gone), tuple(self._clustered(present, same, apart)))

    def _link(self, fresh: Sequence[Incident]) -> None:
        """Find what new incidents are linked with."""
        found: list[tuple[str, str, float]] = []
        done: set[str] = set()
        for incident in fresh:
            done.add(incident.id)
            for other in self._shelf.near(incident):
                if other.id in done:  # that one has found this one
                    continue
                if not may_be_one(incident, other, self._lore) or told_apart(incident, other):
                    continue
                score = compare(incident, other, self._lore, LINK).value
                if score >= LINK:
                    found.append((min(incident.id, other.id), max(incident.id, other.id), score))
        self._shelf.link(found)

    def _clustered(
        self, stale: set[str], same: dict[str, set[str]], apart: dict[str, set[str]]
    ) -> Iterable[tuple[Happening, tuple[Incident, ...]]]:
        for part in components(stale, self._shelf.links, same):
            here = {i: found for i in part if (found := self._shelf.incident(i))}
            for ids in cluster(
                part, self._shelf.links, PairScores(here, self._shelf.links, self._lore), JOIN, same, apart
            ):
                members = tuple(here[i] for i in ids)
                yield gather(members, self._reasons(members)), members

    def _judged_incidents(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """What was judged of claims, brought to pairs of incidents: the same, and apart."""
        same: dict[str, set[str]] = defaultdict(set)
        apart: dict[str, set[str]] = defaultdict(set)
        home = self._shelf.homes(c for group in self._judged.groups for c in group)
        homes = [sorted({home[c] for c in group if c in home}) for group in self._judged.groups]
        pairs = [(same, pair) for group in homes for pair in pairwise(group)]
        pairs += [(apart, (homes[x][0], homes[y][0])) for x, y in self._judged.apart if homes[x] and homes[y]]
        for table, (a, b) in pairs:
            table[a].add(b)
            table[b].add(a)
        return same, apart

    def _reasons(self, members: Sequence[Incident]) -> dict[str, str]:
        """Why each incident beyond the first is here: its strongest link to the others."""
        out: dict[str, str] = {}
        by_id = {i.id: i for i in members}
        for incident in members:
            linked = [(-s, o) for o, s in self._shelf.links(incident.id).items() if o in by_id]
            if linked:
                found = compare(incident, by_id[min(linked)[1]], self._lore)
                out[incident.lead.id] = f"{found.reason} ({found.value:.1f})"
        return out
