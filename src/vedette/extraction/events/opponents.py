"""Who fights whom in a report, for fights whose own words name one side only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from vedette.extraction.actors import enemy
from vedette.extraction.events.merge import Group
from vedette.extraction.where import home_country
from vedette.knowledge.countries import countries
from vedette.reading.actors.lexicon import lexicon
from vedette.reading.reading import Reading

CONTESTED = frozenset({"Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Siege"})
POINTERS = frozenset({"pronoun", "nationality", "country"})


class Opponents:
    """Pairs of actor and target over a report's groups, fights for ground counted twice."""

    def __init__(self, reading: Reading, groups: Iterable[Group]) -> None:
        self.reading = reading
        self.state = home_state(reading)
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.there: Counter[tuple[str, str, str | None]] = Counter()
        for group in groups:
            for telling in group.tellings:
                if telling.actor and telling.target and telling.target_fights:
                    weight = 2 if group.type in CONTESTED else 1
                    for one, other in ((telling.actor, telling.target), (telling.target, telling.actor)):
                        self.pairs[one, other] += weight
                        self.there[one, other, telling.where.name] += weight

    @property
    def sides(self) -> tuple[str, str] | None:
        """The two that fight each other most, whom "the warring sides" means; the state of the place goes first."""
        found = self.pairs.most_common(1)
        if found:
            return self.ordered(*found[0][0])
        foe = self.foe(self.state) if self.state is not None else None
        return (self.state, foe) if self.state is not None and foe is not None else None

    def ordered(self, one: str, other: str) -> tuple[str, str]:
        """Two equal parties in the order in which desks tell them: the state of the place before who fights it."""
        return (other, one) if other == self.state else (one, other)

    def of(self, actor: str, kind: str, place: str | None, *, bound: bool) -> str | None:
        """Whom `actor` fights in this report, if it is one; None for kinds of events that are no fight for ground.

        Whom it fights at `place` comes first. `bound`: also whom it is bound to fight by its side, where the report
        tells of no fight of its own.
        """
        if kind not in CONTESTED:
            return None
        here = Counter({b: n for (a, b, at), n in self.there.items() if a == actor and at == place and place})
        found = (here or Counter({b: n for (a, b), n in self.pairs.items() if a == actor})).most_common(2)
        if not found:
            return self.foe(actor) if bound else None
        if len(found) == 2 and found[0][1] == found[1][1]:
            return None
        return found[0][0]

    def foe(self, actor: str) -> str | None:
        """Whom `actor` is bound to fight: of a hostile side, else the state of the place, else the state's main foe."""
        known = enemy(self.reading, actor)
        if known is not None or self.state is None:
            return known
        if actor != self.state:
            return self.state
        told = Counter(
            m.name for m in self.reading.actors if m.kind == "armed" and m.how not in POINTERS and m.name != actor
        )
        return max(told, key=lambda name: told[name], default=None)


def home_state(reading: Reading) -> str | None:
    """The government of the country in which the report's places lie, if the report tells of it as an actor."""
    code = home_country(reading)
    if code is None:
        return None
    own = lexicon(reading.knowledge, reading.packs).states.get(code)
    state = countries(reading.knowledge).get(code)
    names = {own, state.government if state is not None else None}
    return next((m.name for m in reading.actors if m.name in names and m.how not in POINTERS), None)
