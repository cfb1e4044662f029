"""Happening: one real event, told by claims of one or more reports; and what settles its figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vedette.model.place import Place


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """The figure that the record gives for a happening's dead: least, most, best, the rule, who dissents.

    `low` is None where no claim gives a number; `high` is None where the most is open ("at least nine").
    `civilians_low` and `civilians_high` count those told to be civilians, under the same rule.
    """

    rule: str
    low: int | None
    high: int | None
    best: int | None
    reason: str
    claims: tuple[str, ...] = ()
    dissent: tuple[str, ...] = ()
    civilians_low: int | None = None
    civilians_high: int | None = None


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
    killed: Settlement | None = None
    contradictions: tuple[Contradiction, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
