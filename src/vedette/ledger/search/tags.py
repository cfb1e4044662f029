"""Filters as words of the index: a common word with a rare filter is then found without reading every match."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from vedette.ledger.filters import Filter

_MONTHS = 36  # a longer span of days is filtered by the days alone
_NAMES = ("kind", "outlet", "source")


def tags_of(row: Any) -> list[str]:
    """The tags of what has the kind, outlet, source and days (`first`, `last`, as text or dates) of `row`."""
    out = [_tag(name, value) for name in _NAMES if (value := getattr(row, name))]
    days = [date.fromisoformat(str(day)) for day in (row.first, row.last) if day]
    if days:
        months = _months(min(days), max(days))
        out += months if len(months) <= _MONTHS else ["anymonth"]
    return out


def tags_asked(where: Filter) -> list[str]:
    """Tags that all must be there."""
    return [_tag(name, value) for name in _NAMES if (value := getattr(where, name))]


def months_asked(where: Filter) -> list[str]:
    """Tags of which one must be there; none where the days are too many or open."""
    if where.first and where.last and len(months := _months(where.first, where.last)) <= _MONTHS:
        return [*months, "anymonth"]
    return []


def _tag(name: str, value: str) -> str:
    """One word of letters and digits, so that a tokenizer leaves it whole."""
    return name + hashlib.blake2b(value.lower().encode(), digest_size=6).hexdigest()


def _months(first: date, last: date) -> list[str]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"m{n // 12:04}{n % 12 + 1:02}" for n in numbers]
