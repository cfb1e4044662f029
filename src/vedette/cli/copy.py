"""`vedette copy`."""

from __future__ import annotations

import click


@click.command("copy")
@click.argument("source", metavar="LEDGER")
@click.argument("target", metavar="LEDGER")
def command(source: str, target: str) -> None:
    """Copy everything from the first ledger to the second: from a file to a PostgreSQL server, or back.

    Reports, claims, judgements, history, people and what was watched, under the same ids; the second must be empty or
    not there yet. What was written is read again: the digest printed is that of both. Broken off, it leaves nothing
    behind.
    """
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from vedette.ledger.copying import copy_ledger
    from vedette.ledger.store import open_ledger

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("Opening the ledgers", total=None)

        def told(table: str, rows: int) -> None:
            progress.update(task, description=f"Copying {table.replace('_', ' ')}: {rows:,}")

        done = copy_ledger(open_ledger(source, create=False), open_ledger(target), told)
    for table, rows in done.rows.items():
        if rows:
            click.echo(f"{table}: {rows}")
    click.echo(f"{sum(done.rows.values())} rows copied; digest of both: {done.digest}")
