"""Rows to CSV: the header, one line a row, empty for what is not known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any


def write_csv(
    path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], tags: Sequence[str] | None = None
) -> int:
    """Write UTF-8 CSV with these columns; `tags` is a second header row (HXL). Returns the number of rows."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        if tags is not None:
            writer.writerow(tags)
        for row in rows:
            writer.writerow(["" if row[c] is None else row[c] for c in columns])
            count += 1
    return count
