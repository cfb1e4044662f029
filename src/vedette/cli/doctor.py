"""`vedette doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vedette.cli.main import FAILED, REFUSED
from vedette.cli.options import ledger_option

if TYPE_CHECKING:
    from vedette.ledger.care.check import Finding


@click.command("doctor")
@click.option(
    "--archive",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    metavar="FOLDER",
    help="Compare the archive of a watch with its hashes too.",
)
@click.option(
    "--salvage",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Save what can be read of a damaged ledger into files that a new one takes in.",
)
@ledger_option
def command(archive: Path | None, salvage: Path | None, ledger: str) -> int:
    """Look whether the ledger is sound, and tell in words what is wrong and the way back. Nothing is changed.

    Exit code 1: something is to be looked at. 3: the ledger is damaged.
    """
    from vedette.ledger.care.check import BAD, WARNING, examine

    if salvage is not None:
        return _salvage(ledger, salvage)
    found = examine(ledger)
    if archive is not None and not any(f.state == BAD for f in found):
        found += _archive(ledger, archive)
    for finding in found:
        click.echo(f"{finding.state}: {finding.what}: {finding.words}")
    states = {f.state for f in found}
    return FAILED if BAD in states else REFUSED if WARNING in states else 0


def _salvage(ledger: str, folder: Path) -> int:
    from vedette.errors import LedgerError
    from vedette.ledger.care.check import file_of
    from vedette.ledger.care.salvage import salvage

    path = file_of(ledger)
    if path is None:
        raise LedgerError("only a ledger in a file can be salvaged so; a server's is brought back by pg_restore")
    saved = salvage(path, folder)
    click.echo(", ".join(f"{n} {what}" for what, n in saved.items()) + f" saved into {folder}")
    click.echo(f"take them in with: vedette ingest {folder}/reports.jsonl --ledger NEW")
    click.echo(f"and with: vedette import {folder}/judgements.jsonl --ledger NEW")
    return 0


def _archive(ledger: str, folder: Path) -> list[Finding]:
    from vedette.ledger.store import open_ledger
    from vedette.products.extras import need

    need("warcio", "looking at an archive", "watch")
    from vedette.watch.verify import verify

    return list(verify(open_ledger(ledger, create=False), folder))
