"""JSON lines from a stream, cut into batches of rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from vedette.bulk.batches import Batch, Item, Table
from vedette.errors import IntakeError
from vedette.intake.columns import TableOptions, day_order, map_columns
from vedette.intake.tables import Row


def batches(storage: Any, path: str, origin: str, options: TableOptions, size: int) -> Iterator[Batch]:
    """The rows of a file, `size` a batch. Raises IntakeError where no column holds the text, or there is no row.

    The file is read twice: what a date in figures means is told by the whole column.
    """
    encoding = options.encoding or "utf-8"
    table = _table(_rows(storage, path, encoding), options)
    items: list[tuple[str, Item]] = []
    notes: list[str | None] = [table.order.note]
    for row in _rows(storage, path, encoding):
        items.append((f"{origin}:{row.number}", row))
        if len(items) == size:
            yield Batch(items, table, notes)
            notes = [] if any(isinstance(r, Row) and r.error is None for _, r in items) else notes
            items = []
    if items:
        yield Batch(items, table, notes)


def _table(rows: Iterator[Row], options: TableOptions) -> Table:
    columns: dict[str, str] | None = None
    broken = 0

    def dates() -> Iterator[str]:
        nonlocal columns, broken
        for row in rows:
            if row.error is not None:
                broken += 1
                continue
            if columns is None:
                columns = map_columns(list(row.cells), options)
            yield str(row.cells.get(columns.get("published", "")) or "")

    order = day_order(dates())
    if columns is None and not broken:
        raise IntakeError("a table without rows")
    return Table(columns or {}, order)


def _rows(storage: Any, path: str, encoding: str) -> Iterator[Row]:
    with storage.open(path, "rb", compression="infer") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                text = line.decode(encoding).removeprefix("\ufeff")
                data = json.loads(text)
            except UnicodeDecodeError:
                yield Row(number, {}, f"broken row: not in {encoding}")
            except (ValueError, RecursionError) as error:
                yield Row(number, {}, f"broken row: not JSON: {error}")
            else:
                if isinstance(data, dict):
                    yield Row(number, {str(name): value for name, value in data.items()})
                else:
                    yield Row(number, {}, "broken row: not a JSON object")
