"""Judgement: what an analyst decided. Signed, dated, with a reason, undoable; never overwritten by the machine."""

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
    """One decision. `subjects` are the ids of the claims (or happenings) it is about."""

    id: str
    verdict: Verdict
    subjects: tuple[str, ...]
    author: str
    when: datetime
    reason: str
    value: dict[str, Any] = field(default_factory=dict)
    undone_by: str | None = None
