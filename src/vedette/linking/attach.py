"""Within one report: which event brought a toll about, and which claims tell of one event."""

from __future__ import annotations

from vedette.linking.incidents import HARM
from vedette.linking.lore import Lore
from vedette.linking.parties import compare_actors, compare_targets, party_words
from vedette.linking.score import NEVER, Score
from vedette.linking.told import Told
from vedette.linking.where import compare_locations, compare_names, inside, is_wide
from vedette.linking.windows import compare_courses, compare_windows
from vedette.model.claim import Event, Toll

ATTACH = 3.5  # a toll and an event of one report with this much in common are cause and cost
TOGETHER = 3.0  # two tolls of one report with this much in common are of one event
AGAINST = (-1.0, -4.0, -6.0)  # another place, by how many of two claims name theirs in their own words
SWAPPED = -5.0  # what it counts that the doer of the one is the target of the other
BREATH = 200  # characters: about one sentence
_UNLISTED = Score(-0.5, "a place that no gazetteer lists may lie in a wide one")
_CAMPAIGN = 3  # days: what lasts longer is a course of events, and a count of its dead is not of one of its days
_BORROWED = -0.5  # a day that a claim has from another sentence speaks but little against one that is told


def place_in_report(a: Told, b: Told) -> Score:
    """Two places of one report. A report calls one place by one name, so another name is another place."""
    if not a.places or not b.places:
        return Score(0.0)
    by_name = compare_names(a.places, b.places)
    if by_name.value > 0:
        return Score(min(by_name.value, 2.0), by_name.reason)
    if a.location and b.location:
        near = compare_locations(a.location, b.location)
        if near.value > 0:
            return Score(min(near.value, 1.0), near.reason)
        if inside(a.location, b.location) and not (a.placed and b.placed):
            return Score(-0.5, near.reason)
    elif any(x.location is None and is_wide(y.location) for x, y in ((a, b), (b, a))):
        return _UNLISTED
    if a.bare or b.bare:
        return Score(0.0)
    # A place that a claim's own words name is surer than one taken over from another sentence.
    against = AGAINST[a.placed + b.placed]
    return Score(against, f"{a.claim.place} and {b.claim.place}")


def distance(a: Told, b: Told) -> int:
    """Characters between two quotes of one report; 0 where they overlap."""
    return max(0, a.claim.start - b.claim.end, b.claim.start - a.claim.end)


def beside(a: Told, b: Told) -> Score:
    """How near two quotes of one report stand."""
    if a.claim.end == 0 or b.claim.end == 0:
        return Score(0.0)
    gap = distance(a, b)
    if gap == 0:
        return Score(2.5, "same words")
    if gap <= BREATH:
        return Score(1.5 - gap / BREATH, "beside each other")
    return Score(max(-0.5, 0.5 - gap / 1000))


def toll_to_event(toll: Told, event: Told, lore: Lore) -> Score:
    """How likely `event` brought `toll` about; both are of one report."""
    cost, act = toll.claim, event.claim
    if not isinstance(cost, Toll) or not isinstance(act, Event):
        return Score(NEVER)
    family = lore.kinds.family_of.get(act.type, "other")
    cause = lore.kinds.effects.get(cost.effect)
    if cause is None or family not in cause.families:
        return Score(NEVER, f"{act.type} leaves nobody {cost.effect}")
    standing = family in lore.kinds.standing
    days = compare_courses(toll.window, event.window) if standing else _days(toll, event)
    if cost.span == "period" and (not _one_course(toll, event) if cost.effect in HARM else days.value < (not standing)):
        return Score(NEVER, "a running total is no single event's toll")
    means = lore.kinds.usual(cost.means)
    parts = [
        beside(toll, event),
        place_in_report(toll, event),
        Score(days.value * 0.8, days.reason),
        _means(family, lore.kinds.family_of.get(means or ""), lore),
        _doer(cost, act, family, lore),
        Score(-2.0 if family in cause.weak else 0.0),
        Score(-1.0, "only planned or denied") if act.status in ("planned", "denied") else Score(0.0),
    ]
    return total(parts)


