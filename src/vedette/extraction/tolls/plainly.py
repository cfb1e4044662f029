"""Dead of whom a report says "people" and makes plain by their parts that they are civilians."""

from __future__ import annotations

from dataclasses import replace

from vedette.extraction.tolls.who import CIVILIAN, UNKNOWN
from vedette.model.claim import Toll

_ASKED = frozenset({"killed", "wounded", "casualties"})
_REACH = 250
"""Within how many characters of a whole its parts are told."""
_BESIDE = 12
"""And how far from a count another of the same clause begins."""
_REASON = "its parts are civilians"


def plain_civilians(tolls: list[Toll]) -> list[Toll]:
    """`tolls`, where people whose counted parts are women and children, or at least half civilians, are civilians.

    So are those that a bare number beside such a count tells of: "5 killed and 17 injured".
    """
    plain = [_plain(toll, tolls) for toll in tolls]
    for n, toll in enumerate(plain[1:], 1):
        before = plain[n - 1]
        beside = before.reasons.get("who") == _REASON and 0 <= toll.start - before.end < _BESIDE
        if beside and toll.who == UNKNOWN and toll.effect in _ASKED and toll.words.isdigit():
            plain[n] = _as_civilians(toll, "as those told beside it")
    return plain


def _plain(toll: Toll, tolls: list[Toll]) -> Toll:
    if toll.who != UNKNOWN or toll.effect not in _ASKED or toll.span == "period":
        return toll
    parts = [t for t in tolls if t.subset and t.effect == toll.effect and t.low and _is_part(t, toll)]
    if not parts or any(t.who != CIVILIAN or t.reasons.get("who", "").startswith("as ") for t in parts):
        return toll
    groups = " and ".join(t.group or "" for t in parts)
    counted = sum(t.low or 0 for t in parts)
    most = toll.low is not None and toll.low > 1 and toll.low <= 2 * counted
    if not most and not ("women" in groups and "children" in groups):
        return toll
    return _as_civilians(toll, _REASON)


def _as_civilians(toll: Toll, reason: str) -> Toll:
    return replace(toll, who=CIVILIAN, group=None, reasons=toll.reasons | {"who": reason})


def _is_part(part: Toll, whole: Toll) -> bool:
    told = part.reasons.get("subset", "")
    figure = whole.low or whole.high
    if told == f"adds up with others to {figure}":
        return True
    return told == f"part of {figure}" and -_REACH < part.start - whole.start < _REACH
