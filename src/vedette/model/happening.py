"""Happening: one real event, told by claims of one or more reports; and what settles its figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vedette.model.place import Place


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """The figure that the record gives for a happening's dead: least, most, best, the rule, who dissents.

    `low` is None where no claim gives a number. `high` is the highest number that any claim names; `open` is
    True where that claim says "at least" so much, so that the most is not known. `civilians_low` and
    `civilians_high` count those told to be civilians, `combatants_low` and `combatants_high` fighters, under
    the same rule. `claims` are the claims that the figure rests on, `dissent` those among them that rule
    `best` out.
    """

    rule: str
    low: int | None
    high: int | None
    best: int | None
    reason: str
    open: bool = False
    claims: tuple[str, ...] = ()
    dissent: tuple[str, ...] = ()
    civilians_low: int | None = None
    civilians_high: int | None = None
    combatants_low: int | None = None
    combatants_high: int | None = None


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """Claims of independent origins about the same thing and window that cannot both hold."""

    id: str
    about: str
    claims: tuple[str, ...]
    why: str
    settled: str | None = None


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One real event. The exports call it an event, as ACLED and UCDP do.

    `id` is stable: ``e-`` and a hash over the claim that seeds it. `claims` are claim ids. `origins` are the
    independent origins behind them (``None``-sourced claims corroborate nothing and are not in it).
    `running` is True for a running total, which is no event of its own and is never added to one. `reasons`
    says, by claim id, why that claim was put here.
    """

    id: str
    type: str
    place: str | None
    location: Place | None
    first: date | None
    last: date | None
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    actor: str | None = None
    target: str | None = None
    running: bool = False
    killed: Settlement | None = None
    contradictions: tuple[Contradiction, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
