"""One doer for an attack: what its event tells of who did it and to whom, and what its tolls tell, fill each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from vedette.extraction.actors.reasons import ELSEWHERE, FELL, ITS_OWN, OPEN_WHO
from vedette.extraction.events.sides import LEFT_OPEN
from vedette.extraction.events.struck import BY_HOLDER
from vedette.extraction.tolls.dedupe import close
from vedette.extraction.tolls.doers import peoples
from vedette.extraction.tolls.draft import NOT_ITSELF
from vedette.knowledge.happenings import Happenings
from vedette.model.claim import Event, Toll
from vedette.reading.reading import Reading

C = TypeVar("C", Toll, Event)
HELD = frozenset({"abducted", "detained"})
"""Effects of the events by which people come to be held."""
CLASH = "Armed clash"
HARMED = frozenset({"killed", "wounded", "casualties"})
TOLD = frozenset({"happened", "alleged"})
OF_THE_EVENT = "who did it, as the event tells that it is of"
OTHER_SIDE = "whom they fought, as the event tells that it is of"
HURT = "whom its count of people harmed tells"
OF_THE_TOLL = "who did it, as its count of people harmed tells"
NEAR = 2
"""How many sentences apart one attack is told of, where its place is not told again."""
_OPEN = frozenset({OPEN_WHO, LEFT_OPEN})


@dataclass(frozen=True)
class _Report:
    """What is asked of a report: where its sentences start, and which events harm people by which means."""

    starts: list[int]
    kinds: Happenings
    reading: Reading

    @cached_property
    def strikes(self) -> frozenset[str]:
        """Types of the events that harm people, but for fights."""
        return frozenset(t for types in self.kinds.means.values() for t in types) - {CLASH}


def agreed(tolls: list[Toll], events: list[Event], reading: Reading) -> tuple[list[Toll], list[Event]]:
    """`tolls` and `events` of one report, each empty doer or target told from the other, where these are of one attack.

    They are of one attack if their kinds fit and their days and places meet; of several such the nearest speaks.
    Nothing told is changed; what is filled has its reason.
    """
    kinds = reading.knowledge.world("happenings", Happenings)
    report = _Report([s.start_char for s in reading.doc.sents], kinds, reading)
    filled = [_toll(toll, events, report) for toll in tolls]
    return filled, [_event(event, filled, report) for event in events]


def _toll(toll: Toll, events: list[Event], report: _Report) -> Toll:
    """A count whose doer is open has its event's; men who fell in their own attack, the side that it was upon."""
    reason = toll.reasons.get("by")
    if toll.by is not None and (own := _upon_himself(toll, events, report)) is not None:
        by = own.actor if own.actor != toll.by else None
        return replace(toll, by=by, reasons=toll.reasons | {"by": OF_THE_EVENT if by else NOT_ITSELF})
    if toll.by is not None or toll.span == "period" or reason not in (OPEN_WHO, NOT_ITSELF, FELL, ITS_OWN):
        return toll
    same = [e for e in events if e.status in TOLD and _of_one(e, toll, report)]
    if reason == FELL:
        upon = {e.target for e in _nearest(same, toll, report) if e.actor is not None}
        return _done_by(toll, upon - {None, "civilians"}, OTHER_SIDE)
    if reason == ITS_OWN:
        same = [e for e in same if _apart(e, toll, report) == 0]
    if reason == NOT_ITSELF or toll.group in {side for e in same for side in (e.actor, e.target)} - {None}:
        pairs = [(e.actor, e.target) for e in _nearest(same, toll, report) if toll.group in (e.actor, e.target)]
        others = {one if two == toll.group else two for one, two in pairs} - {None, "civilians"}
        return _done_by(toll, others, OTHER_SIDE)
    near = _nearest(same, toll, report)
    if any(e.type == CLASH for e in near):
        return toll  # who hits bystanders in a fight is left open
    return _done_by(toll, {e.actor for e in near} - peoples(toll, report.reading), OF_THE_EVENT)


def _upon_himself(toll: Toll, events: list[Event], report: _Report) -> Event | None:
    """The strike of a count's sentence that befell the very one who is taken to have done the harm."""
    same = [e for e in events if e.type in report.strikes and e.status in TOLD and _of_one(e, toll, report)]
    here = [e for e in same if _apart(e, toll, report) == 0 and e.target != "civilians"]
    return here[0] if len(here) == 1 and here[0].target == toll.by and toll.reasons.get("by") in ELSEWHERE else None


def _done_by(toll: Toll, names: set[str | None], reason: str) -> Toll:
    if len(names) != 1 or names <= {None, toll.group, "civilians"}:
        return toll
    return replace(toll, by=names.pop(), reasons=toll.reasons | {"by": reason})


def _event(event: Event, tolls: list[Toll], report: _Report) -> Event:
    """An attack whose doer is open has that of its counts; one upon nobody told, those harmed in its sentence."""
    if event.status not in TOLD:
        return event
    same = [t for t in tolls if t.span != "period" and _of_one(event, t, report)]
    near = [t for t in same if _apart(t, event, report) == 0]
    reasons = dict(event.reasons)
    actor, target = event.actor, event.target
    by = {t.by for t in near or _nearest(same, event, report)}
    if actor is None and reasons.get("actor") in _OPEN and len(by) == 1 and not by <= {None, target}:
        actor = by.pop()
        reasons["actor"] = OF_THE_TOLL
    if event.type in report.strikes and (target is None or reasons.get("target") == BY_HOLDER):
        whom = {_whom(t) for t in near if t.effect in HARMED} - {None, actor}
        if len(whom) == 1:
            target = whom.pop()
            reasons["target"] = HURT
    if (actor, target) == (event.actor, event.target):
        return event
    return replace(event, actor=actor, target=target, reasons=reasons)


def _whom(toll: Toll) -> str | None:
    """Whom a count tells to be harmed: civilians, or whose fighters; None where it does not tell."""
    if toll.who == "civilian":
        return "civilians"
    return toll.group if toll.who == "combatant" else None


def _of_one(event: Event, toll: Toll, report: _Report) -> bool:
    """Whether an event and a count can be of one attack: of fitting kinds, days that meet, and places that do."""
    if toll.effect in HARMED:
        fitting = frozenset(report.kinds.means.get(toll.means, ())) if toll.means else report.strikes | {CLASH}
    else:
        fitting = frozenset({report.kinds.effects[toll.effect].alone} if toll.effect in HELD else ())
    if event.type not in fitting:
        return False
    days = event.first is None or toll.first is None or (event.first, event.last) == (toll.first, toll.last)
    if event.place is None or toll.place is None or event.place == toll.place:
        return days
    return days and event.location is not None and toll.location is not None and close(event, toll)


def _apart(one: Toll | Event, other: Toll | Event, report: _Report) -> int:
    """How many sentences lie between what two claims rest on."""
    return abs(bisect_right(report.starts, one.start) - bisect_right(report.starts, other.start))


def _nearest(claims: Iterable[C], to: Toll | Event, report: _Report) -> list[C]:
    """Those of `claims` that are told nearest to a claim, by sentences; far off only of the very place."""
    known = [c for c in claims if _apart(c, to, report) <= NEAR or (c.place is not None and c.place == to.place)]
    least = min((_apart(c, to, report) for c in known), default=0)
    return [c for c in known if _apart(c, to, report) == least]
