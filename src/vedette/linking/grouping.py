"""One report's claims to incidents: each toll to the event that caused it, each event told twice once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from vedette.linking.attach import (
    ATTACH,
    BREATH,
    TOGETHER,
    distance,
    event_to_event,
    place_in_report,
    toll_to_event,
    toll_to_toll,
)
from vedette.linking.incidents import HARM, Incident
from vedette.linking.lore import Lore
from vedette.linking.rivals import two_tolls
from vedette.linking.score import NEVER
from vedette.linking.told import Told
from vedette.linking.windows import compare_windows
from vedette.model.claim import Event, Toll

_ONLY = 4.5  # what it counts that an event is the only one that can have caused a toll
_KILLS = 3.0  # and for a toll whose means is not told: that it is the only one of the report that does such a thing
_TWICE = 4.5  # two event claims of one report with this much in common are one event told twice


def incidents_of(report: Iterable[Told], lore: Lore, different: Collection[tuple[str, str]] = ()) -> list[Incident]:
    """The incidents of one report's claims; every claim is in exactly one. The order of claims plays no part.

    `different` holds pairs of claim ids that were judged to be two events.
    """
    members = sorted(report, key=lambda m: (m.claim.start, m.claim.end, m.id))
    groups = [_Group([m]) for m in members if isinstance(m.claim, Event)]
    alone: list[Told] = []
    # Running totals last: an event that has its own dead is no course of which they could be the cost.
    for toll in sorted((m for m in members if isinstance(m.claim, Toll)), key=_is_total):
        scored = [
            (toll_to_event(toll, g.events[0], lore).value, -n) for n, g in enumerate(groups) if _leaves_room(g, toll)
        ]
        value, n = max(scored, default=(NEVER, 0))
        if not toll.placed and _only_cause(toll, groups, lore) == -n:
            value += _ONLY if _means(toll, lore) else _KILLS
        (groups[-n].tolls if value >= ATTACH else alone).append(toll)
    alone = _beside_others(alone, groups, lore)
    out = [_incident(g.events, g.tolls, lore) for g in _told_twice(groups, lore)]
    out = [part for i in out + _alone(alone, lore) for part in _split(i, lore, different)]
    return sorted(out, key=lambda i: i.id)


def _split(incident: Incident, lore: Lore, different: Collection[tuple[str, str]]) -> list[Incident]:
    """Take out of an incident what was judged different from another claim of it."""
    ids = {m.id for m in incident.members}
    out = {b if a == incident.lead.id or b != incident.lead.id else a for a, b in different if {a, b} <= ids}
    if not out:
        return [incident]
    parts = [
        [m for m in incident.members if m.id not in out],
        *([m] for m in incident.members if m.id in out),
    ]
    return [
        _incident(
            [m for m in part if isinstance(m.claim, Event)],
            [m for m in part if isinstance(m.claim, Toll)],
            lore,
        )
        for part in parts
    ]


def _only_cause(toll: Told, groups: Sequence[_Group], lore: Lore) -> int | None:
    """The one event of the report that fits the means and the days of `toll`, by its number; None if there are more.

    ("The blast" is the only blast that the report tells of, wherever its sentence seems to be.) Where no means is told,
    any event that brings such a toll about fits.
    """
    if not isinstance(toll.claim, Toll):
        return None
    means, cause = _means(toll, lore), lore.kinds.effects.get(toll.claim.effect)
    families = {means} if means else set(cause.families) - cause.weak if cause else set()
    fitting = [
        n
        for n, group in enumerate(groups)
        if isinstance(act := group.events[0].claim, Event)
        and lore.kinds.family_of.get(act.type) in families
        and compare_windows(toll.window, group.events[0].window).value >= 0
    ]
    return fitting[0] if len(fitting) == 1 else None


def _leaves_room(group: _Group, toll: Told) -> bool:
    """Whether a running total of people harmed may be a course's: no other harm, and no other number, is told of it."""
    if not _is_total(toll) or getattr(toll.claim, "effect", None) not in HARM:
        return True
    harmed = [t for t in group.tolls if isinstance(t.claim, Toll) and t.claim.effect in HARM]
    return all(_is_total(t) for t in harmed) and not two_tolls([toll], harmed)


def _means(toll: Told, lore: Lore) -> str | None:
    """The family of events that the means of `toll` tells of, if any is told."""
    return lore.kinds.family_of.get(lore.kinds.usual(getattr(toll.claim, "means", None)) or "")


