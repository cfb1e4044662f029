"""Judgement: what an analyst decided. Signed, dated, with a reason, undoable; the machine never overwrites it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """Kinds of decision."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WRONG = "wrong"
    PLACE = "place"
    SETTLE = "settle"


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One decision. `subjects` are the ids of the claims (or happenings) it is about.

    `value` holds what the verdict needs: for ``place`` the ``place`` and, if known, the ``location`` (an
    object as in the claim format); for ``settle`` a ``rule``, or ``low``, ``high`` and ``best``. `undone_by`
    is the id of the judgement that took it back.
    """

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    author: str
    when: datetime
    reason: str
    value: dict[str, Any] = field(default_factory=dict)
    undone_by: str | None = None


class Opinion(StrEnum):
    """What is held of a pair of claims: nothing, one happening, two, or a dispute that nobody has settled."""

    NONE = "none"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"

    def __add__(self, other: str) -> Opinion:
        """Two opinions on one pair: agreement stands, silence yields, and everything else is unsure."""
        two = Opinion(other)
        if Opinion.NONE in (self, two):
            return two if self is Opinion.NONE else self
        return self if self is two else Opinion.UNSURE

    def then(self, other: Opinion) -> Opinion:
        """What opinions on (a, b) and (b, c) make of (a, c)."""
        pair = {self, other}
        if Opinion.NONE in pair:
            return Opinion.NONE
        if Opinion.UNSURE in pair:
            return Opinion.UNSURE
        if pair == {Opinion.SAME}:
            return Opinion.SAME
        return Opinion.DIFFERENT if pair == {Opinion.SAME, Opinion.DIFFERENT} else Opinion.NONE
