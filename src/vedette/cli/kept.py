"""`vedette kept`."""

from __future__ import annotations

import itertools
from pathlib import Path

import click

from vedette.cli.options import format_option, ledger_option
from vedette.cli.output import emit


@click.command("kept")
@click.argument("report", metavar="REPORT")
@click.option("--diff", is_flag=True, help="Tell how the text changed from version to version.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write the newest bytes as fetched."
)
@click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("archive"),
    show_default=True,
    metavar="FOLDER",
    help="The archive of the watch.",
)
@format_option
@ledger_option
def command(report: str, diff: bool, out: Path | None, archive: Path, form: str, ledger: str) -> None:
    """Tell what REPORT was read from: when and where it was fetched, its hash, and where its bytes lie.

    What was fetched can be read again after the page is gone, and is compared with its hash.
    """
    from vedette.errors import VedetteError
    from vedette.ledger.store import open_ledger
    from vedette.products.extras import need

    need("warcio", "reading an archive", "watch")
    from vedette.watch.kept import bytes_of, difference, find_report, versions

    with open_ledger(ledger, create=False).connect() as db:
        id_ = find_report(db, report)
        found = versions(db, id_)
        if out is not None:
            mine = [v for v in found if id_ in v.reports]
            if not mine:
                raise VedetteError(f"{id_} was read from a file and not fetched by a watch")
            out.write_bytes(bytes_of(mine[-1], archive).payload)
            click.echo(f"{out}: as fetched from {mine[-1].url} at {mine[-1].at.isoformat(timespec='seconds')}Z")
            return
        if diff:
            ids = list(dict.fromkeys(v.reports[0] for v in found if len(v.reports) == 1))
            for old, new in itertools.pairwise(ids):
                click.echo("\n".join(difference(db, old, new)))
            return
    emit(
        [v.row() for v in found], form, ("version", "fetched", "url", "sha256", "file", "offset", "reports"),
        empty=f"{id_} was read from a file and not fetched by a watch",
    )  # fmt: skip
