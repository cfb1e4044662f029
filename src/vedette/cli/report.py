"""`vedette report`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from vedette.cli.issue import Issue, earlier
from vedette.cli.options import chosen_rule, filter_options, ledger_option, make_filter, rule_options

FORMS = ("html", "md", "json", "pdf")
_FILE = click.Path(dir_okay=False, path_type=Path)
_FOUND = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("report")
@filter_options("days", "place")
@rule_options
@click.option("--out", type=_FILE, metavar="FILE", help="Where to write it; the ending names the form.")
@click.option("--format", "form", type=click.Choice(FORMS), help="The form, where the ending does not say.")
@click.option(
    "--against",
    metavar="PERIOD",
    help="Compare with 'before' (as many days just before; so where both ends are given), DAY..DAY, or 'none'.",
)
@click.option(
    "--since", type=Issue(), metavar="WHEN", help="Tell what changed since: a time, or the file of the last issue."
)
@click.option("--template", type=_FOUND, metavar="FILE", help="A template of your own, Jinja's or (.typ) typst's.")
@click.option(
    "--starter",
    type=_FILE,
    metavar="FILE",
    help="Write the built-in template to FILE (.html, .md or .typ), to be edited, and no report.",
)
@ledger_option
def command(
    out: Path | None,
    form: str | None,
    against: str | None,
    since: datetime | None,
    template: Path | None,
    starter: Path | None,
    ledger: str,
    rule: str | None,
    order: tuple[str, ...],
    **given: Any,
) -> None:
    """Write the situation report of a period, and of one place if asked, as HTML, Markdown, JSON or PDF.

    In the order that OCHA uses: highlights, key figures and those by area, against the period before, what changed
    since the last issue, map, timeline, overview by place, who holds what, what parties said, contradictions, what
    could not be resolved, sources and method. Every figure leads to its sentences.
    """
    from vedette.ledger.sync import open_synced
    from vedette.products.situation.gather import gather
    from vedette.products.situation.house import write_starter
    from vedette.products.situation.write import write

    if starter is not None:
        write_starter(starter)
        click.echo(f"{starter}: edit it, then: vedette report --template {starter} --out FILE")
        return
    if out is None:
        raise click.UsageError("say where to write it: --out FILE")
    where, by = make_filter(**given), chosen_rule(rule, order)
    with open_synced(ledger).begin() as db:
        situation = gather(db, where, by, against=earlier(where, against), since=since)
    write(situation, out, form, template)
    counts = situation.counts
    click.echo(f"{out}: {counts['events']} events, {counts['claims']} claims of {counts['reports']} reports")
