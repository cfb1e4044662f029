"""Where a linker keeps what it knows: claims, incidents under their blocks, and the links between incidents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from vedette.linking.blocks import Index
from vedette.linking.compare import may_be_one
from vedette.linking.incidents import Incident
from vedette.linking.lore import Lore
from vedette.linking.told import Told


class Shelf(Protocol):
    """What a linker asks of the place where it keeps things. The ledger has one of its own."""

    def claims(self, report: str) -> list[Told]:
        """The tolls and events of a report, as they were told."""

    def drop(self, report: str) -> tuple[set[str], set[str]]:
        """Forget a report's incidents and their links; the ids of those, and of what else must be linked anew for it.

        That is what they were linked with, and where claims may go, what made up one happening with them.
        """

    def put(self, incidents: Sequence[Incident]) -> None:
        """Keep incidents of one report whose old ones were dropped."""

    def near(self, incident: Incident, lore: Lore) -> Collection[Incident]:
        """The incidents that share a block with one and that its sort and days leave a chance to be one with it."""

    def reach(self, incidents: Collection[str]) -> None:
        """Make ready what links lead to from `incidents`, which will be asked for next."""

    def link(self, links: Iterable[tuple[str, str, float]]) -> None:
        """Keep links between two incidents, with their scores."""

    def links(self, incident: str) -> Mapping[str, float]:
        """What an incident is linked with, both ways."""

    def incident(self, incident: str) -> Incident | None:
        """The incident of that id, None if it is gone."""

    def homes(self, claims: Iterable[str]) -> dict[str, str]:
        """Claim id to the id of the incident that holds it, for claims that any holds."""


class MemoryShelf:
    """A shelf in memory, for what is linked in one go."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, Told]] = defaultdict(dict)  # report id -> claim id -> claim
        self._of_report: dict[str, list[str]] = {}
        self._incidents: dict[str, Incident] = {}
        self._index = Index()
        self._links: dict[str, dict[str, float]] = {}
        self._home: dict[str, str] = {}

    def take(self, claims: Iterable[Told]) -> set[str]:
        """Take in claims; the ids of their reports."""
        reports = set()
        for one in claims:
            self._told[one.report][one.id] = one
            reports.add(one.report)
        return reports

    def claims(self, report: str) -> list[Told]:
        """The tolls and events of a report."""
        return list(self._told[report].values())

    def drop(self, report: str) -> tuple[set[str], set[str]]:
        """Forget a report's incidents and their links; the ids of those, and of what was linked with them."""
        gone, linked = set(self._of_report.pop(report, ())), set()
        for old in gone:
            incident = self._incidents.pop(old)
            self._index.remove(incident)
            for other in self._links.pop(old, {}):
                self._links[other].pop(old, None)
                linked.add(other)
            for member in incident.members:
                self._home.pop(member.id, None)
        return gone, linked - gone

    def put(self, incidents: Sequence[Incident]) -> None:
        """Keep incidents of one report whose old ones were dropped."""
        for incident in incidents:
            self._of_report.setdefault(incident.report, []).append(incident.id)
            self._incidents[incident.id] = incident
            self._index.add(incident)
            self._home.update((member.id, incident.id) for member in incident.members)

    def near(self, incident: Incident, lore: Lore) -> list[Incident]:
        """The incidents that share a block with one and may be one with it."""
        others = (self._incidents[i] for i in self._index.near(incident))
        return [other for other in others if may_be_one(incident, other, lore)]

    def reach(self, incidents: Collection[str]) -> None:
        """Nothing: all is at hand."""

    def link(self, links: Iterable[tuple[str, str, float]]) -> None:
        """Keep links between two incidents, with their scores."""
        for a, b, score in links:
            self._links.setdefault(a, {})[b] = score
            self._links.setdefault(b, {})[a] = score

    def links(self, incident: str) -> Mapping[str, float]:
        """What an incident is linked with, both ways."""
        return self._links.get(incident, {})

    def incident(self, incident: str) -> Incident | None:
        """The incident of that id, None if it is gone."""
        return self._incidents.get(incident)

    def homes(self, claims: Iterable[str]) -> dict[str, str]:
        """Claim id to the id of the incident that holds it, for claims that any holds."""
        return {c: self._home[c] for c in claims if c in self._home}

    def everything(self) -> tuple[list[Incident], list[tuple[str, str, float]]]:
        """All incidents, and all links, each once."""
        links = [(a, b, score) for a, found in self._links.items() for b, score in found.items() if a < b]
        return list(self._incidents.values()), links
