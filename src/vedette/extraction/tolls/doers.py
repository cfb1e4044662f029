"""Who did it, where a toll does not tell but the report tells it of the same attack elsewhere."""

from __future__ import annotations

from dataclasses import replace

from vedette.extraction.tolls.dedupe import close
from vedette.model.claim import Toll

_HELD = frozenset({"abducted"})
_DONE = frozenset({"killed", "wounded", "casualties"})


def shared_doer(tolls: list[Toll]) -> list[Toll]:
    """`tolls`, where those without a doer take it from the others of the same means and days, if these agree."""
    return [_filled(toll, tolls) for toll in tolls]


def _filled(toll: Toll, tolls: list[Toll]) -> Toll:
    if toll.by is None and toll.effect in _HELD:
        return _kept_by(toll, tolls)
    if toll.by is not None or toll.effect not in _DONE or toll.span == "period":
        return toll
    if toll.reasons.get("by", "").startswith("who did it cannot"):
        return toll
    doers = {t.by for t in tolls if t.effect in _DONE and t.span != "period" and _same_attack(t, toll)}
    known = doers - {None}
    if len(known) != 1 or known == {toll.group}:
        return toll
    reasons = toll.reasons | {"by": "who did it, as told of the same attack elsewhere"}
    return replace(toll, by=known.pop(), reasons=reasons)


def _kept_by(toll: Toll, tolls: list[Toll]) -> Toll:
    """Captives without a captor have the one that the report names for others, where it names but one."""
    known = {t.by for t in tolls if t.effect in _HELD and t.by is not None}
    if len(known) != 1 or known == {toll.group}:
        return toll
    return replace(toll, by=known.pop(), reasons=toll.reasons | {"by": "who holds the other captives of the report"})


def _same_attack(a: Toll, b: Toll) -> bool:
    means = a.means == b.means or a.means is None or b.means is None
    return means and (a.first, a.last) == (b.first, b.last) and close(a, b)
