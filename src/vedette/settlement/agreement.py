"""How often origins that count the same people agree, and by how much they differ. No score of truth is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from vedette.linking.told import Told
from vedette.model.claim import EFFECTS
from vedette.model.provenance import Provenance
from vedette.settlement.contradict import compared
from vedette.settlement.figures import figures
from vedette.settlement.origins import independent
from vedette.settlement.rules import standing

AGREE, CONTRADICT, DIFFER = "agree", "contradict", "differ"


@dataclass(frozen=True)
class Comparison:
    """The last words of two independent origins on one effect of one happening.

    `outcome`: they agree (the words of each leave room for the other's), contradict each other, or differ for a reason
    that lets both hold. `ratio` is the number of `one` by that of `other`; None where one of them is 0.
    """

    one: str
    other: str
    effect: str
    outcome: str
    ratio: float | None


def comparisons(members: Sequence[Told], provenance: Mapping[str, Provenance]) -> Iterator[Comparison]:
    """Every pair of credited origins that give a figure for one effect of a happening with these claims."""
    by_id = {m.id: m for m in members}
    for effect in EFFECTS:
        found = figures(members, effect, provenance)
        disputed = [frozenset(x.claims) for x in compared(members, effect, found, provenance)[0]]
        for a, b in combinations(standing(found), 2):
            pairs = [(by_id[x], by_id[y]) for x in a.claims for y in b.claims]
            if not all(independent(x, y, provenance) for x, y in pairs):
                continue
            meet = a.allows(b.low) or b.allows(a.low)
            against = frozenset((*a.claims, *b.claims)) in disputed
            outcome = CONTRADICT if against else AGREE if meet else DIFFER
            ratio = a.low / b.low if a.low and b.low else None
            yield Comparison(a.origin.name, b.origin.name, effect, outcome, ratio)