def _days(a: Told, b: Told) -> Score:
    """How well the days of two claims of one report fit.

    In one breath a borrowed day says little against a day that is told, unless it was told later.
    """
    found = compare_windows(a.window, b.window)
    one, two = (a, b) if b.window.sure else (b, a)
    borrowed = not one.window.sure and two.window.sure and two.claim.start <= one.claim.end
    borrowed = borrowed and distance(a, b) <= BREATH
    return Score(max(found.value, _BORROWED), found.reason) if borrowed else found


def _one_course(toll: Told, event: Told) -> bool:
    """Whether an event is told to last as long as a running total counts: a campaign and what it cost so far."""
    same_days = (toll.window.first, toll.window.last) == (event.window.first, event.window.last)
    same_part = {p.sides for p in toll.places} == {p.sides for p in event.places}
    return same_days and same_part and not toll.window.vague and toll.window.days > _CAMPAIGN


def _doer(cost: Toll, act: Event, family: str, lore: Lore) -> Score:
    """Who did it. In a fight either side may have; elsewhere whom an act was done to did not do it."""
    sides, struck, by = party_words(act.actor or ""), party_words(act.target or ""), party_words(cost.by or "")
    if sides and family in ("fighting", "gain"):
        sides |= struck
    elif by & struck and not by & sides:
        return Score(SWAPPED, "the sides are swapped")
    return _two_doers(compare_actors(by, sides, lore.kin))


def _two_doers(found: Score) -> Score:
    """In one report two doers weigh twice: it tells who did what."""
    return Score(2 * found.value, found.reason) if found.value < 0 else found


def toll_to_toll(a: Told, b: Told, lore: Lore) -> Score:
    """How likely two tolls of one report were brought about by one event."""
    one, two = a.claim, b.claim
    if not isinstance(one, Toll) or not isinstance(two, Toll) or (one.span == "period") != (two.span == "period"):
        return Score(NEVER)
    families = frozenset(lore.kinds.family_of[lore.kinds.type_of_toll(t.effect, t.means)] for t in (one, two))
    if len(families) > 1 and families not in lore.kinds.near_pairs:
        return Score(NEVER, "tolls of different sorts of events")
    days = _days(a, b)
    means = [lore.kinds.family_of.get(lore.kinds.usual(t.means) or "") for t in (one, two)]
    return total(
        [
            beside(a, b),
            place_in_report(a, b),
            Score(days.value * 0.8, days.reason),
            Score(0.0) if None in means else Score(1.0 if means[0] == means[1] else -1.5),
            _two_doers(compare_actors(party_words(one.by or ""), party_words(two.by or ""), lore.kin)),
        ]
    )


def _means(family: str, told: str | None, lore: Lore) -> Score:
    if told is None:
        return Score(0.0)
    if told == family:
        return Score(1.5, f"both {family}")
    return Score(0.0) if frozenset((told, family)) in lore.kinds.near_pairs else Score(-2.5, f"{told} and {family}")


def event_to_event(a: Told, b: Told, lore: Lore) -> Score:
    """How likely two event claims of one report tell of one event twice."""
    one, two = a.claim, b.claim
    if not isinstance(one, Event) or not isinstance(two, Event):
        return Score(NEVER)
    if lore.kinds.family_of.get(one.type) != lore.kinds.family_of.get(two.type):
        return Score(NEVER, "events of different sorts")
    return total(
        [
            place_in_report(a, b),
            compare_windows(a.window, b.window),
            compare_actors(party_words(one.actor or ""), party_words(two.actor or ""), lore.kin),
            compare_targets(party_words(one.target or ""), party_words(two.target or "")),
        ]
    )


def total(parts: list[Score]) -> Score:
    """The findings added up, their reasons in order."""
    return Score(sum(p.value for p in parts), "; ".join(p.reason for p in parts if p.reason))
