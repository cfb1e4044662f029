"""Two incidents of different reports: are they one happening?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from vedette.linking.attach import SWAPPED, total
from vedette.linking.incidents import Incident
from vedette.linking.lore import Lore
from vedette.linking.parties import compare_actors, compare_targets
from vedette.linking.score import NEVER, Score
from vedette.linking.totals import compare_totals
from vedette.linking.where import broad, compare_locations, compare_names, inside, is_wide
from vedette.linking.windows import FAR, VAGUE_DAYS, compare_courses, compare_windows, days_between
from vedette.linking.words import compare_words

LINK = 4.5  # so much in common makes two incidents one happening
JOIN = 0.5  # so much, in the mean over all their pairs, lets two groups of incidents become one happening

_NEXT_DAY = 0.5  # two days in a row that two reports catch of what lasts
_OPEN = Score(-1.0, "a day is not told")  # any other event of two weeks would fit as well
_GROWN = 1.3  # times: so much a toll may grow, while a report has its day off by one
_DAY = -3.0  # a day's toll against one event's
_UNLISTED = Score(-0.5, "a place that no gazetteer lists may lie in a wide one")
_SELDOM = 2.0  # what it counts that a land sees hardly two such events in some days, where one place holds the other
_STRUCK = 1.5  # what it counts that both name a school, a market or the like
Comparer = Callable[[Incident, Incident, Lore], Score]


def _type(a: Incident, b: Incident, lore: Lore) -> Score:
    if a.total != b.total:
        return Score(NEVER, "a running total and a single event")
    if a.type == b.type:
        return Score(1.5, f"both {a.type}")
    if a.family == b.family:
        return Score(1.0, f"{a.type} like {b.type}")
    if frozenset((a.family, b.family)) in lore.kinds.near_pairs:
        return Score(-0.5, f"{a.type} may be {b.type}")
    return Score(NEVER, f"{a.type} is not {b.type}")


def _place(a: Incident, b: Incident, _lore: Lore) -> Score:
    by_name = compare_names(a.places, b.places)
    sure = a.placed and b.placed
    if a.location and b.location:
        near = compare_locations(a.location, b.location)
        if _seldom(a, b) and near.value > NEVER and inside(a.location, b.location):
            return Score(_SELDOM, near.reason)
        if near.value > 0 or by_name.value < 2.0:
            # What neither's own words name may have been taken over from another story: that rules nothing out.
            against = Score(max(near.value, -10.0 if sure else -3.0), near.reason)
            by_words = by_name if by_name.value > 0 else Score(NEVER)
            return max(against, by_words) if sure else max(against, by_words, _named(a, b))
    if by_name.value > 0:
        return by_name
    if not a.places or not b.places:
        return Score(0.0)
    named = _named(a, b)
    if named.value <= 0 and any(x.location is None and is_wide(y.location) for x, y in ((a, b), (b, a))):
        return _UNLISTED
    return named if named.value > 0 else Score(-3.0 if sure else -2.0, "places with different names")


def _seldom(a: Incident, b: Incident) -> bool:
    """Whether both are of a kind that a land hardly sees twice in some days, and told of days and no long course."""
    return a.seldom and b.seldom and max(a.window.days, b.window.days) <= VAGUE_DAYS + 1


def _named(a: Incident, b: Incident) -> Score:
    """Whether the words of one name a place of the other."""
    for one, two in ((a, b), (b, a)):
        for place in one.places:
            if not place.wide and place.sound in two.named:
                return Score(1.5, f"{place.words} is named in both")
    return Score(NEVER)


def _days(a: Incident, b: Incident, lore: Lore) -> Score:
    days = (compare_courses if a.standing and b.standing else compare_windows)(a.window, b.window)
    if days.value > NEVER and (a.window.vague or b.window.vague):
        return _OPEN
    if _seldom(a, b) and NEVER < days.value < _NEXT_DAY:
        return Score(_NEXT_DAY, days.reason)
    if _another_day(a, b, lore):
        return Score(NEVER, f"{days.reason}, and other figures")
    if NEVER < days.value < 0 and days_between(a.window, b.window) == 1 and {a.family, b.family} <= lore.kinds.lasting:
        return Score(_NEXT_DAY, days.reason)
    return days


def _another_day(a: Incident, b: Incident, lore: Lore) -> bool:
    """Whether each tells its own day and another number of dead: raids of two days running, not one told twice.

    Numbers near each other may be one toll that grew, told with a day that is off by one.
    """
    if (days_between(a.window, b.window) or 0) <= 0 or {a.family, b.family} <= lore.kinds.lasting:
        return False
    one, two = a.dead, b.dead
    apart = [a.window, *one.values()], [b.window, *two.values()]
    return (
        bool(one and two)
        and all(max(x, y) > _GROWN * min(x, y) for x in one for y in two)
        and all((days_between(x, y) or 0) > 0 for x in apart[0] for y in apart[1])
    )


def _parties(a: Incident, b: Incident, lore: Lore) -> Score:
    """Who did it to whom. In a fight the sides have no order; elsewhere swapped sides are an answer, not the same."""
    if "fighting" in (a.family, b.family):
        return compare_actors(a.actors | a.targets, b.actors | b.targets, lore.kin)
    if a.actors & b.targets and b.actors & a.targets and not a.actors & b.actors:
        return Score(SWAPPED, "the sides are swapped")
    return total([compare_actors(a.actors, b.actors, lore.kin), compare_targets(a.targets, b.targets)])


def _words(a: Incident, b: Incident, _lore: Lore) -> Score:
    return compare_words(a.words, b.words)


def _struck(a: Incident, b: Incident, lore: Lore) -> Score:
    """What was hit: a school in both is so seldom that it tells one strike from the others of its day."""
    both = sorted(lore.kinds.struck_in(a.told) & lore.kinds.struck_in(b.told))
    return Score(_STRUCK, f"a {both[0]} in both") if both else Score(0.0)


def _figures(a: Incident, b: Incident, _lore: Lore) -> Score:
    """A shared figure is a hint and never decides; different figures speak against nothing: tolls grow."""
    shared = sorted(a.figures & b.figures)
    return Score(0.7, f"{shared[0][1]} {shared[0][0]} in both") if shared else Score(0.0)


def _scope(a: Incident, b: Incident, _lore: Lore) -> Score:
    """The dead of a whole day against those of one event of it, unless the figures are the same."""
    if a.scopes and b.scopes and ("day" in a.scopes) != ("day" in b.scopes) and not a.figures & b.figures:
        return Score(_DAY, "a day's toll and a single event's")
    return Score(0.0)


COMPARERS: tuple[Comparer, ...] = (_type, _days, _place, _parties, _words, _struck, _figures, _scope)
_MOST = (1.5, 2.5, 3.0, 1.5, 3.0, _STRUCK, 0.7, 0.0)
"""The most that each of them can count."""
_ROUNDING = 1e-6
_DETAILS = 3  # so many of them, the first, tell of sort, time and place only
_DETAIL = 1.0  # what doers, words and figures must have in common where sort, time and place say little
_COURSE = 3  # days at most of what one telling sums up and another tells a day of
_FEW_DAYS = 2  # a day, or a night and the day after
_NO_DETAIL = Score(-3.0, "many such events there, and no detail in common")
_NO_DAY = Score(-5.0, "many such events there in so many days, and no detail in common")


class Outline(Protocol):
    """As much of an incident as tells fast that two cannot be one."""

    @property
    def total(self) -> bool:
        """Whether it is a running total."""

    @property
    def family(self) -> str:
        """The family of its type."""

    @property
    def days(self) -> tuple[int, int] | None:
        """Its first and last day as ordinals; None where they are not known."""


def may_be_one(a: Outline, b: Outline, lore: Lore) -> bool:
    """Whether sort and days leave two incidents any chance: what `compare` rules out, told fast."""
    if a.total != b.total or b.family not in lore.kinds.fitting[a.family]:
        return False
    return a.days is None or b.days is None or max(b.days[0] - a.days[1], a.days[0] - b.days[1]) <= FAR


def compare(a: Incident, b: Incident, lore: Lore, least: float = NEVER) -> Score:
    """All comparers' findings added up; stops at the first that rules one happening out.

    Also where not even the most that is still to come makes it `least`; what is returned then is less than that.
    """
    if a.total and b.total:
        found = compare_totals(a, b)
        return found if found.value <= NEVER else total([found, _place(a, b, lore), _words(a, b, lore)])
    parts: list[Score] = []
    possible = sum(_MOST)
    for comparer, most in zip(COMPARERS, _MOST, strict=True):
        found = comparer(a, b, lore)
        if found.value <= NEVER:
            return found
        parts.append(found)
        possible += found.value - most
        if possible < least - _ROUNDING:
            return Score(possible, "too little in common")
    if _one_of_many(a, b, lore) and _detail(a, b, parts) < _DETAIL:
        parts.append(_NO_DAY if min(a.window.days, b.window.days) > _COURSE else _NO_DETAIL)
    return total(parts)


def _detail(a: Incident, b: Incident, parts: Sequence[Score]) -> float:
    """What two incidents have in common but sort, time and place.

    Who did it says nothing of two spans of days that overlap: a place under fire for weeks is so by one side. Nor does
    it of two sorts of events, since one side shells and fights there on most days, nor where a day is not told of the
    event itself but taken over from another sentence.
    """
    apart = days_between(a.window, b.window)
    spans = sorted((a.window.days, b.window.days))
    same_days = apart is not None and apart <= 0 and spans[0] <= _FEW_DAYS and spans[1] <= _COURSE
    doer_tells = same_days and a.family == b.family and a.window.sure and b.window.sure
    return sum(part.value for part in parts[_DETAILS if doer_tells else _DETAILS + 1 :])


def _one_of_many(a: Incident, b: Incident, lore: Lore) -> bool:
    """Whether a place of their size sees several such events on one day: a city under fire, a province.

    Of two sorts of events it is enough that the one is frequent there: a gain of ground is one with no chance fight.
    """
    kinds, frequent = {a.family, b.family}, lore.kinds.frequent
    many = bool(kinds & frequent) if len(kinds) > 1 else kinds <= frequent
    return many and broad(a.location) and broad(b.location)
