"""Figure algebra: counts of one effect that add up to another count of the report are its parts."""

from __future__ import annotations

import re
from dataclasses import replace

from vedette.extraction.tolls.draft import Draft
from vedette.extraction.tolls.span import DAY, INCIDENT
from vedette.model.claim import Toll
from vedette.model.place import PlaceKind
from vedette.reading.reading import Reading

_MOST_PARTS = 8
_HEADED = re.compile(r"[^\S\n]*[-*•]?[^\S\n]*[A-Z][\w' -]{2,30}:\s")


def parts_of_sums(drafts: list[Draft], reading: Reading) -> list[Draft]:
    """`drafts`, with those marked as subsets that together make up a count told before them.

    A headline adds up what the body tells only if that is of several places, and what is of several is of a day.
    Lines with a heading ("January: three attacks left three dead and 13 hurt") break down the total told before them.
    """
    title_end, text = len(reading.report.title), reading.report.full
    marked = list(drafts)
    for n, draft in enumerate(drafts):
        whole = draft.toll
        if whole.subset or _count(whole) < 3:
            continue
        same = [
            m
            for m, d in enumerate(drafts)
            if m > n and d.toll.effect == whole.effect and _count(d.toll) and not _elsewhere(d.toll, whole, text)
        ]
        run = _run(same, [d.toll for d in marked], whole)
        apart = len({drafts[m].toll.place for m in run}) > 1
        if whole.start < title_end and not apart:
            continue
        for m in run:
            part = _part(marked[m], whole, f"adds up with others to {_count(whole)}")
            marked[m] = replace(part, whole=_count(whole), summed=True)
        if apart and whole.span == INCIDENT:
            marked[n] = marked[n].told({"span": "its parts are of several places"}, span=DAY)
    for n, draft in enumerate(marked):
        toll = draft.toll
        if not _is_headed(toll, reading.report.full):
            continue
        before = (d.toll for d in marked[:n])
        totals = [t for t in before if t.effect == toll.effect and t.span == "period" and not t.subset]
        if totals and _count(totals[-1]) >= _count(toll):
            marked[n] = _part(draft, totals[-1], "a line under a heading breaks the total down")
    return marked


def _part(part: Draft, whole: Toll, reason: str) -> Draft:
    """`part` as a part of `whole`, which lends it what it does not tell; all of a longer while, if the whole is."""
    toll = part.toll
    changes: dict[str, object] = {slot: getattr(whole, slot) for slot in ("by", "means") if getattr(toll, slot) is None}
    if whole.span == "period":
        changes["span"] = "period"
    return part.told({"subset": reason, **dict.fromkeys(changes, "as its whole")}, subset=True, **changes)


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


def _elsewhere(part: Toll, whole: Toll, text: str) -> bool:
    """Whether the whole's own sentence puts it in one town, and the part was in another."""
    start, end = text.rfind(". ", 0, whole.start) + 1, text.find(". ", whole.end)
    sentence = text[start : end if end > 0 else len(text)]
    towns = all(t.location is not None and t.location.kind is PlaceKind.TOWN for t in (part, whole))
    told = whole.place is not None and whole.place in sentence and (part.place or "") not in sentence
    return towns and told and part.location != whole.location
