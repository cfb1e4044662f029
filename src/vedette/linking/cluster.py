"""Incidents to clusters: the strongest links first, none that the clusters as wholes speak against.

Invariant: the clusters are a function of the incidents and their scores. No order of arrival enters, since
links are taken by score and then by id, and what happens in one connected part of the graph touches no other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

Edges = Mapping[str, Mapping[str, float]]
"""Incident id to its candidates' ids and scores, both ways."""

_UNLINKED = -8.0  # what a pair counts that no block brought together, or that cannot be one happening


def components(ids: Iterable[str], edges: Edges, least: float, same: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Connected parts of the graph of scores of `least` or more, reached from `ids`; each part sorted.

    Incidents judged the `same` are connected, whatever their score.
    """
    seen: set[str] = set()
    out: list[list[str]] = []
    for start in sorted(ids):
        if start in seen:
            continue
        seen.add(start)
        part, stack = [start], [start]
        while stack:
            here = stack.pop()
            linked = [o for o, score in edges.get(here, {}).items() if score >= least]
            for other in (*linked, *same.get(here, ())):
                if other not in seen:
                    seen.add(other)
                    part.append(other)
                    stack.append(other)
        out.append(sorted(part))
    return out


def cluster(
    part: list[str],
    edges: Edges,
    least: float,
    mean: float,
    same: Mapping[str, Collection[str]],
    apart: Mapping[str, Collection[str]],
    rivals: Mapping[str, Collection[str]],
) -> list[list[str]]:
    """One connected part to clusters, each sorted.

    What was judged the `same` comes together first. Then two clusters that a link of `least` or more ties become
    one where the mean score between their incidents is `mean` or more, unless they hold `rivals`, which one report
    tells apart, or incidents judged `apart`.
    """
    state = _Clusters(part, edges, apart, rivals)
    for a in part:
        for b in sorted(same.get(a, ())):
            if a < b:
                state.join(a, b)
    links = sorted(
        (-score, a, b)
        for a in part
        for b, score in edges.get(a, {}).items()
        if a < b and score >= least and b in state.home
    )
    for _, a, b in links:
        if state.may_join(a, b, mean):
            state.join(a, b)
    return state.clusters()


class _Clusters:
    """Clusters that grow by joining, with the sums and numbers of the scores between them."""

    def __init__(
        self,
        part: list[str],
        edges: Edges,
        apart: Mapping[str, Collection[str]],
        rivals: Mapping[str, Collection[str]],
    ) -> None:
        self.home = {i: n for n, i in enumerate(part)}
        self._members = {n: [i] for n, i in enumerate(part)}
        self._apart = apart
        self._rivals = rivals
        self._between: dict[int, dict[int, tuple[float, int]]] = {
            n: {self.home[b]: (score, 1) for b, score in edges.get(a, {}).items() if b in self.home}
            for a, n in self.home.items()
        }

    def may_join(self, a: str, b: str, mean: float) -> bool:
        """Whether nothing speaks against making the clusters of `a` and `b` one."""
        x, y = self.home[a], self.home[b]
        if x == y or self._between_them(x, y, self._apart) or self._between_them(x, y, self._rivals):
            return False
        pairs = len(self._members[x]) * len(self._members[y])
        score, scored = self._between[x].get(y, (0.0, 0))
        return (score + (pairs - scored) * _UNLINKED) / pairs >= mean

    def _between_them(self, x: int, y: int, pairs: Mapping[str, Collection[str]]) -> bool:
        """Whether some incident of `x` makes a pair with one of `y`."""
        if not pairs:
            return False
        others = set(self._members[y])
        return any(not others.isdisjoint(pairs.get(i, ())) for i in self._members[x])

    def join(self, a: str, b: str) -> None:
        """Make the clusters of `a` and `b` one."""
        x, y = self.home[a], self.home[b]
        if x == y or self._between_them(x, y, self._apart):
            return
        for i in self._members[y]:
            self.home[i] = x
        self._members[x] += self._members.pop(y)
        for z, (score, scored) in self._between.pop(y).items():
            self._between[z].pop(y, None)
            if z != x:
                before = self._between[x].get(z, (0.0, 0))
                self._between[x][z] = self._between[z][x] = (before[0] + score, before[1] + scored)

    def clusters(self) -> list[list[str]]:
        """The clusters as they stand."""
        return sorted(sorted(m) for m in self._members.values())
