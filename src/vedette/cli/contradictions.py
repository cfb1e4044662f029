"""`vedette contradictions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vedette.cli.options import filter_options, format_option, ledger_option, make_filter
from vedette.cli.output import emit

if TYPE_CHECKING:
    from vedette.model.happening import Contradiction, Happening

COLUMNS = ("id", "about", "says", "times", "others", "what", "place", "from", "status")
EACH = ("id", "event", "about", "why", "status")


@click.command("contradictions")
@filter_options("days", "place", "kind", "outlet", "source")
@click.option("--open", "only_open", is_flag=True, help="Only those that nothing settles.")
@click.option("--each", is_flag=True, help="Every pair of claims that contradict each other, by day.")
@format_option
@ledger_option
def command(form: str, ledger: str, only_open: bool, each: bool, **given: Any) -> None:
    """List what independent origins say of one thing and that cannot both hold: which claims, why, and how settled.

    One line for each event and question, with the two answers that lie furthest apart, how many times the least the
    most is, and how many other pairs of origins differ on it; the sharpest first. `checks` in JSON lines are the
    questions answered first: same days, same place, same people, no room in the words. `vedette judge settle ID`
    settles one.
    """
    from vedette.ledger.disputes import list_contradictions, list_disputes
    from vedette.ledger.sync import open_synced

    where = make_filter(**given)
    with open_synced(ledger).begin() as db:
        if each:
            found = list_contradictions(db, where)
            rows = [_row(h, x) for h, x in found if not (only_open and x.settled)]
        else:
            rows = [
                _row(d.event, d.sharpest)
                | {
                    "says": list(d.sides),
                    "times": round(d.times, 1) if d.times else None,
                    "others": [x.id for x in d.others],
                }
                for d in list_disputes(db, where)
                if not (only_open and not d.open)
            ]
    if form == "table" and not each:
        rows = [row | {"others": len(row["others"]) or None} for row in rows]
    emit(rows, form, EACH if each else COLUMNS, empty="No contradiction in the ledger passes these filters.")


def _row(event: Happening | None, x: Contradiction) -> dict[str, Any]:
    return {
        "id": x.id,
        "event": event.id if event else None,
        "what": event.type if event else None,
        "about": x.about,
        "why": x.why,
        "status": f"settled {x.settled}" if x.settled else "open",
        "claims": list(x.claims),
        "checks": list(x.checks),
        "place": event.place if event else None,
        "from": event.first.isoformat() if event and event.first else None,
        "to": event.last.isoformat() if event and event.last else None,
    }
