"""Figure algebra: counts of one effect that add up to another count of the report are its parts."""

from __future__ import annotations

import re
from dataclasses import replace

from vedette.model.claim import Toll
from vedette.reading.reading import Reading

_MOST_PARTS = 8
_HEADED = re.compile(r"[^\S\n]*[-*•]?[^\S\n]*[A-Z][\w' -]{2,30}:\s")


def parts_of_sums(tolls: list[Toll], reading: Reading) -> list[Toll]:
    """`tolls`, with those marked as subsets that together make up a count that the body tells before them.

    A headline that only adds up what the body tells is no whole of its own. Lines with a heading ("January: three
    attacks left three dead and 13 hurt") break down the total told before them.
    """
    title_end = len(reading.report.title)
    marked = list(tolls)
    for n, whole in enumerate(tolls):
        if whole.subset or _count(whole) < 3 or whole.start < title_end:
            continue
        same = [m for m, t in enumerate(tolls) if m > n and t.effect == whole.effect and _count(t)]
        for m in _run(same, marked, whole):
            marked[m] = _part(marked[m], whole, f"adds up with others to {_count(whole)}")
    for n, toll in enumerate(marked):
        if not _is_headed(toll, reading.report.full):
            continue
        totals = [t for t in marked[:n] if t.effect == toll.effect and t.span == "period" and not t.subset]
        if totals and _count(totals[-1]) >= _count(toll):
            marked[n] = _part(toll, totals[-1], "a line under a heading breaks the total down")
    return marked


def _part(part: Toll, whole: Toll, reason: str) -> Toll:
    """`part` as a part of `whole`, which lends it what it does not tell; all of a longer while, if the whole is."""
    changes: dict[str, object] = {slot: getattr(whole, slot) for slot in ("by", "means") if getattr(part, slot) is None}
    if whole.span == "period":
        changes["span"] = "period"
    reasons = {**part.reasons, "subset": reason, **dict.fromkeys(changes, "as its whole")}
    return replace(part, subset=True, reasons=reasons, **changes)  # type: ignore[arg-type]


def _is_headed(toll: Toll, text: str) -> bool:
    line = text.rfind("\n", 0, toll.start) + 1
    return _HEADED.match(text, line, toll.end) is not None


def _count(toll: Toll) -> int:
    return toll.low or toll.high or 0


def _run(same: list[int], tolls: list[Toll], whole: Toll) -> list[int]:
    """The run of two or more neighbours, none a part yet, whose counts add up to the whole's."""
    free = [m for m in same if not tolls[m].subset]
    for first in range(len(free)):
        total = 0
        for size, m in enumerate(free[first : first + _MOST_PARTS], 1):
            total += _count(tolls[m])
            run = free[first : first + size]
            if total == _count(whole) and size > 1 and all(_fits(tolls[k], whole) for k in run):
                return run
            if total > _count(whole):
                break
    return []


def _fits(part: Toll, whole: Toll) -> bool:
    """Whether the part's days and dead can be the whole's."""
    if whole.first and part.first:
        apart = (part.last or part.first) < whole.first or (whole.last or whole.first) < part.first
        if apart:
            return False
    return whole.who == "unknown" or part.who in (whole.who, "unknown")
