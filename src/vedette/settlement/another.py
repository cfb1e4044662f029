"""Why two figures may be of two incidents, though they came together in one happening.

A report that gives two figures by two sources may have gone on to another strike between them, and a figure that is
placed or dated by nothing of its own may be of anything. Each question is answered with a reason, or None.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vedette.linking.spelling import same_name
from vedette.linking.told import Told
from vedette.linking.where import inside
from vedette.model.claim import Event, Toll

_FAR_LESS = 10  # times: so much less is likelier another incident's than another word on the same

Pairs = Sequence[tuple[Told, Told]]
"""Claims of the lower figure, each with each claim of the higher."""


def other_incident(pairs: Pairs, members: Iterable[Told]) -> str | None:
    """Why the figures of `pairs` are not surely of one incident; `members` are all claims of the happening."""
    if not all(one_place(a, b) for a, b in pairs):
        return "they are of different places"
    if any(a.report != b.report and not (_dated(a) and _dated(b)) for a, b in pairs):
        return "the day of one is not told"
    if any(_undated_before(a, b) for a, b in pairs):
        return "the day of the one told first is not told"
    if any(_far_less(a, b) and not _twice_the_same(a, b) for a, b in pairs):
        return "one is a tenth of the other or less, and nothing but the happening says that both are of one incident"
    within = [(a, b) for a, b in pairs if a.report == b.report]
    if any(_means(a) and _means(b) and _means(a) != _means(b) for a, b in within):
        return "one report tells them of different means"
    tolls = [m for m in members if isinstance(m.claim, Toll)]
    if any(_added_up(a, b, tolls) for a, b in within):
        return "the report adds them up"
    events = [m for m in members if isinstance(m.claim, Event)]
    if any(_goes_on(a, b, events) for a, b in within):
        return "the report tells of another attack between them"
    return None


def one_place(a: Told, b: Told) -> bool:
    """Whether two claims are of one place, or their places tell nothing.

    What died in a quarter, in one half of a city or in a province's capital may be a part of the whole's dead. Places
    from elsewhere in a report tell nothing where they are not both in the gazetteer.
    """
    if not a.places or not b.places or a.bare or b.bare or _effect(a) == "displaced":
        return True  # who flees does so from one place to another, and either may be told
    if a.location and b.location and inside(a.location, b.location):
        return False
    if _all_named(a, b) and _all_named(b, a):
        return True
    # The dead of two villages and those of one of them; of a city and of its east.
    if any(same_name(x, y) for x in a.places for y in b.places):
        return False
    if a.location is None or b.location is None:
        return not (a.placed or b.placed)
    # The dead of one suburb and those of the next, however near; those of a town and those of the region around it.
    return a.location.id == b.location.id and {x.sides for x in a.places} == {y.sides for y in b.places}


def _all_named(a: Told, b: Told) -> bool:
    """Whether every place of the one is a place of the other."""
    return all(any(same_name(x, y) and x.sides == y.sides for y in b.places) for x in a.places)


def _undated_before(a: Told, b: Told) -> bool:
    """Whether one report tells first a figure without a day, and later one with a day in its own words.

    What is told without a day may have that of the words before it, and never that of the words to come.
    """
    first, second = sorted((a, b), key=lambda t: t.claim.start)
    return a.report == b.report and not _dated(first) and _dated(second) and second.claim.date_basis == "words"


def _dated(one: Told) -> bool:
    return one.claim.first is not None and one.claim.last is not None


def _number(one: Told) -> int | None:
    claim = one.claim
    return (claim.low if claim.low is not None else claim.high) if isinstance(claim, Toll) else None


def _means(one: Told) -> str | None:
    return one.claim.means if isinstance(one.claim, Toll) else None


def _far_less(a: Told, b: Told) -> bool:
    low, high = sorted((_number(a) or 0, _number(b) or 0))
    return low > 0 and high >= _FAR_LESS * low


def _twice_the_same(a: Told, b: Told) -> bool:
    """Whether both tell the same means, and the very same entry of the gazetteer."""
    same_entry = a.location is not None and b.location is not None and a.location.id == b.location.id
    return same_entry and _means(a) is not None and _means(a) == _means(b)


def _added_up(a: Told, b: Told, tolls: Iterable[Told]) -> bool:
    """Whether their report tells the sum of both as well ("ten were killed": three, and earlier seven)."""
    both = (_number(a) or 0) + (_number(b) or 0)
    return any(
        t.report == a.report and _effect(t) == _effect(a) and _number(t) == both and t.id not in (a.id, b.id)
        for t in tolls
    )


def _effect(one: Told) -> str | None:
    return one.claim.effect if isinstance(one.claim, Toll) else None


def _goes_on(a: Told, b: Told, events: Iterable[Told]) -> bool:
    """Whether an event of its own stands after the first figure and goes with the second."""
    first, second = sorted((a, b), key=lambda t: t.claim.start)
    return any(
        e.report == a.report and first.claim.end < e.claim.start and e.claim.start < second.claim.start for e in events
    )
