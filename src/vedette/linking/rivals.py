"""Which incidents of one report are two events for sure: its rivals hardly ever come to be one happening."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.linking.compare import compare
from vedette.linking.incidents import Incident
from vedette.linking.lore import Lore
from vedette.linking.told import Told
from vedette.model.claim import Toll

FRAGMENTS = 7.0  # two incidents of one report with this much in common may be one event told in two places


def two_tolls(a: Iterable[Told], b: Iterable[Told]) -> bool:
    """Whether one source gives two groups of claims different numbers of the same victims."""
    counted = [c for c in map(_counts, b) if c]
    return any(x[0] == y[0] and x[1] != y[1] for x in map(_counts, a) if x for y in counted)


def _counts(told: Told) -> tuple[tuple[str, str | None, str | None], int] | None:
    """What a toll counts, and how many; None for a count of a mere group among the victims."""
    toll = told.claim
    if not isinstance(toll, Toll) or (toll.subset and toll.group):
        return None
    number = toll.low if toll.low is not None else toll.high
    return None if number is None else ((toll.effect, toll.group, toll.source), number)


def told_apart(a: Incident, b: Incident) -> bool:
    """Whether one report tells of both, each as an event."""
    return a.report == b.report and a.is_event and b.is_event


def are_rivals(a: Incident, b: Incident, lore: Lore) -> bool:
    """Whether the report that tells both apart means two events: they are unlike, or of different tolls."""
    return two_tolls(a.members, b.members) or compare(a, b, lore).value < FRAGMENTS
