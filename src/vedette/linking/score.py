"""A comparer's finding: so much for or against one happening, and why."""

from __future__ import annotations

from typing import NamedTuple

NEVER = -100.0
"""A value no other finding can outweigh."""


class Score(NamedTuple):
    """`value` above 0 speaks for, below 0 against; `reason` is for a person, empty where nothing is told."""

    value: float
    reason: str = ""
