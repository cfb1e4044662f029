"""`vedette claims`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.options import filter_options, format_option, ledger_option, make_filter
from vedette.cli.output import emit

COLUMNS = ("id", "report", "kind", "what", "place", "from", "to", "source", "quote", "withdrawn", "added")


@click.command("claims")
@filter_options("days", "place", "kind", "outlet", "source")
@format_option
@ledger_option
def command(form: str, ledger: str, **given: Any) -> None:
    """List what the reports claim, in the order of the reports and their texts.

    JSON lines are in the claim format (docs/claim-format.md); `event` names the happening of each claim,
    `withdrawn` who judged it wrong; slots that an analyst corrected say so in `reasons`.
    """
    from vedette.ledger import records
    from vedette.ledger.rows import claim_row, claim_summary
    from vedette.ledger.sync import open_synced

    where = make_filter(**given)
    with open_synced(ledger).begin() as db:
        events = records.events_of_claims(db)
        found = records.list_claims(db, where, withdrawn=True)
    rows = [claim_row(claim, events.get(claim.id)) for claim in found]
    if form == "table":
        rows = [row | {"what": claim_summary(claim)} for row, claim in zip(rows, found, strict=True)]
    emit(rows, form, COLUMNS, empty="No claim in the ledger passes these filters.")
