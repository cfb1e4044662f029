"""A group of tellings to one Event claim."""

from __future__ import annotations

from vedette.extraction.events.merge import Group
from vedette.extraction.events.quotes import clause_bounds
from vedette.extraction.events.telling import Telling
from vedette.model.claim import Event
from vedette.reading.reading import Reading


def build(reading: Reading, group: Group) -> Event:
    """The claim of one event: the fullest telling speaks, the others fill what it leaves open."""
    main = group.main
    ranked = sorted(group.tellings, key=lambda t: (-t.fullness, t.token.i))
    place = next((t for t in ranked if t.own_place), next((t for t in ranked if t.where.name), main))
    day = next((t for t in ranked if t.own_day), next((t for t in ranked if t.when.first or t.when.last), main))
    says = next((t for t in ranked if t.says.source), main)
    actor = next((t.actor for t in ranked if t.actor), None)
    target = next((t.target for t in ranked if t.target and t.target != actor), None)
    quote, start, end = reading.quote(*clause_bounds(main.token))
    reasons = {"place": place.where.reason, "from": day.when.reason, "source": says.says.reason}
    if actor is None:
        reasons["actor"] = main.actor_reason
    if target is None:
        reasons["target"] = "the words name nobody whom it befalls"
    return Event(
        report=reading.report.ref,
        report_id=reading.report.id,
        quote=quote,
        start=start,
        end=end,
        source=says.says.source,
        chain=says.says.chain,
        first=day.when.first,
        last=day.when.last,
        date_basis=day.when.basis,
        place=place.where.name,
        location=place.where.place,
        reasons=reasons,
        confidence=_confidence(main, len(group.tellings)),
        type=group.type,
        actor=actor,
        target=target,
        status=main.status,
    )


def _confidence(main: Telling, tellings: int) -> float:
    """A rank: more for a type told in words, an own place, an own day, a second telling."""
    score = 0.4 + 0.15 * main.trigger.told + 0.15 * main.own_place + 0.1 * main.own_day + 0.1 * (tellings > 1)
    return round(min(score, 0.95), 2)
