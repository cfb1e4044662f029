"""Which incidents of one report are two events for sure: its rivals hardly ever come to be one happening."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from vedette.linking.compare import LINK, compare
from vedette.linking.incidents import Incident
from vedette.linking.lore import Lore
from vedette.linking.told import Told
from vedette.model.claim import Toll

FRAGMENTS = 7.0  # two incidents of one report with this much in common may be one event told in two places
_SELDOM = LINK  # as much as of two reports is enough where such events are told one by one, each with its day


def two_tolls(a: Iterable[Told], b: Iterable[Told]) -> bool:
    """Whether one source gives two groups of claims numbers of the same victims that cannot be one.

    "More than 20" and "at least 22" can.
    """
    counted = [c for c in map(_counts, b) if c]
    return any(x[0] == y[0] and _differ(x[1], y[1]) for x in map(_counts, a) if x for y in counted)


def _differ(x: tuple[float, float], y: tuple[float, float]) -> bool:
    return max(x[0], y[0]) > min(x[1], y[1])


def _counts(told: Told) -> tuple[tuple[str, str | None, str | None], tuple[float, float]] | None:
    """What a toll counts, and how many at least and at most; None for a count of a mere group among the victims."""
    toll = told.claim
    if not isinstance(toll, Toll) or (toll.subset and toll.group) or (toll.low is None and toll.high is None):
        return None
    most = inf if toll.high is None else toll.high
    return (toll.effect, toll.group, toll.source), (toll.low or 0, most)


def told_apart(a: Incident, b: Incident) -> bool:
    """Whether one report tells of both, each as an event."""
    return a.report == b.report and a.is_event and b.is_event


def are_rivals(a: Incident, b: Incident, lore: Lore) -> bool:
    """Whether the report that tells both apart means two events: they are unlike, or of different tolls."""
    seldom = not ({a.family, b.family} & lore.kinds.frequent or a.window.vague or b.window.vague)
    alike = _SELDOM if seldom else FRAGMENTS
    return two_tolls(a.members, b.members) or compare(a, b, lore).value < alike
