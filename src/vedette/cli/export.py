"""`vedette export`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.options import filter_options, ledger_option, make_filter

if TYPE_CHECKING:
    from vedette.products.exports import Record

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

    where, all_told = make_filter(**given), 0

    def counted(records: Iterable[Record]) -> Iterator[Record]:
        nonlocal all_told
        for record in records:
            all_told += 1
            yield record

    with open_synced(ledger).begin() as db:

        def read() -> Iterator[Record]:
            return (r for r in read_records(db, where) if event in (None, r.happening.id))

        if event is not None and next(read(), None) is None:
            raise NotFoundError(f"no event {event!r} in this period and place; see: vedette events")
        found = redact_witnesses(read, default_knowledge()) if redact == "witnesses" else read()
        out.parent.mkdir(parents=True, exist_ok=True)
        rows = FORMATS[form].write(counted(found), out, default_knowledge())
    left = f"; {all_told - rows} of {all_told} events have no place in this format" if rows < all_told else ""
    click.echo(f"{out}: {rows} rows{'' if form == 'ftm' else left}")
