"""Rows out: a table for people, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

Row = Mapping[str, Any]

_UNBROKEN = {"id", "from", "to", "published", "as_of", "first", "last", "claims", "reports", "kind"}


def emit(rows: Iterable[Row], form: str, columns: Sequence[str], *, empty: str) -> None:
    """Print `rows` in the form asked for; a table shows `columns` only, and says `empty` where there is none."""
    if form == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        _emit_csv(rows)
    else:
        _emit_table(list(rows), columns, empty)


def _emit_csv(rows: Iterable[Row]) -> None:
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, fieldnames=list(row), extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
        writer.writerow({k: flat(v) for k, v in row.items()})


def _emit_table(rows: list[Row], columns: Sequence[str], empty: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        click.echo(empty, err=True)
        return
    # Piped output has no width of its own; ids are never broken, so that they can be copied.
    console = Console(width=None if sys.stdout.isatty() else 200)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", max_width=60, no_wrap=column in _UNBROKEN)
    for row in rows:
        table.add_row(*(Text(flat(row.get(column))) for column in columns))
    console.print(table)


def flat(value: Any) -> str:
    """A cell: lists joined by "; ", nothing for None, objects as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(flat(v) for v in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)
