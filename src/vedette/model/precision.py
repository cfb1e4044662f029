"""How exactly days are known, as the two great event datasets code it."""

from __future__ import annotations

from datetime import date


def time_precision(first: date | None, last: date | None) -> int | None:
    """ACLED's time_precision: 1 the day is known, 2 the week, 3 the month or less. None where nothing is known."""
    if first is None or last is None:
        return None if first is last else 3
    days = (last - first).days + 1
    if days <= 2:  # "overnight" is one night
        return 1
    return 2 if days <= 7 else 3


def date_prec(first: date | None, last: date | None) -> int | None:
    """UCDP's date_prec: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 more than a month."""
    if first is None or last is None:
        return None if first is last else 5
    days = (last - first).days + 1
    if days <= 1:
        return 1
    if days <= 6:
        return 2
    if days == 7:
        return 3
    return 4 if days <= 31 else 5
