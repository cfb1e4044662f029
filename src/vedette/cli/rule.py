"""`vedette rule`."""

from __future__ import annotations

import click

from vedette.cli.options import ledger_option


@click.command("rule")
@click.argument("name", required=False, metavar="[RULE]")
@click.option("--order", multiple=True, metavar="SOURCE", help="For 'source order': the sources, the first first.")
@ledger_option
def command(name: str | None, order: tuple[str, ...], ledger: str) -> None:
    """Show the rule that the ledger settles figures by, and what each does, or set it: range, standing, majority,
    source order, latest.

    `--rule` of events, show and report asks by another rule once; `vedette judge settle` decides on one event.
    """
    from vedette.ledger.ruling import ledger_rule, make_rule, set_rule
    from vedette.ledger.store import open_ledger
    from vedette.ledger.sync import sync
    from vedette.settlement.rules import MEANINGS

    with open_ledger(ledger, create=False).begin() as db:
        if name is not None or order:
            set_rule(db, make_rule(name or "source order", order))
            sync(db)
        rule = ledger_rule(db)
    for each, meaning in MEANINGS.items():
        sources = f" ({', '.join(rule.order)})" if each == rule.name and rule.order else ""
        click.echo(f"{'*' if each == rule.name else ' '} {each}{sources}: {meaning}")
