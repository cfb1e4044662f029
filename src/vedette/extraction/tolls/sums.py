"""Figure algebra: counts of one effect that add up to another count of the report are its parts."""

from __future__ import annotations

from dataclasses import replace

from vedette.model.claim import Toll

_MOST_PARTS = 8


def parts_of_sums(tolls: list[Toll], title_end: int) -> list[Toll]:
    """`tolls`, with those marked as subsets that together make up a count that the body tells before them.

    A headline that only adds up what the body tells is no whole of its own. What the same sentence tells of another
    effect is then a part, too, where that effect has a whole ("January: three attacks left three dead and 13 hurt").
    """
    marked = list(tolls)
    for n, whole in enumerate(tolls):
        if whole.subset or _count(whole) < 3 or whole.start < title_end:
            continue
        same = [m for m, t in enumerate(tolls) if t.effect == whole.effect and _count(t)]
        for m in _run([m for m in same if m > n], marked, whole):
            reason = {"subset": f"adds up with others to {_count(whole)}"}
            marked[m] = replace(
                marked[m], subset=True, span=_span(whole, tolls[m]), reasons=tolls[m].reasons | reason
            )
    return marked


def _count(toll: Toll) -> int:
    return toll.low or toll.high or 0


def _span(whole: Toll, part: Toll) -> str:
    return "period" if whole.span == "period" else part.span


def _run(same: list[int], tolls: list[Toll], whole: Toll) -> list[int]:
    """The run of two or more neighbours, none a part yet, whose counts add up to the whole's."""
    free = [m for m in same if not tolls[m].subset]
    for first in range(len(free)):
        total = 0
        for size, m in enumerate(free[first : first + _MOST_PARTS], 1):
            total += tolls[m].low or 0
            if (
                total == whole.low
                and size > 1
                and all(_fits(tolls[k], whole) for k in free[first : first + size])
            ):
                return free[first : first + size]
            if total > _count(whole):
                break
    return []


def _fits(part: Toll, whole: Toll) -> bool:
    """Whether the part's days and dead can be the whole's."""
    if (
        whole.first
        and part.first
        and ((part.last or part.first) < whole.first or (whole.last or whole.first) < part.first)
    ):
        return False
    return whole.who == "unknown" or part.who in (whole.who, "unknown")
