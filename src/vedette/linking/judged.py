"""What analysts decided of claims, brought into the form that linking asks for.

Invariant: what is held is consistent. Claims judged the same make groups; no two claims of one group are held to be
different. Where opinions cannot all hold, the later ones count, and the earlier are told in `overruled`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations

from vedette.linking.told import Told
from vedette.model.correction import Corrections, corrections, in_force
from vedette.model.judgement import Judgement, Opinion, Verdict

OPINIONS = {
    Verdict.SAME: Opinion.SAME,
    Verdict.DIFFERENT: Opinion.DIFFERENT,
    Verdict.UNSURE: Opinion.UNSURE,
}
Pair = tuple[str, str]


def happening_id(seed: str) -> str:
    """The id of the happening that the claim `seed` is the first of."""
    return f"e-{hashlib.sha256(seed.encode()).hexdigest()[:16]}"


@dataclass(frozen=True)
class Judged:
    """Judgements in force. `groups` are of claims judged the same, or held apart from others; `apart` are pairs of
    their numbers. `overruled`: pairs of claims, the smaller first, on which an opinion was set aside for later ones.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()
    group_of: dict[str, int] = field(default_factory=dict)
    corrections: Corrections = field(default_factory=Corrections)
    overruled: frozenset[Pair] = frozenset()

    def opinion(self, a: str, b: str) -> Opinion:
        """What is held of two claims, said outright or composed of what was said of others."""
        one, two = self.group_of.get(a), self.group_of.get(b)
        if one is None or two is None:
            return Opinion.NONE
        if one == two:
            return Opinion.SAME
        return Opinion.DIFFERENT if (min(one, two), max(one, two)) in self.apart else Opinion.NONE

    def different_in(self, claims: Iterable[str]) -> list[Pair]:
        """Pairs of one report's claims that must not be taken for one incident, the smaller first.

        A claim that is held apart from any other leaves the incidents of all claims that were judged in another way:
        else what is held of those would be held of it too.
        """
        held_apart = {n for pair in self.apart for n in pair}
        mentioned = sorted(c for c in claims if c in self.group_of)
        return [
            (a, b)
            for a, b in combinations(mentioned, 2)
            if (one := self.group_of[a]) != (two := self.group_of[b]) and (one in held_apart or two in held_apart)
        ]

    def correct(self, claims: Iterable[Told]) -> list[Told]:
        """Without the claims judged wrong, and with the places and slots that were judged."""
        fixed = self.corrections
        return [
            replace(t, claim=fixed.apply(t.claim)) if t.id in fixed.slots else t
            for t in claims
            if t.id not in fixed.wrong
        ]


def judged(judgements: Iterable[Judgement]) -> Judged:
    """The judgements in force.

    Of one author's opinions on a pair the latest counts; authors' opinions are added, so that a dispute between them
    leaves the machine's view. What cannot hold beside later opinions on other pairs is overruled.
    """
    standing = in_force(judgements)
    if not standing:
        return Judged()
    said: dict[Pair, dict[str, Judgement]] = {}
    for one in standing:
        if one.verdict in OPINIONS:
            for pair in combinations(sorted(set(one.subjects)), 2):
                said.setdefault(pair, {})[one.author] = one
    held = [
        (max((j.when, j.id) for j in by_author.values()), pair, opinion)
        for pair, by_author in said.items()
        if (opinion := _sum(OPINIONS[j.verdict] for j in by_author.values())) in (Opinion.SAME, Opinion.DIFFERENT)
    ]
    held.sort(key=lambda h: h[1])
    held.sort(key=lambda h: h[0], reverse=True)
    parts = _Parts()
    overruled = frozenset(pair for _, pair, opinion in held if not parts.take(pair, opinion))
    groups, apart = parts.result()
    group_of = {claim: n for n, group in enumerate(groups) for claim in group}
    return Judged(groups, apart, group_of, corrections(standing), overruled)


class _Parts:
    """Groups of claims that are one happening, and which of them are two; grown pair by pair."""

    def __init__(self) -> None:
        self._home: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}

    def take(self, pair: Pair, opinion: Opinion) -> bool:
        """Hold `opinion`, unless what is held already says the contrary; tell whether it is held."""
        x, y = (self._home_of(c) for c in pair)
        if opinion is Opinion.DIFFERENT:
            if x == y:
                return False
            self._apart[x].add(y)
            self._apart[y].add(x)
        elif x != y:
            if y in self._apart[x]:
                return False
            self._join(x, y)
        return True

    def _home_of(self, claim: str) -> str:
        home = self._home.setdefault(claim, claim)
        self._members.setdefault(home, [claim])
        self._apart.setdefault(home, set())
        return home

    def _join(self, x: str, y: str) -> None:
        for claim in self._members.pop(y):
            self._home[claim] = x
            self._members[x].append(claim)
        for other in self._apart.pop(y):
            self._apart[other].discard(y)
            self._apart[other].add(x)
            self._apart[x].add(other)

    def result(self) -> tuple[tuple[tuple[str, ...], ...], frozenset[tuple[int, int]]]:
        """The groups, sorted, and the pairs of their numbers that are apart."""
        homes = sorted(self._members, key=lambda h: min(self._members[h]))
        number = {home: n for n, home in enumerate(homes)}
        apart = {(min(number[x], number[y]), max(number[x], number[y])) for x in homes for y in self._apart[x]}
        return tuple(tuple(sorted(self._members[h])) for h in homes), frozenset(apart)


def _sum(opinions: Iterable[Opinion]) -> Opinion:
    out = Opinion.NONE
    for opinion in opinions:
        out = out + opinion
    return out
