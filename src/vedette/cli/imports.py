"""`vedette import`."""

from __future__ import annotations

from typing import TextIO

import click

from vedette.cli.options import ledger_option


@click.group("import")
def command() -> None:
    """Take in what others made."""


@command.command("judgements")
@click.argument("file", type=click.File(encoding="utf-8"), metavar="FILE")
@ledger_option
def judgements(file: TextIO, ledger: str) -> None:
    """Take in judgements from FILE ("-": standard input), as `vedette judgements --format jsonl` writes them.

    Those that the ledger holds are left alone, so that taking a file in twice does nothing. A judgement on a report
    that the ledger lacks waits until it has it.
    """
    from vedette.ledger.judgements import all_judgements, states
    from vedette.ledger.judgements.files import import_lines
    from vedette.ledger.judgements.standing import GONE
    from vedette.ledger.store import open_ledger
    from vedette.ledger.sync import sync

    with open_ledger(ledger, create=False).begin() as db:
        new, known = import_lines(db, file, file.name)
        sync(db)
        waiting = [id_ for id_, state in states(db, all_judgements(db)).items() if state == GONE]
    click.echo(f"{new} new judgements, {known} already there")
    for id_ in waiting:
        click.echo(f"{id_} waits: {GONE}")
