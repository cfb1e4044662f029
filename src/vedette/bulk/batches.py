"""What goes to a worker to become reports: rows of a table, pages of a web archive, or a whole small file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial

from vedette.intake.columns import DayOrder, TableOptions
from vedette.intake.files import Read, Refused, read_guarded, read_row
from vedette.intake.guard import AnyGuard, Guard, Piece
from vedette.intake.reader import Reader
from vedette.intake.readers import Part
from vedette.intake.tables import Row
from vedette.knowledge.pack import default_knowledge

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


def reports_of(batch: Batch, options: TableOptions, today: date, guard: AnyGuard | None = None) -> list[Read | Refused]:
    """What became of each item; a function of the batch, the options and the day only.

    Every item is read in the guarded process; without `guard` in the one of this process, which is started for it.
    """
    name = batch.items[0][0] if batch.items else ""
    size = sum(len(item.data) for _, item in batch.items if isinstance(item, Part))
    return list(read_guarded(guard or _own_guard(), name, pieces_of, size, batch, options, today))


def pieces_of(batch: Batch, options: TableOptions, today: date) -> Iterator[Piece[list[Read | Refused]]]:
    """The same, to be read one by one."""
    notes = list(batch.notes)
    for where, item in batch.items:
        match item:
            case Refused():
                yield Piece(where, partial(list[Read | Refused], [item]))
            case Part():
                yield from Reader(options, default_knowledge(), today).pieces_or_refused(where, item)
            case Row():
                assert batch.table is not None
                columns, order = dict(batch.table.columns), batch.table.order
                yield Piece(where, partial(_row, where, item, columns, order, notes, options, today))
                notes = [] if item.error is None else notes


def _row(
    where: str,
    item: Row,
    columns: dict[str, str],
    order: DayOrder,
    notes: list[str | None],
    options: TableOptions,
    today: date,
) -> list[Read | Refused]:
    return [read_row(where, item, columns, order, notes, options=options, today=today)]


@lru_cache(maxsize=1)
def _own_guard() -> Guard:
    """Of a worker of a cluster: it ends with it."""
    return Guard()
