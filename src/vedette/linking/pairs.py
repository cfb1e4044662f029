"""The score of a pair of incidents that one cluster may hold, also of one report's own."""

from __future__ import annotations

from collections.abc import Mapping

from vedette.linking.cluster import Links
from vedette.linking.compare import compare
from vedette.linking.incidents import Incident
from vedette.linking.lore import Lore
from vedette.linking.rivals import are_rivals, told_apart
from vedette.linking.score import NEVER

UNLINKED = -8.0  # what a pair counts that cannot be one happening
APART = -1.0  # what a pair counts that one report tells apart: no link, but others may bring the two together
RIVALS = -30.0  # what a pair counts that its report tells apart for sure: only many that hold the two one outweigh it


def pair_score(a: Incident, b: Incident, lore: Lore) -> float:
    """What a pair counts in a cluster."""
    if told_apart(a, b):
        return RIVALS if are_rivals(a, b, lore) else APART
    value = compare(a, b, lore).value
    return value if value > NEVER else UNLINKED


class PairScores:
    """The scores of the pairs among some incidents, each worked out once. Called with two ids, the smaller first."""

    def __init__(self, incidents: Mapping[str, Incident], links: Links, lore: Lore) -> None:
        self._incidents = incidents
        self._links = links
        self._lore = lore
        self._known: dict[tuple[str, str], float] = {}

    def __call__(self, a: str, b: str) -> float:
        """What the pair of the incidents `a` and `b` counts; of two that are linked, the score of their link."""
        linked = self._links(a).get(b)
        if linked is not None:
            return linked
        if (a, b) not in self._known:
            self._known[a, b] = pair_score(self._incidents[a], self._incidents[b], self._lore)
        return self._known[a, b]
