"""Schema of ``times.yaml``: words of time, and the days that bear a name."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from vedette.knowledge.loader import Strict


class NamedDay(Strict):
    """A feast: on the same day each year (`fixed`, ``MM-DD``), or on `dates`; it lasts `days`."""

    name: str
    aliases: tuple[str, ...]
    days: int = 1
    fixed: str | None = None
    dates: tuple[date, ...] = ()

    @model_validator(mode="after")
    def _one_way(self) -> NamedDay:
        if (self.fixed is None) == (not self.dates):
            raise ValueError("give either fixed or dates")
        return self


class Times(Strict):
    """Words to what they stand for; see the file's own comments."""

    weekdays: dict[str, int]
    months: dict[str, int]
    capital_only: list[str]
    units: dict[str, str]
    parts: dict[str, str]
    deictic: dict[str, int]
    seasons: dict[str, str]
    season_months: dict[str, tuple[int, int]]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decade_words: dict[str, int]
    references: dict[str, str]
    overnight: list[str]
    lasting: frozenset[str]
    about: frozenset[str]
    fights: frozenset[str]
    any_fights: frozenset[str]
    parts_of_war: frozenset[str]
    courses: frozenset[str]
    begin: frozenset[str]
    invade: frozenset[str]
    outsets: frozenset[str]
    spells: frozenset[str]
    uncounted: frozenset[str]
    any_of_them: frozenset[str]
    claimed: frozenset[str]
    asserting: frozenset[str]
    takes_place: frozenset[str]
    stretches: frozenset[str]
    standing: frozenset[str]
    wide_ground: frozenset[str]
    bygone: frozenset[str]
    regular: frozenset[str]
    growing: frozenset[str]
    reported: frozenset[str]
    goes_on: frozenset[str]
    grammar: dict[str, list[str]]
    named_days: list[NamedDay]
