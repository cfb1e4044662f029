"""`vedette restore`."""

from __future__ import annotations

from pathlib import Path

import click

from vedette.cli.options import ledger_option


@click.command("restore")
@click.argument("source", metavar="BACKUP", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--archive", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Where the archive goes."
)
@click.option("--replace", is_flag=True, help="Put a ledger that is there aside; it is kept.")
@ledger_option
def command(source: Path, archive: Path | None, replace: bool, ledger: str) -> None:
    """Bring back the ledger of BACKUP, after everything in it was compared with its hash."""
    from vedette.ledger.care.backup import restore

    manifest = restore(source, ledger, archive, replace=replace)
    click.echo(f"{ledger}: as it was at {manifest['made']}; look at it with: vedette doctor")
