"""`vedette report`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vedette.cli.options import chosen_rule, filter_options, ledger_option, make_filter, rule_options


@click.command("report")
@filter_options("days", "place")
@rule_options
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="Where to write it; the ending .html, .md or .json names the form.",
)
@ledger_option
def command(out: Path, ledger: str, rule: str | None, order: tuple[str, ...], **given: Any) -> None:
    """Write the situation report of a period, and of one place if asked.

    In the order that OCHA uses: highlights, key figures, overview by place, who holds what, what parties said,
    contradictions, what could not be resolved, sources and method. Every figure leads to its sentences.
    """
    from vedette.ledger.sync import open_synced
    from vedette.products.situation.gather import gather
    from vedette.products.situation.write import write

    where, by = make_filter(**given), chosen_rule(rule, order)
    with open_synced(ledger).begin() as db:
        situation = gather(db, where, by)
    write(situation, out)
    counts = situation.counts
    click.echo(f"{out}: {counts['events']} events, {counts['claims']} claims of {counts['reports']} reports")
