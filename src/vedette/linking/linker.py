"""The linker: incidents, their blocks and scores, kept so that new reports touch only what they must.

Invariant: what `happenings` returns depends on the claims, their provenance and the judgements, and on
nothing else; not on the order in which reports came, nor on how they were split into batches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from vedette.linking.blocks import Index
from vedette.linking.cluster import cluster, components
from vedette.linking.compare import JOIN, LINK, compare
from vedette.linking.gather import gather
from vedette.linking.grouping import incidents_of
from vedette.linking.incidents import Incident
from vedette.linking.judged import judged
from vedette.linking.lore import Lore
from vedette.linking.rivals import APART, rivals, told_apart
from vedette.linking.score import NEVER
from vedette.linking.told import Told, told
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.model.judgement import Judgement
from vedette.model.provenance import Provenance


class Linker:
    """Claims in, happenings out. Judgements are given at the start; a new judgement needs a new linker."""

    def __init__(self, lore: Lore, judgements: Iterable[Judgement] = ()) -> None:
        self._lore = lore
        self._judged = judged(judgements)
        self._told: dict[str, dict[str, Told]] = defaultdict(dict)  # report id -> claim id -> claim
        self._incidents: dict[str, Incident] = {}
        self._of_report: dict[str, list[str]] = {}
        self._rivals: dict[str, set[str]] = defaultdict(set)
        self._index = Index()
        self._edges: dict[str, dict[str, float]] = defaultdict(dict)
        self._same: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}
        self._made: dict[str, Happening] = {}  # incident id -> the happening that it is part of

    def add(self, claims: Iterable[Claim], provenance: Mapping[str, Provenance]) -> None:
        """Take in claims of new or known reports; only what their reports' incidents touch is linked anew."""
        fresh = told(claims, provenance)
        for one in fresh:
            self._told[one.report][one.id] = one
        stale: set[str] = set()
        for report in sorted({one.report for one in fresh}):
            stale |= self._rebuild(report)
        # What one report's rebuilding touched may have gone when the next one's incidents were made anew.
        self._relink({s for s in stale if s in self._incidents})

    def happenings(self) -> list[Happening]:
        """All happenings, by first day (none last), then id."""
        unique = {h.id: h for h in self._made.values()}
        return sorted(unique.values(), key=lambda h: (str(h.first or "9999"), h.id))

    def _rebuild(self, report: str) -> set[str]:
        """Make a report's incidents anew; the ids of incidents whose surroundings changed."""
        stale: set[str] = set()
        for old in self._of_report.get(report, []):
            self._index.remove(self._incidents.pop(old))
            for other in self._edges.pop(old, {}):
                self._edges[other].pop(old, None)
                stale.add(other)
            self._made.pop(old, None)
            self._rivals.pop(old, None)
        everything = list(self._told[report].values())
        different = self._judged.different_in(t.id for t in everything)
        fresh = incidents_of(self._judged.correct(everything), self._lore, different)
        self._of_report[report] = [i.id for i in fresh]
        for incident in fresh:
            self._incidents[incident.id] = incident
            self._index.add(incident)
        for a, b in rivals(fresh, self._lore):
            self._rivals[a].add(b)
            self._rivals[b].add(a)
        for incident in fresh:
            for other in sorted(self._index.near(incident)):
                # Two events of one report may end up in one happening, but only where another report links them.
                apart = told_apart(incident, self._incidents[other])
                score = APART if apart else compare(incident, self._incidents[other], self._lore).value
                if score > NEVER:
                    self._edges[incident.id][other] = self._edges[other][incident.id] = score
            stale.add(incident.id)
        return stale

    def _relink(self, stale: set[str]) -> None:
        """Cluster the connected parts that hold `stale` incidents anew."""
        # An incident may have left a part without leaving a link: its old fellows are clustered anew too.
        for incident in list(stale):
            stale |= set(self._edges.get(incident, {}))
        self._judge()
        for part in components(stale, self._edges, LINK, self._same):
            for ids in cluster(part, self._edges, LINK, JOIN, self._same, self._apart, self._rivals):
                happening = gather([self._incidents[i] for i in ids], self._reasons(ids))
                self._made.update(dict.fromkeys(ids, happening))

    def _judge(self) -> None:
        """Bring what was judged of claims to pairs of incidents."""
        if not self._judged.groups:
            return
        home = {m.id: i.id for i in self._incidents.values() for m in i.members}
        homes = [sorted({home[c] for c in group if c in home}) for group in self._judged.groups]
        self._same, self._apart = defaultdict(set), defaultdict(set)
        pairs = [(self._same, pair) for group in homes for pair in pairwise(group)]
        pairs += [(self._apart, (homes[x][0], homes[y][0])) for x, y in self._judged.apart if homes[x] and homes[y]]
        for table, (a, b) in pairs:
            table[a].add(b)
            table[b].add(a)

    def _reasons(self, ids: list[str]) -> dict[str, str]:
        """Why each incident beyond the first is here: its strongest link to the others."""
        out: dict[str, str] = {}
        for i in ids:
            linked = [(-s, o) for o, s in self._edges.get(i, {}).items() if o in ids]
            if not linked:
                continue
            found = compare(self._incidents[i], self._incidents[min(linked)[1]], self._lore)
            out[self._incidents[i].lead.id] = f"{found.reason} ({found.value:.1f})"
        return out
