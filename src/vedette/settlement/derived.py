"""The single figures of the field's data sets, derived from what is settled here.

ACLED keeps one number, the more conservative where reports differ, and gives words without a number fixed values, such
as 10 for tens, 12 for dozens and 100 for hundreds; where a number is not told it is 10, or 3 outside of active war; 10
is taken here, since what Vedette reads is war (ACLED, "Reported fatalities"; the values are in ``exchange.yaml``). UCDP
keeps a best, a high and a low estimate and splits the best by whose dead they are (UCDP GED Codebook, "Estimates of
fatalities").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vedette.knowledge.exchange import Acled
from vedette.model.claim import Claim, Toll
from vedette.model.happening import Happening

_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Estimate:
    """UCDP's estimates. `best` is the sum of the four parts; `low` is never above it, `high` never below."""

    best: int
    high: int
    low: int
    side_a: int
    side_b: int
    civilians: int
    unknown: int


def acled_fatalities(happening: Happening, claims: Sequence[Claim], codes: Acled) -> int:
    """ACLED's single number of dead: the least that the settlement leaves, vague words by ACLED's values; 0 for none.

    An analyst's figure counts by its best.
    """
    killed = happening.killed
    if killed is None:
        return 0
    if killed.rule == "analyst" and killed.best is not None:
        return killed.best
    if killed.low is None:
        return codes.unknown
    least = [c for c in claims if isinstance(c, Toll) and c.id in killed.claims and c.low == killed.low]
    vague = [_vague(c, codes) for c in least]
    known = [number for number in vague if number is not None]
    return max(known) if known and len(known) == len(vague) else killed.low


def ucdp_estimate(happening: Happening, claims: Sequence[Claim], side_a: str | None, side_b: str | None) -> Estimate:
    """UCDP's estimates of a happening's dead, parted by side; `side_a` and `side_b` are actors' canonical names."""
    killed = happening.killed
    if killed is None:
        return Estimate(0, 0, 0, 0, 0, 0, 0)
    best = killed.best if killed.best is not None else killed.low if killed.low is not None else 0
    low = min(killed.low if killed.low is not None else best, best)
    high = max(killed.high if killed.high is not None else best, best)
    left = best
    civilians = min(killed.civilians_low or 0, left)
    left -= civilians
    parts = []
    for side in (side_a, side_b):
        told = [c.low for c in claims if isinstance(c, Toll) and _of_side(c, side) and c.low is not None]
        parts.append(min(min(told, default=0), left))
        left -= parts[-1]
    return Estimate(best, high, low, parts[0], parts[1], civilians, left)


def _vague(toll: Toll, codes: Acled) -> int | None:
    """ACLED's value for words that name no number ("dozens", "several people"); None for those that name one."""
    words = f" {toll.words.lower()} "
    if _NUMBER.search(words) or toll.high == toll.low:
        return None
    found = [term for term in codes.vague if f" {term} " in words.replace("-", " ")]
    return codes.vague[max(found, key=len)] if found else None


def _of_side(toll: Toll, side: str | None) -> bool:
    return side is not None and toll.effect == "killed" and toll.who == "combatant" and toll.group == side
