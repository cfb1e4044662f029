"""`vedette resolve`."""

from __future__ import annotations

import click

from vedette.cli.options import ledger_option


@click.command("resolve")
@click.option("--all", "every", is_flag=True, help="Read every report anew, whether its places may change or not.")
@ledger_option
def command(ledger: str, every: bool) -> None:
    """Read again the reports whose places may have changed since the gazetteer did.

    These are the reports that name a place that was added, or that were read by another version of Vedette or of its
    knowledge. Judgements stay in force.
    """
    from vedette.knowledge.pack import default_knowledge
    from vedette.ledger.resolve import resolve
    from vedette.ledger.store import open_ledger
    from vedette.reading.language import language

    done = resolve(open_ledger(ledger, create=False), language(), default_knowledge(), every=every)
    click.echo(
        f"{done.read} of {done.reports} reports read anew, the places of {done.changed} claims changed; "
        f"{done.kept} name no place that was added"
    )
