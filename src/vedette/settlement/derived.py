"""The single figures of the field's data sets, derived from what is settled here.

ACLED keeps one number, the more conservative where reports differ, and gives words without a number fixed values:
12 for dozens, 100 for hundreds, 10 or (outside of active war) 3 for several, many or an unknown number; 10 is taken
here, since what Vedette reads is war (ACLED Codebook, "Fatalities"). UCDP keeps a best, a high and a low estimate and
splits the best by whose dead they are (UCDP GED Codebook, "Estimates of fatalities").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.model.claim import Claim, Toll
from vedette.model.happening import Happening

UNKNOWN = 10
_VAGUE = {3: UNKNOWN, 20: 12, 24: 12, 40: 12, 200: 100, 2000: 1000}
"""The least that the claim format reads out of vague words, to ACLED's value for them."""


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


def acled_fatalities(happening: Happening, claims: Sequence[Claim]) -> int:
    """ACLED's single number of dead: the least that the settlement leaves, vague words by ACLED's table; 0 for none."""
    killed = happening.killed
    if killed is None:
        return 0
    if killed.rule == "analyst" and killed.best is not None:
        return killed.best
    if killed.low is None:
        return UNKNOWN
    vague = [c for c in claims if isinstance(c, Toll) and c.id in killed.claims and c.low == killed.low]
    if vague and all(_is_vague(c) for c in vague):
        return _VAGUE[killed.low]
    return killed.low


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


def _is_vague(toll: Toll) -> bool:
    """Whether the words name no number: "dozens", "several", "hundreds of people"."""
    return toll.low in _VAGUE and not any(ch.isdigit() for ch in toll.words) and toll.low not in (toll.high,)


def _of_side(toll: Toll, side: str | None) -> bool:
    return side is not None and toll.effect == "killed" and toll.who == "combatant" and toll.group == side
