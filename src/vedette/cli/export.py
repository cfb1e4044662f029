"""`vedette export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vedette.cli.options import filter_options, ledger_option, make_filter

NAMES = ("acled", "ucdp", "plover", "hxl", "geojson", "geoparquet", "parquet", "csv", "ftm", "prov")


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(NAMES))
@filter_options("days", "place")
@click.option("--event", metavar="ID", help="Only this event.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE", help="Where to write it."
)
@click.option(
    "--redact", type=click.Choice(["witnesses"]), metavar="WHOM", help="Take names out: witnesses. docs/security.md."
)
@ledger_option
def command(form: str, event: str | None, out: Path, redact: str | None, ledger: str, **given: Any) -> None:
    """Write the happenings as a file that other tools read: one of acled, ucdp, plover, hxl, geojson, geoparquet,
    parquet, csv, ftm, prov.

    Every row carries the ids that lead back to its sentences. What a format has no room for is left out and counted;
    docs/exports.md says what that is.
    """
    from vedette.errors import NotFoundError
    from vedette.knowledge.pack import default_knowledge
    from vedette.ledger.sync import open_synced
    from vedette.products.exports import FORMATS, read_records
    from vedette.products.redact import redact_witnesses

    with open_synced(ledger).begin() as db:
        found = read_records(db, make_filter(**given))
    if event is not None:
        found = [r for r in found if r.happening.id == event]
        if not found:
            raise NotFoundError(f"no event {event!r} in this period and place; see: vedette events")
    if redact == "witnesses":
        found = redact_witnesses(found, default_knowledge())
    out.parent.mkdir(parents=True, exist_ok=True)
    rows = FORMATS[form].write(found, out, default_knowledge())
    left = f"; {len(found) - rows} of {len(found)} events have no place in this format" if rows < len(found) else ""
    click.echo(f"{out}: {rows} rows{'' if form == 'ftm' else left}")
