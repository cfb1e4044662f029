"""`vedette events`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.options import filter_options, format_option, ledger_option, make_filter
from vedette.cli.output import emit

COLUMNS = ("id", "type", "place", "from", "to", "killed", "origins", "reports", "contradictions")


@click.command("events")
@filter_options("days", "place", "kind", "outlet", "source")
@format_option
@ledger_option
def command(form: str, ledger: str, **given: Any) -> None:
    """List the happenings that the claims tell of, oldest first, with the settled range of people killed."""
    from vedette.ledger import records
    from vedette.ledger.rows import event_row, figure_words
    from vedette.ledger.sync import open_synced

    where = make_filter(**given)
    with open_synced(ledger).begin() as db:
        found = records.list_happenings(db, where)
        claims = records.claims_by_id(db, (c for h in found for c in h.claims))
    rows = [event_row(h, claims) for h in found]
    if form == "table":
        rows = [
            row
            | {
                "killed": figure_words(row["killed_low"], row["killed_high"]) if row["rule"] else "",
                "contradictions": len(row["contradictions"]) or "",
                "reports": len(row["reports"]),
            }
            for row in rows
        ]
    emit(rows, form, COLUMNS, empty="No event in the ledger passes these filters.")
