"""Incidents to clusters: the strongest links first, none that the clusters as wholes speak against.

Invariant: the clusters are a function of the incidents and their scores. No order of arrival enters, since
links are taken by score and then by id, and what happens in one connected part of the graph touches no other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

Links = Callable[[str], Mapping[str, float]]
"""Incident id to the ids that it is linked with, and the scores of these links."""
PairScore = Callable[[str, str], float]
"""What a pair of incidents counts, linked or not; asked for a pair in the order of their ids."""


def components(ids: Iterable[str], links: Links, same: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Connected parts of the graph of links, reached from `ids`; each part sorted.

    Incidents judged the `same` are connected, linked or not.
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
            for other in (*links(here), *same.get(here, ())):
                if other not in seen:
                    seen.add(other)
                    part.append(other)
                    stack.append(other)
        out.append(sorted(part))
    return out


def cluster(
    part: list[str],
    links: Links,
    pair_score: PairScore,
    mean: float,
    same: Mapping[str, Collection[str]],
    apart: Mapping[str, Collection[str]],
) -> list[list[str]]:
    """One connected part to clusters, each sorted.

    What was judged the `same` comes together first, and counts as one incident that is as near to another as its
    nearest part: an analyst who adds an incident drives none away. Then two clusters that a link ties become one where
    the mean score of the pairs between them is `mean` or more, unless they hold incidents judged `apart`.
    """
    state = _Clusters(part, pair_score, apart)
    for a in part:
        for b in sorted(same.get(a, ())):
            if a < b:
                state.join(a, b)
    state.fuse()
    order = sorted((-score, one, other) for one in part for other, score in links(one).items() if one < other)
    for _, a, b in order:
        if state.may_join(a, b, mean):
            state.join(a, b)
    return state.clusters()


class _Clusters:
    """Clusters that grow by joining. The sum of the scores between two is worked out when first asked for."""

    def __init__(self, part: list[str], pair_score: PairScore, apart: Mapping[str, Collection[str]]) -> None:
        self._home = {i: n for n, i in enumerate(part)}
        # Each member is a tuple of incidents that count as one.
        self._members: dict[int, list[tuple[str, ...]]] = {n: [(i,)] for n, i in enumerate(part)}
        self._pair_score = pair_score
        self._apart = apart
        self._between: dict[int, dict[int, float]] = {n: {} for n in self._members}

    def may_join(self, a: str, b: str, mean: float) -> bool:
        """Whether nothing speaks against making the clusters of `a` and `b` one."""
        x, y = self._home[a], self._home[b]
        if x == y or self._held_apart(x, y):
            return False
        return self._sum(x, y) / (len(self._members[x]) * len(self._members[y])) >= mean

    def join(self, a: str, b: str) -> None:
        """Make the clusters of `a` and `b` one."""
        x, y = self._home[a], self._home[b]
        if x == y or self._held_apart(x, y):
            return
        mine, theirs = self._between.pop(x), self._between.pop(y)
        # A sum that was worked out for one of the two only is worked out anew when it is asked for.
        both = {z: mine[z] + theirs[z] for z in mine.keys() & theirs.keys()}
        for z in mine.keys() | theirs.keys():
            if z in self._between:
                self._between[z].pop(x, None)
                self._between[z].pop(y, None)
        for i in self._incidents(y):
            self._home[i] = x
        self._members[x] += self._members.pop(y)
        self._between[x] = both
        for z, total in both.items():
            self._between[z][x] = total

    def fuse(self) -> None:
        """Take each cluster as it stands for one incident."""
        for n, members in self._members.items():
            if len(members) > 1:
                self._members[n] = [tuple(sorted(self._incidents(n)))]
        self._between = {n: {} for n in self._members}

    def clusters(self) -> list[list[str]]:
        """The clusters as they stand."""
        return sorted(sorted(self._incidents(n)) for n in self._members)

    def _incidents(self, x: int) -> list[str]:
        return [i for one in self._members[x] for i in one]

    def _sum(self, x: int, y: int) -> float:
        """The sum of the scores of all pairs between two clusters."""
        if y not in self._between[x]:
            scores = sorted(self._nearest(one, other) for one in self._members[x] for other in self._members[y])
            self._between[x][y] = self._between[y][x] = sum(scores)
        return self._between[x][y]

    def _nearest(self, one: tuple[str, ...], other: tuple[str, ...]) -> float:
        return max(self._pair_score(min(i, j), max(i, j)) for i in one for j in other)

    def _held_apart(self, x: int, y: int) -> bool:
        """Whether some incident of `x` was judged apart from one of `y`."""
        if not self._apart:
            return False
        others = set(self._incidents(y))
        return any(not others.isdisjoint(self._apart.get(i, ())) for i in self._incidents(x))
