"""`vedette report`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vedette.cli.options import filter_options, ledger_option, make_filter


@click.command("report")
@filter_options("days", "place")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="Where to write it; the ending .html, .md or .json names the form.",
)
@ledger_option
def command(out: Path, ledger: str, **given: Any) -> None:
    """Write the situation report of a period, and of one place if asked.

    In the order that OCHA uses: highlights, key figures, overview by place, who holds what, what parties said,
    contradictions, what could not be resolved, sources and method. Every figure leads to its sentences.
    """
    from vedette.ledger.sync import open_synced
    from vedette.products.situation.gather import gather
    from vedette.products.situation.write import write

    where = make_filter(**given)
    with open_synced(ledger).begin() as db:
        situation = gather(db, where)
    write(situation, out)
    counts = situation.counts
    click.echo(f"{out}: {counts['events']} events, {counts['claims']} claims of {counts['reports']} reports")
