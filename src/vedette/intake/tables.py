"""Tables to rows: CSV, JSON lines and JSON; a broken row is told and passed over, the good ones go on."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vedette.errors import IntakeError

csv.field_size_limit(1 << 28)
_LISTS = ("articles", "reports", "documents", "items", "results", "data", "records", "entries", "rows")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, and its cells by column name, or the `error` that keeps it from being read."""

    number: int
    cells: dict[str, Any]
    error: str | None = None


def csv_rows(text: str) -> Iterator[Row]:
    """Rows of a table with a header, numbered as a spreadsheet does: the header is 1.

    A row with more or fewer cells than the header is broken. One that swallows the lines after it (a quote that is
    never closed) is given up after its first line, and reading goes on with the next.
    """
    lines = re.findall(r"[^\n]*\n|[^\n]+", text if "\n" in text else text.replace("\r", "\n"))
    delimiter = max(",;\t|", key=lines[0].count) if lines else ","
    header, at = _record(lines, 0, delimiter)
    names = [name.strip().lstrip("\ufeff") for name in header or []]
    number, broken = 1, False
    while at < len(lines):
        record, after = _record(lines, at, delimiter)
        good = record is not None and len(record) == len(names)
        if record == [] or (record is not None and not any(record) and after == at + 1):
            at = after
            continue
        if good and record is not None:
            number, broken = number + 1, False
            yield Row(number, dict(zip(names, record, strict=True)))
            at = after
            continue
        if not broken:
            number += 1
            cells = (
                "cannot be parsed" if record is None else f"has {len(record)} cells where the header has {len(names)}"
            )
            yield Row(number, {}, f"broken row: line {at + 1} {cells}")
        # What follows a broken first line, until a good row comes, belongs to it.
        broken = after > at + 1 or broken
        at += 1


def _record(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The record that starts at line `at`, None where it cannot be parsed; and the line after it."""
    reader = csv.reader(iter(lines[at : at + _TALLEST]), delimiter=delimiter)
    try:
        record = next(reader)
    except StopIteration:
        return [], at + 1
    except csv.Error:
        return None, at + 1
    return record, at + reader.line_num


_TALLEST = 5000
"""Lines that one record may take: a long report's paragraphs, not the rest of a table."""


def jsonl_rows(text: str) -> Iterator[Row]:
    """Rows of JSON lines, numbered by line."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _row(number, json.loads(line))
        except (ValueError, RecursionError) as error:
            yield Row(number, {}, f"broken row: not JSON: {error}")


def json_rows(text: str) -> Iterator[Row]:
    """Rows of a JSON list of objects, of an object that holds one, or of one object; numbered from 1.

    Raises IntakeError for what is not JSON, or holds no objects.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise IntakeError(f"not JSON: {error}") from error
    if isinstance(data, dict):
        data = next((data[name] for name in _LISTS if isinstance(data.get(name), list)), [data])
    if not isinstance(data, list) or not data:
        raise IntakeError("JSON without a list of reports")
    for number, item in enumerate(data, 1):
        yield _row(number, item)


def _row(number: int, data: Any) -> Row:
    if not isinstance(data, dict):
        return Row(number, {}, "broken row: not a JSON object")
    return Row(number, {str(name): value for name, value in data.items()})
