"""`vedette reports`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.options import filter_options, format_option, ledger_option, make_filter
from vedette.cli.output import emit


@click.command("reports")
@filter_options("days", "outlet")
@format_option
@ledger_option
def command(form: str, ledger: str, **given: Any) -> None:
    """List the reports in the ledger, oldest first.

    A near copy of another report is shown with the report that it copies.
    """
    from vedette.ledger import records
    from vedette.ledger.rows import report_row
    from vedette.ledger.store import open_ledger

    where = make_filter(**given)
    with open_ledger(ledger, create=False).begin() as db:
        counts = records.counts_by_report(db)
        rows = [report_row(r, counts[r.report.id]) for r in records.list_reports(db, where)]
    columns = ("report", "outlet", "published", "published_basis", "title", "claims", "copy_of")
    emit(rows, form, columns, empty="No report in the ledger passes these filters.")
