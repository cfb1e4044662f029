"""What goes to a worker to become reports: rows of a table, pages of a web archive, or a whole small file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from vedette.intake.columns import DayOrder, TableOptions
from vedette.intake.files import Read, Refused, read_bytes, read_row
from vedette.intake.readers import Part
from vedette.intake.tables import Row

Item = Row | Part | Refused
"""A row of the batch's table, a file or page, or what is known not to be read."""


@dataclass(frozen=True, slots=True)
class Table:
    """What holds for all rows of a table: which column holds what, and how dates in figures are to be read."""

    columns: Mapping[str, str]
    order: DayOrder


@dataclass(frozen=True, slots=True)
class Batch:
    """Items with where each came from ("file:row"); `notes` go with the first row."""

    items: Sequence[tuple[str, Item]]
    table: Table | None = None
    notes: Sequence[str | None] = field(default=())


def reports_of(batch: Batch, options: TableOptions, today: date) -> list[Read | Refused]:
    """What became of each item; a function of the batch, the options and the day only."""
    return [one for item in _read(batch, options, today) for one in item]


def _read(batch: Batch, options: TableOptions, today: date) -> Iterable[list[Read | Refused]]:
    notes = list(batch.notes)
    for where, item in batch.items:
        match item:
            case Refused():
                yield [item]
            case Part():
                yield read_bytes(
                    item.data,
                    origin=where,
                    name=item.name,
                    mime=item.mime,
                    hint=item.hint,
                    options=options,
                    today=today,
                )
            case Row():
                assert batch.table is not None
                columns, order = dict(batch.table.columns), batch.table.order
                yield [read_row(where, item, columns, order, notes, options=options, today=today)]
                notes = [] if item.error is None else notes
