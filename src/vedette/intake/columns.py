"""A table's columns: which of them holds what, and how the dates of one are to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime

from vedette.errors import IntakeError
from vedette.intake.dates import WRITTEN, written_dates

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "report_id", "article_id", "unit_id", "doc_id", "document_id", "uid", "uuid", "guid", "ref", "key"),
    "title": ("title", "headline", "article_title", "head", "heading", "subject"),
    "text": ("text", "body", "content", "article_content", "article_text", "full_text", "fulltext", "article", "story",
             "main_text", "maintext"),
    "published": ("published", "date", "article_date", "pub_date", "pubdate", "publication_date", "date_published",
                  "published_at", "published_date", "date_publish", "publish_date", "datetime", "timestamp", "day"),
    "outlet": ("outlet", "source", "publisher", "article_source", "newspaper", "news_source", "source_name", "media",
               "agency", "site", "sitename", "site_name", "domain", "source_domain"),
    "url": ("url", "link", "href", "article_url", "source_url", "web_url", "permalink"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Each field of a report with the column names under which tables commonly have it, likeliest first."""

_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$")


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How to read tables: `columns` from a report's field to the column that holds it; the files' `encoding`."""

    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None


def map_columns(names: Sequence[str], options: TableOptions) -> dict[str, str]:
    """Field to column name for a table whose columns are `names`. Raises IntakeError where no column is the text's."""
    folded = {re.sub(r"\W+", "_", name.strip().lower()).strip("_"): name for name in reversed(names)}
    chosen: dict[str, str] = {}
    for wanted, likely in FIELDS.items():
        told = options.columns.get(wanted)
        if told is not None:
            if told not in names:
                raise IntakeError(f"no column {told!r}; there are: {', '.join(names)}")
            chosen[wanted] = told
            continue
        found = next((folded[name] for name in likely if name in folded), None)
        if found is not None and found not in chosen.values():
            chosen[wanted] = found
    if "text" not in chosen:
        raise IntakeError(f"no column holds the text; tell which with --field text=COLUMN, of: {', '.join(names)}")
    return chosen


@dataclass(frozen=True, slots=True)
class DayOrder:
    """How the figures of a date column are to be read: `day_first`, None where they do not tell; and a line on it."""

    day_first: bool | None
    note: str | None


def day_order(values: Iterable[str]) -> DayOrder:
    """The order of day and month that a column of dates shows as a whole."""
    day_first = month_first = both = 0
    for value in values:
        m = _NUMERIC.match(value.strip())
        if m is None:
            continue
        a, b = int(m.group(1)), int(m.group(2))
        day_first += a > 12 >= b
        month_first += b > 12 >= a
        both += a <= 12 and b <= 12 and a != b
    if not (day_first or month_first or both):
        return DayOrder(None, None)
    if day_first and month_first:
        return DayOrder(None, f"dates day first in {day_first} rows and month first in {month_first}; "
                              f"{both} that could be either are left open")  # fmt: skip
    if day_first or month_first:
        order, rows = ("day", day_first) if day_first else ("month", month_first)
        return DayOrder(bool(day_first), f"dates read {order} first, as {rows} rows show")
    return DayOrder(None, f"dates in figures that could be day first or month first in all {both} rows: left open")


def read_date(value: str, order: DayOrder) -> date | None:
    """The day that a cell of a date column tells, None where it cannot be told."""
    value = value.strip()
    m = _NUMERIC.match(value)
    if m:
        a, b = int(m.group(1)), int(m.group(2))
        first = order.day_first if a <= 12 and b <= 12 and a != b else a > 12
        if first is None:
            return None
        return _day(int(m.group(3)), b if first else a, a if first else b)
    m = _COMPACT.match(value)
    if m:
        return _day(int(m.group(1)), int(m.group(2)), int(m.group(3)))
    if WRITTEN.search(value):
        found = next(written_dates(value))
        return found.on()
    try:
        return parsedate_to_datetime(value).date()
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
