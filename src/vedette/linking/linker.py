"""The linker: incidents, their blocks and links, kept so that new reports touch only what they must.

Invariant: the happenings depend on the claims, their provenance and the judgements, and on nothing else; not on the
order in which reports came, nor on how they were split into batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vedette.linking.cluster import components
from vedette.linking.compare import LINK, compare
from vedette.linking.grouping import incidents_of
from vedette.linking.incidents import Incident
from vedette.linking.judged import Judged
from vedette.linking.lore import Lore
from vedette.linking.parts import happenings_of, judged_incidents
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
            claims = self._shelf.claims(report)
            different = self._judged.different_in(t.id for t in claims)
            mine = incidents_of(self._judged.correct(claims), self._lore, different)
            self._shelf.put(mine)
            fresh += mine
        self._link(fresh)
        stale |= {i.id for i in fresh}
        told = judged_incidents(self._judged, self._shelf.homes)
        # An incident may have left a part that only a judgement held together.
        stale |= {other for i in (*stale, *gone) for other in told[0].get(i, ())}
        self._shelf.reach(stale)
        present = {i for i in stale if self._shelf.incident(i)}
        parts = components(present, self._shelf.links, told[0])
        made = happenings_of(parts, self._shelf.incident, self._shelf.links, self._lore, told)
        return Relinked(frozenset(gone), tuple(made))

    def _link(self, fresh: Sequence[Incident]) -> None:
        """Find what new incidents are linked with."""
        found: list[tuple[str, str, float]] = []
        done: set[str] = set()
        for incident in fresh:
            done.add(incident.id)
            for other in self._shelf.near(incident, self._lore):
                if other.id in done or told_apart(incident, other):  # that one has found this one
                    continue
                score = compare(incident, other, self._lore, LINK).value
                if score >= LINK:
                    found.append((min(incident.id, other.id), max(incident.id, other.id), score))
        self._shelf.link(found)
