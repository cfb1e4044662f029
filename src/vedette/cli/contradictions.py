"""`vedette contradictions`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.options import filter_options, format_option, ledger_option, make_filter
from vedette.cli.output import emit

COLUMNS = ("id", "event", "about", "why", "status")


@click.command("contradictions")
@filter_options("days", "place", "kind", "outlet", "source")
@click.option("--open", "only_open", is_flag=True, help="Only those that nothing settles.")
@format_option
@ledger_option
def command(form: str, ledger: str, only_open: bool, **given: Any) -> None:
    """List what independent origins say of one thing and that cannot both hold: which claims, why, and how settled.

    `checks` in JSON lines are the questions answered first: same days, same place, same people, no room in the words.
    `vedette judge settle ID` settles one.
    """
    from vedette.ledger.disputes import list_contradictions
    from vedette.ledger.sync import open_synced

    where = make_filter(**given)
    with open_synced(ledger).begin() as db:
        rows = [
            {
                "id": x.id,
                "event": h.id if h else None,
                "about": x.about,
                "why": x.why,
                "status": f"settled {x.settled}" if x.settled else "open",
                "claims": list(x.claims),
                "checks": list(x.checks),
                "place": h.place if h else None,
                "from": h.first.isoformat() if h and h.first else None,
                "to": h.last.isoformat() if h and h.last else None,
            }
            for h, x in list_contradictions(db, where)
            if not (only_open and x.settled)
        ]
    emit(rows, form, COLUMNS, empty="No contradiction in the ledger passes these filters.")
