"""Who did it, where a toll does not tell but the report tells it of the same attack elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile

from vedette.extraction.actors import NOBODY_KNOWN
from vedette.extraction.actors.reasons import FELL
from vedette.extraction.tolls.captors import besieger, captor
from vedette.extraction.tolls.dedupe import close
from vedette.extraction.tolls.draft import NOT_ITSELF
from vedette.extraction.tolls.span import A_SIEGE
from vedette.knowledge.countries import countries
from vedette.model.claim import Toll
from vedette.reading.reading import Reading

_HELD = frozenset({"abducted"})
_DONE = frozenset({"killed", "wounded", "casualties"})


def shared_doer(tolls: list[Toll], reading: Reading) -> list[Toll]:
    """`tolls`, where those without a doer take it from the others of the same means and days, if these agree.

    Captives, held or let go, have the one captor of whom the report tells.
    """
    held = {t.by for t in tolls if t.effect in _HELD and t.by is not None}
    holder = next(iter(held)) if len(held) == 1 else None
    if not held and any(t.effect in _HELD for t in tolls):
        holder = captor(reading)
    parties = {m.name for m in reading.actors if m.kind in ("armed", "state")}
    shut_in = besieger(reading) if any(t.effect == "trapped" and t.by is None for t in tolls) else None
    told = [_filled(toll, tolls, holder, parties, reading) for toll in tolls]
    told = [_by_same_means(toll, told) for toll in told]
    return [_shut_in(toll, shut_in) if toll.effect == "trapped" else toll for toll in told]


def _shut_in(toll: Toll, besieger: str | None) -> Toll:
    """Those shut in by a siege have the besieger of whom the report tells; those of many places do not."""
    if toll.by is not None or besieger in (None, toll.group) or toll.reasons.get("span") != A_SIEGE:
        return toll
    return replace(toll, by=besieger, reasons=toll.reasons | {"by": "who besieges, as the report tells"})


def _filled(toll: Toll, tolls: list[Toll], holder: str | None, parties: set[str], reading: Reading) -> Toll:
    if toll.by is None and (toll.effect in _HELD or _let_go(toll, tolls)):
        return _kept_by(toll, holder)
    if toll.by is None and toll.effect == "detained" and toll.source in parties:
        return replace(toll, by=toll.source, reasons=toll.reasons | {"by": "the party that tells of the arrest"})
    buried = toll.effect == "trapped" and toll.span == "incident"  # "trapped under the rubble", of one attack
    if toll.by is not None or not (toll.effect in _DONE or buried) or toll.span == "period":
        return toll
    if toll.reasons.get("by") in (NOT_ITSELF, NOBODY_KNOWN, FELL):
        return toll
    doers = {t.by for t in tolls if t.effect in _DONE and t.span != "period" and _same_attack(t, toll)}
    known = doers - {None}
    if len(known) != 1 or known <= {toll.group, *peoples(toll, reading)}:
        return toll
    reasons = toll.reasons | {"by": "who did it, as told of the same attack elsewhere"}
    return replace(toll, by=known.pop(), reasons=reasons)


def peoples(toll: Toll, reading: Reading) -> set[str]:
    """The states whose people the toll's own words name: "1,400 Israelis were killed".

    A state on its own soil goes by its government, which can have killed its people.
    """
    start = bisect_left(reading.doc, toll.start, key=lambda t: t.idx)
    told = {t.text for t in takewhile(lambda t: t.idx < toll.end, reading.doc[start:])}
    return {c.name for c in countries(reading.knowledge).values() if told & set(c.people[1:])}


def _by_same_means(toll: Toll, tolls: list[Toll]) -> Toll:
    """A count of an attack without means has those of the attack's other counts, where they agree."""
    if toll.means is not None or toll.effect not in _DONE or toll.span == "period" or toll.first is None:
        return toll
    same = [t for t in tolls if t.effect in _DONE and t.span != "period" and _same_attack(t, toll)]
    means = {t.means for t in same if t.by == toll.by} - {None}
    if len(means) != 1 or any(t.means not in means | {None} for t in same):
        return toll
    reasons = {"means": "what did it, as told of the same attack elsewhere"}
    return replace(toll, means=means.pop(), reasons=toll.reasons | reasons)


def _let_go(toll: Toll, tolls: list[Toll]) -> bool:
    """Whether they are captives let go, as told after others of the report were taken; fighters go in exchange."""
    if toll.effect != "released" or toll.who == "combatant" or toll.group == "prisoners":
        return False
    return any(t.effect in _HELD for t in tolls)


def _kept_by(toll: Toll, holder: str | None) -> Toll:
    """Captives without a captor have the one that the report names for others, where it names but one."""
    if holder is None or holder == toll.group:
        return toll
    return replace(toll, by=holder, reasons=toll.reasons | {"by": "who holds the other captives of the report"})


def _same_attack(a: Toll, b: Toll) -> bool:
    means = a.means == b.means or a.means is None or b.means is None
    if a.who == "combatant" != b.who and a.place != b.place:
        return False  # who fought gunmen in one place has not bombed a market in another
    return means and (a.first, a.last) == (b.first, b.last) and close(a, b)
