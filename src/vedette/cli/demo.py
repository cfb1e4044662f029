"""`vedette demo`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vedette.cli.main import REFUSED
from vedette.cli.progress import take_in

if TYPE_CHECKING:
    from vedette.products.situation.model import Situation


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/demo"),
    show_default=True,
    metavar="FOLDER",
    help="Where the ledger and the report go.",
)
def command(out: Path) -> int:
    """Read the sample reports into a fresh ledger, write a situation report, and tell what was found."""
    from vedette.intake.files import TableOptions, read_paths
    from vedette.ledger.filters import Filter
    from vedette.ledger.store import open_ledger
    from vedette.products.situation.gather import gather
    from vedette.products.situation.write import write
    from vedette.sample import sample_folder

    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("sample.db*"):
        old.unlink()
    engine = open_ledger(str(out / "sample.db"))
    summary = take_in(engine, read_paths([str(sample_folder())], TableOptions()), quiet=True, out=sys.stdout)
    click.echo(summary.words)
    with engine.begin() as db:
        situation = gather(db, Filter())
    page = out / "situation.html"
    write(situation, page)
    _tell(situation)
    click.echo(f"\nSituation report: {page.resolve()}")
    click.echo(f"Ledger: {out / 'sample.db'}  (try: vedette events --ledger {out / 'sample.db'})")
    click.echo(f"Workbench: vedette serve --open --ledger {out / 'sample.db'}")
    return REFUSED if summary.new == 0 else 0


def _tell(situation: Situation) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="What the reports tell", title_justify="left", box=None, header_style="bold")
    for column in ("people", "least to most", "best", "events", "origins"):
        table.add_column(column)
    for figure in situation.figures:
        best = "" if figure.best is None else f"{figure.best:,}"
        origins = ", ".join(figure.origins) or "none credited"
        table.add_row(figure.label, figure.words, best, str(len(figure.events)), origins)
    console = Console()
    console.print(table)
    console.print(", ".join(f"{n} {what}" for what, n in situation.counts.items()))
