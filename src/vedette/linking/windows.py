"""The days that claims are about, and how well two such windows fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from vedette.linking.score import NEVER, Score

VAGUE_DAYS = 14  # a claim without a day is taken to lie in the two weeks before its report
_GAPS = (-1.5, -3.0, -4.0)  # what one, two and three days between two windows count
FAR = len(_GAPS)  # more days between two windows and they cannot be one happening's
_WEEK = 7
_LONG = 31  # a window longer than a month is a course of events and no single one
_SPELL, _SPELLS = 31, 366  # days between two tellings of what stands: that say nothing against one, that rule it out
_STANDS = 1.5  # what it counts that one is told of a day of the other


@dataclass(frozen=True)
class Window:
    """`first` to `last`, inclusive; None where nothing is known. `vague` where assumed and not told.

    `sure` is False for days that a claim has from another sentence of its report.
    """

    first: date | None
    last: date | None
    vague: bool = False
    sure: bool = True

    @property
    def known(self) -> bool:
        """Whether there are days to compare."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int:
        """How many days it holds; 0 if unknown."""
        return (self.last - self.first).days + 1 if self.first and self.last else 0


def window(first: date | None, last: date | None, published: date | None, sure: bool = True) -> Window:
    """A claim's days. A missing end is the publication, a missing start a while before the end; both vague."""
    if first and last:
        return Window(min(first, last), max(first, last), sure=sure)
    end = last or published
    if first:
        return Window(first, max(first, end or first), True)
    if end is None:
        return Window(None, None, True)
    return Window(end - timedelta(days=VAGUE_DAYS), end, True)


def days_between(a: Window, b: Window) -> int | None:
    """Days from the end of the earlier to the start of the later: 1 for a day and the next, below if they share any.

    None where one of them is unknown.
    """
    if not (a.first and a.last and b.first and b.last):
        return None
    return max((b.first - a.last).days, (a.first - b.last).days)


def compare_windows(a: Window, b: Window) -> Score:
    """How well two windows fit one happening."""
    if not (a.first and a.last and b.first and b.last):
        return Score(-0.5)
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    if a.vague or b.vague:
        return Score(0.0) if gap <= 1 else Score(NEVER, f"{gap} days apart")
    if (a.first, a.last) == (b.first, b.last):
        return Score(2.5, "same day" if a.days == 1 else "same days")
    if gap > 0:
        if gap > FAR:
            return Score(NEVER, f"{gap} days apart")
        long = a.days > _LONG or b.days > _LONG
        against = (0.0, *_GAPS)[gap] * (1.0 if a.sure and b.sure else 0.5)
        return Score(NEVER if long else against, f"{gap} days apart")
    shared = (min(a.last, b.last) - max(a.first, b.first)).days + 1
    alike = shared / (a.days + b.days - shared)
    if max(a.days, b.days) > _LONG and alike < 0.5:
        both_long = min(a.days, b.days) > _LONG and abs((a.last - b.last).days) <= 3
        return Score(0.5, "both until then") if both_long else Score(-2.0, "a day in a long course")
    if max(a.days, b.days) > _WEEK:
        # A day in a month is no more than a chance: as many other days lie in it.
        return Score(2.5 * alike, "days overlap")
    inside = shared == min(a.days, b.days)
    return Score(max(0.5 + 2.0 * alike, 1.5 if inside else 1.0), "days overlap")


def compare_courses(a: Window, b: Window) -> Score:
    """How well two windows fit one thing that stands until it is ended, and is told of any of its days."""
    gap = days_between(a, b)
    if gap is None or a.vague or b.vague or gap > _SPELLS:
        return compare_windows(a, b)
    if gap <= 0:
        return Score(max(_STANDS, compare_windows(a, b).value), "days of one course")
    return Score(0.0 if gap <= _SPELL else _GAPS[1], f"{gap} days apart")
