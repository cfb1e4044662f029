"""Tables: drawn by the pages, and downloaded as they stand."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Response

FORMS = ("csv", "json")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """Rows by column name; `columns` in their order."""

    columns: Sequence[str]
    rows: Sequence[Mapping[str, Any]]


def as_download(table: Table, name: str, form: str) -> Response:
    """The table as a file called `name` with the ending `form`: CSV, or JSON rows."""
    rows = [{column: row.get(column) for column in table.columns} for row in table.rows]
    if form == "json":
        body = json.dumps(rows, ensure_ascii=False, indent=1, default=str)
        kind = "application/json"
    else:
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(table.columns)
        writer.writerows([cell(row[column]) for column in table.columns] for row in rows)
        body, kind = out.getvalue(), "text/csv"
    headers = {"content-disposition": f'attachment; filename="{name}.{form}"'}
    return Response(body, media_type=f"{kind}; charset=utf-8", headers=headers)


def cell(value: Any) -> str:
    """A value as a cell of CSV: lists joined by "; ", nothing for None.

    Text of reports that a spreadsheet would take for a formula is given an apostrophe.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(cell(v) for v in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
