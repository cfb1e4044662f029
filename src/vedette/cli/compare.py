"""`vedette compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vedette.cli.options import filter_options, ledger_option, make_filter
from vedette.cli.output import emit


@click.command("compare")
@click.argument("form", metavar="DATASET", type=click.Choice(["acled", "ucdp"]))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@filter_options("days", "place")
@click.option(
    "--judged",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Pairs with verdicts, as --out writes them; may be given again.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write the pairs as CSV.")
@ledger_option
def command(form: str, file: Path, judged: tuple[Path, ...], out: Path | None, ledger: str, **given: Any) -> None:
    """Hold the events against ACLED's (acled) or UCDP GED's (ucdp) in FILE, as downloaded: which both have, and where
    days, places and dead differ.

    Theirs and ours are matched by structure, as reports are: place, days, sort, parties, words, figures. --out lists
    every pair with its score and reasons, near misses, and what only one side has; write same, different or unsure
    under `verdict` and your name under `by`, and give the file back with --judged.
    """
    from vedette.knowledge.pack import default_knowledge
    from vedette.ledger.sync import open_synced
    from vedette.products.compare.pairs import read_verdicts, write_pairs
    from vedette.products.compare.run import compare_with
    from vedette.products.words import days_words, listed

    verdicts = read_verdicts(judged)
    with open_synced(ledger).begin() as db:
        done = compare_with(db, form, file, make_filter(**given), default_knowledge(), verdicts)
    click.echo(
        f"{done.name}, {days_words(done.where.first, done.where.last)}, {listed(done.countries) or 'no country'}"
    )
    click.echo(f"{done.set_aside} of its events lie outside of these days, places and countries")
    for words in done.refused[:5]:
        click.echo(f"not read: {words}", err=True)
    for table in done.tables:
        click.echo(f"\n{table.title}")
        emit([dict(zip(table.columns, row, strict=True)) for row in table.rows], "table", table.columns, empty="none")
    if out is not None:
        out.parent.mkdir(parents=True, exist_ok=True)
        click.echo(f"\n{out}: {write_pairs(done.found, out, verdicts)} rows")
