"""`vedette method`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vedette.cli.options import chosen_rule, filter_options, ledger_option, make_filter, rule_options


@click.command("method")
@filter_options("days", "place")
@rule_options
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write it, .html, .md or .json; without it, Markdown is printed.",
)
@ledger_option
def command(out: Path | None, ledger: str, rule: str | None, order: tuple[str, ...], **given: Any) -> None:
    """Tell how the record came about: what was read, by what rules, how well it is known to read.

    Made from the settings in force, under the headings of the Standards for Casualty Recording: sources, collection,
    evaluation, corroboration, quality control; with definitions, and of what a count is a floor.
    """
    from vedette.ledger.sync import open_synced
    from vedette.products.method.gather import gather_method
    from vedette.products.method.write import method_text, write_method

    where, by = make_filter(**given), chosen_rule(rule, order)
    with open_synced(ledger).begin() as db:
        method = gather_method(db, where, by)
    if out is None:
        click.echo(method_text(method, "md"))
        return
    write_method(method, out)
    click.echo(f"{out}: the method of {ledger}")
