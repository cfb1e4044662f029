"""`vedette sources`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.options import filter_options, format_option, ledger_option, make_filter
from vedette.cli.output import emit

COLUMNS = ("source", "claims", "tolls", "events", "outlets", "first", "last")


@click.command("sources")
@filter_options("days", "place", "kind", "outlet")
@format_option
@ledger_option
def command(form: str, ledger: str, **given: Any) -> None:
    """List the origins that the claims go back to, most claims first.

    Claims that an outlet makes in its own voice are counted under "(unattributed)": they corroborate nothing.
    """
    from vedette.ledger import records
    from vedette.ledger.rows import source_rows
    from vedette.ledger.sync import open_synced

    where = make_filter(**given)
    with open_synced(ledger).begin() as db:
        outlets = {r.report.id: r.report.outlet for r in records.list_reports(db)}
        found = records.list_claims(db, where)
    emit(source_rows(found, outlets), form, COLUMNS, empty="No claim in the ledger passes these filters.")
