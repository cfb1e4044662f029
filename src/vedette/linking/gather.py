"""A cluster of incidents to one Happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from vedette.linking.incidents import HARM, Incident
from vedette.linking.judged import happening_id
from vedette.linking.spelling import place_names
from vedette.linking.told import Told
from vedette.model.claim import Event, Toll
from vedette.model.happening import Happening
from vedette.model.place import Place

T = TypeVar("T")


def gather(incidents: Sequence[Incident], reasons: dict[str, str]) -> Happening:
    """The happening that these incidents tell of; its figures are left to settlement."""
    members = sorted((m for i in incidents for m in i.members), key=lambda m: m.order)
    leads = sorted((i.lead for i in incidents), key=lambda m: m.order)
    place, location = _place(leads, members)
    first, last = _lasting(leads) if all(i.standing for i in incidents) else _days(leads, members)
    events = [m.claim for m in members if isinstance(m.claim, Event)]
    return Happening(
        id=happening_id(members[0].id),
        type=_type(incidents),
        place=place,
        location=location,
        first=first,
        last=last,
        claims=tuple(sorted(m.id for m in members)),
        origins=tuple(sorted({m.claim.source for m in members if m.claim.source})),
        actor=_most(e.actor for e in events) or _most(a for i in incidents for a in [_doer(i)]),
        target=_most(e.target for e in events),
        running=all(i.total for i in incidents) or _course(members),
        reasons=reasons,
    )


def _course(members: Sequence[Told]) -> bool:
    """Whether all that tells how many it harmed counts a while: a campaign, and what it has cost so far."""
    tolls = [m.claim for m in members if isinstance(m.claim, Toll) and m.claim.effect in HARM]
    spans = {t.span for t in tolls if not t.subset and (t.low is not None or t.high is not None)}
    return spans == {"period"}


def _doer(incident: Incident) -> str | None:
    return _most(getattr(m.claim, "by", None) for m in incident.members)


def _type(incidents: Iterable[Incident]) -> str:
    """The type that most incidents tell; what an event claim says counts twice what a toll suggests."""
    votes: Counter[str] = Counter()
    for incident in incidents:
        votes[incident.type] += 2 if isinstance(incident.lead.claim, Event) else 1
    return min(votes.items(), key=lambda item: (-item[1], item[0]))[0]


def _place(leads: Sequence[Told], members: Sequence[Told]) -> tuple[str | None, Place | None]:
    """The place that most reports name, as its most common spelling writes it."""
    placed = [m for m in leads if m.places] or [m for m in members if m.places]
    sound = _most(" ".join(p.sound for p in m.places) for m in placed)
    alike = [m for m in placed if " ".join(p.sound for p in m.places) == sound]
    name = _most(m.claim.place for m in alike)
    located = next((m.location for m in alike if m.location), None)
    if name is not None and not place_names(name):
        return name, None
    return name, located


def _days(leads: Sequence[Told], members: Sequence[Told]) -> tuple[date | None, date | None]:
    """The days that most reports give; of those given as often, the shortest, then the earliest."""
    for group in (leads, members):
        windows = Counter((m.claim.first, m.claim.last) for m in group if m.claim.first and m.claim.last)
        if windows:
            best = min(
                windows.items(),
                key=lambda item: (-item[1], (item[0][1] - item[0][0]).days, item[0][0]),
            )
            return best[0]
    return members[0].claim.first, members[0].claim.last


def _lasting(leads: Sequence[Told]) -> tuple[date | None, date | None]:
    """From the first to the last day that any report gives of what stands until it is ended."""
    firsts, lasts = ([day for m in leads if (day := getattr(m.claim, end))] for end in ("first", "last"))
    return min(firsts, default=None), max(lasts, default=None)


def _most(values: Iterable[T | None]) -> T | None:
    """The most common value that is not None; of equally common ones, the least."""
    counts = Counter(v for v in values if v is not None)
    return min(counts.items(), key=lambda item: (-item[1], str(item[0])))[0] if counts else None
