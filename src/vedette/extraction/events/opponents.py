"""Who fights whom in a report, for fights whose own words name one side only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vedette.extraction.events.merge import Group

CONTESTED = frozenset({"Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Siege"})


class Opponents:
    """Pairs of actor and target over a report's groups, fights for ground counted twice."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self.pairs: Counter[tuple[str, str]] = Counter()
        for group in groups:
            for telling in group.tellings:
                if telling.actor and telling.target and telling.target_fights:
                    weight = 2 if group.type in CONTESTED else 1
                    self.pairs[telling.actor, telling.target] += weight
                    self.pairs[telling.target, telling.actor] += weight

    @property
    def sides(self) -> tuple[str, str] | None:
        """The two that fight each other most: those whom "the warring sides" means."""
        found = self.pairs.most_common(1)
        return found[0][0] if found else None

    def of(self, actor: str, kind: str) -> str | None:
        """Whom `actor` fights in this report, if it is one; None for kinds of events that are no fight for ground."""
        if kind not in CONTESTED:
            return None
        found = Counter({b: n for (a, b), n in self.pairs.items() if a == actor}).most_common(2)
        if not found or (len(found) == 2 and found[0][1] == found[1][1]):
            return None
        return found[0][0]
