"""`vedette backup`."""

from __future__ import annotations

from pathlib import Path

import click

from vedette.cli.options import ledger_option


@click.command("backup")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--archive", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="The archive of a watch too."
)
@ledger_option
def command(out: Path, archive: Path | None, ledger: str) -> None:
    """Write the ledger, as it is at this moment, to the file OUT, with a hash for everything in it.

    Others may read and write meanwhile. vedette restore brings it back.
    """
    from vedette.ledger.care.backup import backup

    manifest = backup(ledger, out, archive)
    click.echo(
        f"{out}: {len(manifest['files'])} files, schema {manifest['schema']}; bring it back with: vedette restore"
    )
