"""`vedette ingest`."""

from __future__ import annotations

import sys
from typing import Any

import click

from vedette.cli.main import REFUSED
from vedette.cli.options import ledger_option
from vedette.cli.processes import processes_option
from vedette.cli.progress import take_in
from vedette.cli.tables import make_table_options, table_options


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@table_options
@click.option("--quiet", is_flag=True, help="Tell only of what was refused, and the sum.")
@processes_option
@ledger_option
def command(paths: tuple[str, ...], ledger: str, quiet: bool, processes: int | None, **given: Any) -> int:
    """Read reports into the ledger: files and folders of .txt, .md, .html, and .jsonl or .csv tables.

    "-" reads standard input. Tells for each report whether it is new, already there, a near copy of another, or why
    it was refused. Running it again adds nothing. Exit code 1: something was refused.
    """
    from vedette.intake.files import read_paths
    from vedette.ledger.store import open_ledger

    engine = open_ledger(ledger)
    items = read_paths(paths, make_table_options(**given))
    summary = take_in(engine, items, quiet=quiet, out=sys.stdout, processes=processes)
    click.echo(summary.words)
    return REFUSED if summary.refused else 0
