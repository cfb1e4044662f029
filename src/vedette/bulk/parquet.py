"""Parquet from a stream: only the columns that a report is made of, a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from vedette.bulk.batches import Batch, Item, Table
from vedette.errors import IntakeError
from vedette.intake.columns import TableOptions, day_order, map_columns
from vedette.intake.tables import Row


def batches(storage: Any, path: str, origin: str, options: TableOptions, size: int) -> Iterator[Batch]:
    """The rows of a file, numbered from 1, `size` a batch. Raises IntakeError for no Parquet file of reports."""
    import pyarrow as pa
    from pyarrow import parquet

    with storage.open(path, "rb") as stream:
        try:
            file = parquet.ParquetFile(stream)
            columns = map_columns(file.schema_arrow.names, options)
            dated = columns.get("published")
            if not file.metadata.num_rows:
                raise IntakeError("a table without rows")
            days = (_text(v) for b in file.iter_batches(columns=[dated]) for v in b[0].to_pylist()) if dated else ()
            table = Table(columns, day_order(days))
            number, notes = 0, [table.order.note]
            for some in file.iter_batches(batch_size=size, columns=sorted(set(columns.values()))):
                items: list[tuple[str, Item]] = []
                for cells in some.to_pylist():
                    number += 1
                    if dated:
                        cells[dated] = _text(cells[dated])
                    items.append((f"{origin}:{number}", Row(number, cells)))
                yield Batch(items, table, notes)
                notes = []
        except pa.ArrowException as error:
            raise IntakeError(f"cannot be read as Parquet: {' '.join(str(error).split())}") from error


def _text(value: Any) -> str:
    """A date as text: times of day tell nothing of the day that a report came out on."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return str(value or "")
