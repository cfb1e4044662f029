"""`vedette events`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.options import chosen_rule, filter_options, format_option, ledger_option, make_filter, rule_options
from vedette.cli.output import emit

COLUMNS = ("id", "type", "place", "from", "to", "killed", "grade", "origins", "reports", "contradictions")


@click.command("events")
@filter_options("days", "place", "kind", "outlet", "source")
@click.option(
    "--grade",
    type=click.Choice(["confirmed", "fair", "weak", "contested", "discounted"]),
    help="Only those corroborated so.",
)
@rule_options
@format_option
@ledger_option
def command(form: str, ledger: str, grade: str | None, rule: str | None, order: tuple[str, ...], **given: Any) -> None:
    """List the happenings that the claims tell of, oldest first, with the settled range of people killed.

    The grade tells how well each is corroborated, after Airwars: confirmed by a party against itself, fair (two
    independent voices), weak, contested, discounted.
    """
    from vedette.ledger import records
    from vedette.ledger.rows import event_row, settled_words
    from vedette.ledger.ruling import settled_by
    from vedette.ledger.sync import open_synced

    where, by = make_filter(**given), chosen_rule(rule, order)
    with open_synced(ledger).begin() as db:
        found = records.list_happenings(db, where)
        found = settled_by(db, found, by) if by else found
        found = [h for h in found if grade is None or (h.grade and h.grade.name == grade)]
        claims = records.claims_by_id(db, (c for h in found for c in h.claims))
    rows = [event_row(h, claims) for h in found]
    if form == "table":
        rows = [
            row
            | {
                "killed": settled_words(h.killed) if h.killed else "",
                "contradictions": len(row["contradictions"]) or "",
                "reports": len(row["reports"]),
            }
            for h, row in zip(found, rows, strict=True)
        ]
    emit(rows, form, COLUMNS, empty="No event in the ledger passes these filters.")
