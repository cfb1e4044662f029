"""Dead of whom a report says "people" and makes plain by their parts that they are civilians."""

from __future__ import annotations

from vedette.extraction.tolls.draft import Draft
from vedette.extraction.tolls.who import CIVILIAN, UNKNOWN

_ASKED = frozenset({"killed", "wounded", "casualties"})
_HELD = frozenset({"abducted", "released"})
"""Captives are civilians only if each of them is told to be one."""
_REACH = 250
"""Within how many characters of a whole its parts are told."""
_BESIDE = 12
"""And how far from a count another of the same clause begins."""


def plain_civilians(drafts: list[Draft]) -> list[Draft]:
    """`drafts`, where people whose counted parts are women and children, or at least half civilians, are civilians.

    So are those that a bare number beside such a count tells of: "5 killed and 17 injured".
    """
    by_parts = [_by_parts(draft, drafts) for draft in drafts]
    plain = [_civilians(d, "its parts are civilians") if by else d for d, by in zip(drafts, by_parts, strict=True)]
    for n, draft in enumerate(plain[1:], 1):
        toll, before = draft.toll, plain[n - 1].toll
        beside = by_parts[n - 1] and 0 <= toll.start - before.end < _BESIDE
        if beside and toll.who == UNKNOWN and toll.effect in _ASKED and toll.words.isdigit():
            plain[n] = _civilians(draft, "as those told beside it")
    return plain


def _by_parts(draft: Draft, drafts: list[Draft]) -> bool:
    toll = draft.toll
    if toll.who != UNKNOWN or toll.effect not in _ASKED | _HELD or toll.span == "period":
        return False
    found = [d for d in drafts if d.toll.effect == toll.effect and d.toll.low and _is_part(d, draft)]
    if not found or any(d.toll.who != CIVILIAN or d.likened for d in found):
        return False
    parts = [d.toll for d in found]
    groups = " and ".join(t.group or "" for t in parts)
    counted = sum(t.low or 0 for t in parts)
    if toll.effect in _HELD:
        return counted == toll.low
    most = toll.low is not None and toll.low > 1 and toll.low <= 2 * counted
    return most or ("women" in groups and "children" in groups)


def _civilians(draft: Draft, reason: str) -> Draft:
    return draft.told({"who": reason}, who=CIVILIAN, group=None)


def _is_part(part: Draft, whole: Draft) -> bool:
    if not part.toll.subset or part.whole != (whole.toll.low or whole.toll.high):
        return False
    return part.summed or -_REACH < part.toll.start - whole.toll.start < _REACH
