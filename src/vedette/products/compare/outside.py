"""An event that another data set holds, and the cells that its file is made of."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vedette.errors import VedetteError
from vedette.intake.encoding import decode
from vedette.model.place import Place

_DAYS = ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y")
_TIMES = ("%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M:%S", "%m/%d/%Y %I:%M:%S %p")
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, kw_only=True)
class Outside:
    """One event of another data set. Days are inclusive, dead are counts, empty slots None.

    `types` are ACLED sub-event types that it may be of; empty where the data set does not tell how it was done. `actor`
    and `target` are the data set's own names, `actor_class` and `target_class` ACLED's classes. `text` is what the data
    set says of it in words. `sources` is how many it rests on.
    """

    id: str
    types: tuple[str, ...]
    first: date
    last: date
    place: Place
    actor: str | None
    target: str | None
    low: int | None
    best: int | None
    high: int | None
    text: str
    actor_class: int | None = None
    target_class: int | None = None
    sources: int | None = None


def read_table(path: Path, columns: Sequence[str], needed: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a delimited text file by column, cells stripped; with or without a byte-order mark and a header.

    A file without a header must have as many columns as `columns`, in that order. Raises VedetteError for a file that
    cannot be read, has neither, or lacks a column of `needed`.
    """
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise VedetteError(f"{path}: cannot be read: {error.strerror}") from error
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    rows = [row for row in rows if any(row)]
    if not rows:
        raise VedetteError(f"{path}: holds no rows")
    header = [cell.lower() for cell in rows[0]]
    if set(needed) <= set(header):
        body = rows[1:]
    elif len(rows[0]) == len(columns):
        header, body = list(columns), rows
    else:
        lacking = ", ".join(sorted(set(needed) - set(header)))
        raise VedetteError(
            f"{path}: lacks the columns {lacking}; a file without a header must have {len(columns)} columns, "
            f"this one has {len(rows[0])}"
        )
    return [dict(zip(header, row, strict=False)) for row in body]


def day_of(text: str) -> date | None:
    """A day as the data sets write it ("2016-12-10", "10 December 2016", "12/10/2016 12:00:00 AM"); None for none."""
    for form in (*_DAYS, *_TIMES):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def number_of(text: str | None) -> int | None:
    """A whole number, also as "3.0"; None for an empty cell, for words, and for -1, which stands for "not coded"."""
    try:
        value = int(float(text or ""))
    except ValueError:
        return None
    return value if value >= 0 else None


def degrees_of(text: str | None) -> float | None:
    """Degrees; None for an empty cell and for words."""
    try:
        return float(text or "")
    except ValueError:
        return None
