"""Judgement: what an analyst decided. Signed, dated, with a reason, undoable; the machine never overwrites it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """Kinds of decision."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WRONG = "wrong"
    PLACE = "place"
    SLOT = "slot"
    SETTLE = "settle"
    ADD = "add"
    UNDO = "undo"


@dataclass(frozen=True, kw_only=True)
class Anchor:
    """Where a judged claim stands in its report, so that it is found again when the report is read anew.

    One that an analyst `added` is no reading of the report: it is found by its id alone.

    `start` and `end` count characters of `Report.full`; `what` is its effect, type, change or act. `event` is the
    happening that the analyst named, where the claim stands for one as its first.
    """

    claim: str
    report: str
    kind: str
    start: int
    end: int
    what: str
    quote: str = ""
    event: str | None = None
    added: bool = False


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One decision. `subjects` are the ids of the claims it is about; of an ``undo``, of the judgements it takes back.

    `value` holds what the verdict needs: for ``place`` the ``place`` and, if known, the ``location`` (an object as in
    the claim format); for ``slot`` the ``slots`` with their values; for ``settle`` the ``effect`` and either a
    ``rule`` (with its ``order``), or ``low``, ``high`` and ``best``; for ``add`` the whole ``claim`` in the claim
    format, whose id is the subject. `undone_by` is the id of the undo in force.
    """

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    author: str
    when: datetime
    reason: str
    value: dict[str, Any] = field(default_factory=dict)
    undone_by: str | None = None
    anchors: tuple[Anchor, ...] = ()


def judgement_id(verdict: Verdict, subjects: Iterable[str], author: str, when: datetime, value: dict[str, Any]) -> str:
    """The id of a judgement: ``j-`` and 16 hex digits over what was decided, on what, by whom and when."""
    moment = when.astimezone(UTC) if when.tzinfo else when
    body = [verdict.value, sorted(subjects), author, moment.replace(tzinfo=None).isoformat(), value]
    return f"j-{hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]}"


def with_undone(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The same judgements, each with the undo that holds against it; oldest first.

    An undo may itself be undone, which restores what it took back. The order in which they come plays no part.
    """
    order = sorted(judgements, key=lambda j: (j.when, j.id))
    against: dict[str, list[Judgement]] = {}
    for undo in order:
        if undo.verdict is Verdict.UNDO:
            for subject in undo.subjects:
                against.setdefault(subject, []).append(undo)
    settled: dict[str, str | None] = {}
    for one in reversed(order):  # an undo is younger than what it takes back, so it is settled before that
        later = [u.id for u in against.get(one.id, ()) if (u.when, u.id) > (one.when, one.id)]
        settled[one.id] = next((u for u in later if settled.get(u) is None), None)
    return [replace(j, undone_by=settled[j.id]) for j in order]


class Opinion(StrEnum):
    """What is held of a pair of claims: nothing, one happening, two, or a dispute that nobody has settled."""

    NONE = "none"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"

    def __add__(self, other: str) -> Opinion:
        """Two opinions on one pair: agreement stands, silence yields, and everything else is unsure.

        Associative and commutative, with ``none`` as its zero.
        """
        two = Opinion(other)
        if Opinion.NONE in (self, two):
            return two if self is Opinion.NONE else self
        return self if self is two else Opinion.UNSURE

    def then(self, other: Opinion) -> Opinion:
        """What opinions on (a, b) and (b, c) make of (a, c): ``same`` hands the other on; nothing else tells anything.

        Associative and commutative, with ``same`` as its one.
        """
        if self is Opinion.SAME:
            return other
        if other is Opinion.SAME:
            return self
        return Opinion.UNSURE if self is other is Opinion.UNSURE else Opinion.NONE
