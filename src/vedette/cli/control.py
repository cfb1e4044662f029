"""`vedette control`."""

from __future__ import annotations

from datetime import date

import click

from vedette.cli.options import DAY, format_option, ledger_option
from vedette.cli.output import emit

COLUMNS = ("place", "part", "state", "holders", "standing", "as_of", "claims")


@click.command("control")
@click.option("--on", type=DAY, required=True, metavar="DAY", help="The day to tell of.")
@click.option("--place", metavar="NAME", help="Only this place.")
@format_option
@ledger_option
def command(on: date, place: str | None, form: str, ledger: str) -> None:
    """Tell who held what on a day, by the last word of the claims up to then.

    Contested where origins differ; a place that nothing tells of is not listed: unknown. "claimed" rests only on the
    holder's own word or that of media that speak for it, "reported" on another origin, "unattributed" on outlets in
    their own voice.
    """
    from dataclasses import asdict

    from vedette.ledger import records
    from vedette.ledger.filters import Filter
    from vedette.ledger.sync import open_synced
    from vedette.settlement.who_holds import who_holds

    with open_synced(ledger).begin() as db:
        found = records.list_claims(db, Filter(kind="control"))
    rows = [
        asdict(row) | {"as_of": row.as_of.isoformat() if row.as_of else None} for row in who_holds(found, on, place)
    ]
    if form == "table":
        rows = [row | {"claims": len(row["claims"])} for row in rows]
    emit(rows, form, COLUMNS, empty="Unknown: no claim up to that day tells who held it.")
