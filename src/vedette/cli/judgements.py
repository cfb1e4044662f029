"""`vedette judgements`."""

from __future__ import annotations

import click

from vedette.cli.options import format_option, ledger_option
from vedette.cli.output import emit

COLUMNS = ("id", "when", "by", "verdict", "about", "why", "state")


@click.command("judgements")
@click.option("--about", metavar="ID", help="Only those on this claim or event, or on a claim of this event.")
@format_option
@ledger_option
def command(about: str | None, form: str, ledger: str) -> None:
    """List what analysts decided, oldest first, and how each judgement stands.

    JSON lines hold the whole judgements: `vedette import judgements FILE` takes them into another ledger.
    """
    from vedette.ledger.fetch import homes_of
    from vedette.ledger.judgements import all_judgements, standing, states
    from vedette.ledger.judgements.files import export_row
    from vedette.ledger.sync import open_synced

    with open_synced(ledger).begin() as db:
        found = all_judgements(db)
        how = states(db, found)
        if about:
            current = {j.id: j for j in standing(db)}
            homes = homes_of(db, (c for j in (*found, *current.values()) for c in j.subjects))
            ids = {j.id: {*j.subjects, *current.get(j.id, j).subjects, *(a.event for a in j.anchors)} for j in found}
            found = [j for j in found if about in ids[j.id] | {homes.get(c or "") for c in ids[j.id]}]
    if form == "table":
        rows = [
            {
                "id": j.id,
                "when": f"{j.when:%Y-%m-%d %H:%M}",
                "by": j.author,
                "verdict": j.verdict.value,
                "about": [*dict.fromkeys(a.event or a.claim for a in j.anchors)] or j.subjects,
                "why": j.reason,
                "state": how[j.id],
            }
            for j in found
        ]
    else:
        rows = [export_row(j) | {"state": how[j.id]} for j in found]
    emit(rows, form, COLUMNS, empty="No judgement in the ledger.")
