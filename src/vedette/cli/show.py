"""`vedette show`."""

from __future__ import annotations

import json

import click

from vedette.cli.options import chosen_rule, ledger_option, rule_options


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
@rule_options
@ledger_option
def command(id_: str, form: str, rule: str | None, order: tuple[str, ...], ledger: str) -> None:
    """Show all about one thing: a report, claim or event by its id, or a source by its name.

    For an event: every claim with its sentence, outlet and origin, and how its figures were settled,
    how well it is corroborated, what contradicts what and why, and what analysts judged. An id that is no more is
    answered with what took its place.
    """
    from vedette.ledger.look import look_up
    from vedette.ledger.sync import open_synced

    by = chosen_rule(rule, order)
    with open_synced(ledger).begin() as db:
        found = look_up(db, id_, by)
    click.echo(json.dumps(found.row, ensure_ascii=False, indent=2) if form == "json" else found.words)
