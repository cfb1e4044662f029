"""Days, figures and lists in words, the same in every product."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from vedette.ledger.rows import figure_words as figure_words


def day_words(day: date) -> str:
    """ "10 December 2016"."""
    return f"{day.day} {day:%B %Y}"


@lru_cache(4096)
def days_words(first: date | None, last: date | None) -> str:
    """A day, a range ("8 to 10 December 2016"), a whole month or year; "day not told" where there is none."""
    if first is None and last is None:
        return "day not told"
    if first is None or last is None:
        return f"since {day_words(first)}" if first else f"until {day_words(last)}" if last else ""
    if first == last:
        return day_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.replace(day=1) == last.replace(day=1):
        if first.day == 1 and (last.toordinal() - first.toordinal()) >= 27 and _month_end(last):
            return f"{first:%B %Y}"
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def _month_end(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month


def listed(items: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def counted(n: int, one: str, many: str | None = None) -> str:
    """ "1 origin", "3 origins"."""
    return f"{n} {one if n == 1 else many or one + 's'}"


_TOGETHER = ("Agreement", "Talks")
_MOVING = ("Displacement", "Evacuation")


def parties_words(type_: str, actor: str | None, target: str | None) -> str:
    """Who took part: "by X against Y", "between X and Y" for what parties do together, "of X" for who moves."""
    if actor is not None and actor == target:
        return f"of {actor}"
    if type_ in _MOVING:
        moved = target or actor
        driven = f"by {actor}" if actor and actor != moved else ""
        return " ".join(part for part in (f"of {moved}" if moved else "", driven) if part)
    if type_ in _TOGETHER:
        named = [party for party in (actor, target) if party]
        return f"between {listed(named)}" if len(named) > 1 else "".join(f"of {party}" for party in named)
    parts = (f"by {actor}" if actor else "", f"against {target}" if target else "")
    return " ".join(part for part in parts if part)
