"""`vedette show`."""

from __future__ import annotations

import json

import click

from vedette.cli.options import ledger_option


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For whom.",
)
@ledger_option
def command(id_: str, form: str, ledger: str) -> None:
    """Show all about one thing: a report, claim or event by its id, or a source by its name.

    For an event: every claim with its sentence, outlet and origin, and how its figure was settled.
    """
    from vedette.ledger.look import look_up
    from vedette.ledger.sync import open_synced

    with open_synced(ledger).begin() as db:
        found = look_up(db, id_)
    click.echo(json.dumps(found.row, ensure_ascii=False, indent=2) if form == "json" else found.words)
