"""Running totals ("129 since November"): which of them count the same."""

from __future__ import annotations

from vedette.linking.incidents import Incident
from vedette.linking.score import NEVER, Score
from vedette.linking.windows import compare_windows
from vedette.model.claim import Toll

_SAME_DAYS = 2.0  # what the windows of two running totals must score to be one
_MONTH = 31  # days between the ends of two running totals that may be one
LONG = 92
"""Days: the totals of a longer time are told anew each month."""


Counted = tuple[str, str, str | None]
"""What a running total counts: the effect, what sort of people, and who did it to them."""


def counted(incident: Incident) -> frozenset[Counted]:
    """What each of the running totals of one breath counts; subsets are left out where there is a whole."""
    tolls = [m.claim for m in incident.members if isinstance(m.claim, Toll)]
    wholes = [t for t in tolls if not t.subset] or tolls[:1]
    return frozenset((t.effect, t.who, t.by) for t in wholes)


def compare_totals(a: Incident, b: Incident) -> Score:
    """Two running totals are one only if they count the same people, of the same doer, over the same time.

    Those of a long time must end in one month. Else each month's total of a war would hang together with the next
    month's, and the whole war's totals would be weighed anew for every report that tells one.
    """
    both = sorted(counted(a) & counted(b), key=str)
    if not both:
        return Score(NEVER, "totals of different people")
    days = compare_windows(a.window, b.window)
    if a.window.vague or b.window.vague or days.value < _SAME_DAYS or not _end_together(a, b):
        return Score(NEVER, "totals over different times")
    if {p.sides for p in a.places} != {p.sides for p in b.places}:
        return Score(NEVER, "totals of different parts of a place")
    return Score(1.5 + days.value, "; ".join(x for x in (f"both {both[0][0]} in all", days.reason) if x))


def _end_together(a: Incident, b: Incident) -> bool:
    """Whether two totals end so near each other that they may be one count: a year later it is another."""
    one, two = a.window.last, b.window.last
    if one is None or two is None:
        return True
    if max(a.window.days, b.window.days) > LONG and (one.year, one.month) != (two.year, two.month):
        return False
    return abs((one - two).days) <= _MONTH