def _beside_others(tolls: Sequence[Told], groups: Sequence[_Group], lore: Lore) -> list[Told]:
    """Put tolls to events whose tolls they stand beside ("killing nine and wounding many"); the rest comes back."""
    attached = [list(g.tolls) for g in groups]
    left: list[Told] = []
    for toll in tolls:
        scored = [(toll_to_toll(toll, other, lore).value, -n) for n, others in enumerate(attached) for other in others]
        value, n = max(scored, default=(0.0, 0))
        (groups[-n].tolls if value >= TOGETHER and not _is_total(toll) else left).append(toll)
    return left


@dataclass
class _Group:
    events: list[Told]
    tolls: list[Told] = field(default_factory=list)


def _told_twice(groups: Sequence[_Group], lore: Lore) -> list[_Group]:
    """Bring event claims of one event together, unless their tolls show that the report means two."""
    out: list[_Group] = []
    for group in groups:
        for other in out:
            scores = [event_to_event(a, b, lore).value for a in group.events for b in other.events]
            if min(scores) >= _TWICE and not two_tolls(group.tolls, other.tolls):
                other.events += group.events
                other.tolls += group.tolls
                break
        else:
            out.append(group)
    return out


def _alone(tolls: Sequence[Told], lore: Lore) -> list[Incident]:
    """Tolls that no event claim explains: those of one place, time, doer and sort together."""
    groups: list[list[Told]] = []
    for toll in tolls:
        if _is_total(toll):
            continue
        fitting = [g for g in groups if all(toll_to_toll(toll, other, lore).value >= TOGETHER for other in g)]
        if fitting:
            min(fitting, key=lambda g: (min(distance(toll, o) for o in g), g[0].id)).append(toll)
        else:
            groups.append([toll])
    groups += _totals([t for t in tolls if _is_total(t)])
    return [_incident([], group, lore) for group in groups]


def _is_total(told: Told) -> bool:
    return isinstance(told.claim, Toll) and told.claim.span == "period"


def _totals(tolls: Sequence[Told]) -> list[list[Told]]:
    """Running totals, each with the subsets told of it, and with the other effects told in one breath with it.

    ("The war has killed 3,000 people, wounded 6,000 and displaced a million" is one count of one time.)
    """
    groups: list[list[Told]] = []
    for toll in tolls:
        fitting = [group for group in groups if _counted_with(toll, group)]
        if fitting:
            fitting[-1].append(toll)
        else:
            groups.append([toll])
    return groups


def _counted_with(toll: Told, group: Sequence[Told]) -> bool:
    """Whether a running total is a part of one told before, or counts another effect of its time and place."""
    cost, whole = toll.claim, group[0].claim
    if not isinstance(cost, Toll) or not isinstance(whole, Toll) or place_in_report(toll, group[0]).value < 0:
        return False
    if (cost.first, cost.last) != (whole.first, whole.last):
        return False
    if cost.subset:
        return cost.effect == whole.effect
    wholes = [m.claim for m in group if isinstance(m.claim, Toll) and not m.claim.subset]
    other_people = all(cost.effect != w.effect or (cost.group and w.group and cost.group != w.group) for w in wholes)
    return other_people and min(distance(toll, other) for other in group) <= BREATH


def _incident(events: list[Told], tolls: list[Told], lore: Lore) -> Incident:
    members = tuple(sorted((*events, *tolls), key=lambda m: m.id))
    types = [e.claim.type for e in events if isinstance(e.claim, Event)] or _types_of_tolls(tolls, lore)
    kind = min(Counter(types).items(), key=lambda item: (-item[1], item[0]))[0]
    total = not events and all(isinstance(t.claim, Toll) and t.claim.span == "period" for t in tolls)
    family = lore.kinds.family_of.get(kind, "other")
    standing = family in lore.kinds.standing
    return Incident(members, kind, family, total and not standing, standing, family in lore.kinds.seldom)


def _types_of_tolls(tolls: list[Told], lore: Lore) -> list[str]:
    """The types that tolls alone tell of, by the gravest harm: 25 killed and 60 missing are no abduction."""
    costs = [t.claim for t in tolls if isinstance(t.claim, Toll)]
    grave = min((lore.kinds.gravity(cost.effect) for cost in costs), default=0)
    return [lore.kinds.type_of_toll(c.effect, c.means) for c in costs if lore.kinds.gravity(c.effect) == grave]
