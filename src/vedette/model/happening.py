"""Happening: one real event, told by claims of one or more reports; and what settles its figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from vedette.model.place import Place


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """The figure that the record gives for one effect of a happening: least, most, best, the rule, who dissents.

    `low` is None where no claim gives a number. `high` is the highest number that any claim names; `open` is
    True where that claim says "at least" so much, so that the most is not known. `civilians_low` and
    `civilians_high` count those told to be civilians, `combatants_low` and `combatants_high` fighters, under
    the same rule; they are given for the dead only. `claims` are the claims that the figure rests on, `dissent`
    those among them that rule `best` out.
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
    """Claims of independent origins about the same thing and window that cannot both hold.

    `why` is for a person. `checks` are the questions that had to be answered before two figures contradict each other:
    same days, same place, same people, no part of a whole, no room left by the words. `settled` says by what it is
    settled; None while it is open. `effect` is that of the tolls, None where it is not about a number.
    """

    id: str
    about: str
    claims: tuple[str, ...]
    why: str
    settled: str | None = None
    effect: str | None = None
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Grade:
    """How well a happening is corroborated, after Airwars: confirmed, fair, weak, contested or discounted.

    `rule` names what gave it, `reason` says it of this happening, `claims` are those that it rests on.
    """

    name: str
    rule: str
    reason: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One real event. The exports call it an event, as ACLED and UCDP do.

    `id` is stable: ``e-`` and a hash over the claim that seeds it. `claims` are claim ids. `origins` are the
    independent origins behind them (a voice that corroborates nothing is not in it). `running` is True for a running
    total, and for a course of events of which reports tell running totals only: these are never added to anything.
    `figures` holds a settlement for each effect that is told; `killed` is the one of the dead. `differences` says of
    figures that differ why they do not contradict each other. `reasons` says, by claim id, why that claim was put here.
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
    figures: dict[str, Settlement] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    differences: tuple[str, ...] = ()
    grade: Grade | None = None
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def killed(self) -> Settlement | None:
        """The settlement of the dead, None where nobody is told to have died."""
        return self.figures.get("killed")
