"""Who fights whom in a report, for fights whose own words name one side only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from vedette.extraction.actors import allies, enemy, only_enemy
from vedette.extraction.actors.home import POINTERS, home_state
from vedette.extraction.events.merge import VIOLENT, Group
from vedette.extraction.events.pairing import CLASH
from vedette.knowledge.actors import side_of
from vedette.knowledge.forces import Forces
from vedette.reading.reading import Reading

GOVERNMENT, FOREIGN = "government", "foreign"
BESIDE_THE_STATE = frozenset({GOVERNMENT, "international", "civilians"})
CONTESTED = frozenset(
    {"Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Siege",
     "Non-violent transfer of territory"}
)  # fmt: skip
STRIKES = frozenset(VIOLENT) - {CLASH}


class Opponents:
    """Pairs of actor and target over a report's groups, fights for ground counted twice.

    `fought`: in fights for ground only. `there`: with the place. `struck`: whom the strikes of each befall.
    """

    def __init__(self, reading: Reading, groups: Iterable[Group]) -> None:
        self.reading = reading
        self.state = home_state(reading)
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.fought: Counter[tuple[str, str]] = Counter()
        self.there: Counter[tuple[str, str, str | None]] = Counter()
        self.struck: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        for group in groups:
            for telling in group.tellings:
                if group.type in STRIKES and telling.target:
                    self.struck[telling.actor][telling.target] += 1
                if telling.actor and telling.target and telling.target_fights:
                    weight = 2 if group.type in CONTESTED else 1
                    for one, other in ((telling.actor, telling.target), (telling.target, telling.actor)):
                        self.pairs[one, other] += weight
                        self.there[one, other, telling.where.name] += weight
                        self.fought[one, other] += group.type in CONTESTED

    @property
    def sides(self) -> tuple[str, str] | None:
        """The two that fight each other most, whom "the warring sides" means; the state of the place goes first."""
        found = self.pairs.most_common(1)
        if found:
            return self.ordered(*found[0][0])
        foe = self.foe(self.state) if self.state is not None else None
        return (self.state, foe) if self.state is not None and foe is not None else None

    def fighting(self, known: str | None) -> tuple[str | None, str | None]:
        """The sides of a fight whose words name none, or only `known`: those who fight each other most here.

        Where no fight of the report names both, who is bound to fight the state of the place, and that state.
        """
        votes = {pair: n for pair, n in self.pairs.items() if known is None or known in pair}
        most = max(votes.values(), default=0)
        best = {frozenset(pair) for pair, n in votes.items() if n == most}
        if not self.pairs and known is None and self.sides is not None:
            return self.sides[1], self.sides[0]
        if len(best) != 1:
            return None, known
        return next(pair for pair in votes if set(pair) in best)

    def ordered(self, one: str, other: str) -> tuple[str, str]:
        """Two equal parties in the order in which desks tell them: the state of the place before who fights it."""
        return (other, one) if other == self.state else (one, other)

    def of(self, actor: str, kind: str, place: str | None, *, bound: bool) -> str | None:
        """Whom `actor` fights in this report, if it is one; None for kinds of events that are no fight for ground.

        Whom it fights at `place` comes first. `bound`: also whom it fights most, or is bound to fight by its side; of a
        fight of long ago that tells nothing, unless it fights nobody else.
        """
        if kind not in CONTESTED:
            return None
        here = self._most((b, n) for (a, b, at), n in self.there.items() if a == actor and place and at == place)
        if here is not None:
            return here
        if not bound:
            only = {b for (a, b), n in self.pairs.items() if a == actor and n}
            return only.pop() if len(only) == 1 else only_enemy(self.reading, actor)
        return (
            self._most((b, n) for (a, b), n in self.fought.items() if a == actor and n)
            or self.foe(actor)
            or self._most((b, n) for (a, b), n in self.pairs.items() if a == actor)
        )

    @staticmethod
    def _most(counts: Iterable[tuple[str, int]]) -> str | None:
        """The name that counts most; None of two that count alike, and of none."""
        votes: Counter[str] = Counter()
        for name, n in counts:
            votes[name] += n
        top = votes.most_common(2)
        return top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else None

    def usual(self, actor: str, kind: str) -> str | None:
        """Whom all other strikes of `actor` befall in this report, where that is civilians."""
        told = self.struck.get(actor)
        return "civilians" if kind in STRIKES and told and set(told) == {"civilians"} and told.total() >= 3 else None

    def foe(self, actor: str) -> str | None:
        """Whom `actor` is bound to fight: of a hostile side, else the state of the place, else the state's main foe."""
        known = enemy(self.reading, actor)
        if known is not None or self.state is None:
            return known
        friends = {name for pair in allies(self.reading) if actor in pair for name in pair}
        if actor != self.state:
            side = side_of(self.reading.knowledge, actor) or ""
            sides = self.reading.knowledge.world("forces", Forces).enemies.get(side, (GOVERNMENT,))
            hostile = side == FOREIGN or GOVERNMENT in sides
            return self.state if hostile and self.state not in friends else None
        told = Counter(
            m.name
            for m in self.reading.actors
            if m.kind == "armed"
            and m.how not in POINTERS
            and m.name not in {actor, *friends}
            and side_of(self.reading.knowledge, m.name) not in BESIDE_THE_STATE
        )
        return max(told, key=lambda name: told[name], default=None)
