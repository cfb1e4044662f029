"""Options of the situation report that say against what it is held: an earlier period, an earlier issue."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.changes import Moment

if TYPE_CHECKING:
    from vedette.ledger.filters import Filter

BEFORE, NONE = "before", "none"


class Issue(Moment):
    """A moment, or the file of an earlier issue that bears one."""

    name = "when or file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment in UTC, without a zone; of a file, just after what it tells of."""
        if isinstance(value, str) and Path(value).is_file():
            from vedette.products.situation.changed import issue_moment

            return issue_moment(Path(value))
        return super().convert(value, param, ctx)


def earlier(where: Filter, against: str | None) -> Filter | None:
    """The period to compare with: as long a one just before, or "DAY..DAY"; None where none is asked or can be.

    Where nothing is said, it is the one before if both ends of the period are given.
    """
    from dataclasses import replace

    from vedette.products.situation.period import before

    if against == NONE:
        return None
    if against in (None, BEFORE):
        found = before(where)
        if found is None and against:
            raise click.UsageError("--against before wants both ends of the period: --from and --to")
        return found
    try:
        first, last = (date.fromisoformat(day) for day in str(against).split(".."))
    except ValueError:
        raise click.UsageError(f"--against {against}: write before, none or 2016-12-01..2016-12-07") from None
    if last < first or last - first > timedelta(days=36600):
        raise click.UsageError(f"--against {against}: the days run backwards")
    return replace(where, first=first, last=last)
