"""`vedette import`."""

from __future__ import annotations

from pathlib import Path
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


@command.command("gold")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="FOLDER")
@ledger_option
def gold(folder: Path, ledger: str) -> int:
    """Take in hand-marked reports from FOLDER (reports.jsonl, claims.jsonl, events.jsonl in the claim format).

    The marker's claims stand in the place of extracted ones; linking and figures are Vedette's. Keep such a ledger
    apart: reading its reports anew would put extracted claims in their place.
    """
    from vedette.cli.main import REFUSED
    from vedette.evaluation.to_ledger import take_in
    from vedette.knowledge.pack import default_knowledge
    from vedette.ledger.ingest import finish
    from vedette.ledger.store import open_ledger

    engine = open_ledger(ledger)
    with engine.begin() as db:
        taken = take_in(db, folder, default_knowledge())
    finish(engine)
    click.echo(f"{taken.new} new reports with {taken.claims} claims marked by hand, {taken.known} already there")
    for words in taken.refused:
        click.echo(f"refused: {words}", err=True)
    return REFUSED if taken.refused else 0
