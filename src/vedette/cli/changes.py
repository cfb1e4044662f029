"""`vedette changes`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import click

from vedette.cli.options import ledger_option
from vedette.cli.output import emit

COLUMNS = ("kind", "id", "change", "at", "what", "why")
_AGO = re.compile(r"(\d+) ?([dh])(?:ays?|ours?)?")


class Moment(click.ParamType[datetime]):
    """A day, a time, or a time ago."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment in UTC, without a zone."""
        if isinstance(value, datetime):
            return value
        if ago := _AGO.fullmatch(value.strip().lower()):
            number = int(ago[1])
            back = timedelta(days=number) if ago[2] == "d" else timedelta(hours=number)
            return datetime.now(UTC).replace(tzinfo=None) - back
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time; write 2016-12-10, 2016-12-10T09:00, 7d or 12h", param, ctx)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


@click.command("changes")
@click.option("--since", type=Moment(), required=True, metavar="WHEN", help="A day or time (UTC), or 7d or 12h ago.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(["report", "judgement", "event", "claim"]),
    multiple=True,
    help="Only these kinds of thing; may be given again.",
)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True, help="For whom."
)
@ledger_option
def command(since: datetime, kinds: tuple[str, ...], form: str, ledger: str) -> None:
    """Tell what is new, changed or withdrawn since then, and why: a report, a judgement, a new reading, a rule.

    Reports and judgements that came, events, and claims that a new reading no longer makes. Ids are stable: an event
    that was withdrawn names those that its claims went to. What came and went in between is not told.
    """
    from vedette.ledger.history import changes_since
    from vedette.ledger.history.words import change_row, fields_words, what_words, why_words
    from vedette.ledger.sync import open_synced

    with open_synced(ledger).begin() as db:
        found = [c for c in changes_since(db, since) if not kinds or c.kind in kinds]
    if form == "jsonl":
        emit((change_row(c) for c in found), form, COLUMNS, empty="")
        return
    rows = [
        {
            "kind": c.kind,
            "id": c.id,
            "change": c.change,
            "at": f"{c.at:%Y-%m-%d %H:%M}",
            "what": "; ".join(x for x in (what_words(c), fields_words(c)) if x),
            "why": why_words(c.why),
        }
        for c in found
    ]
    emit(rows, form, COLUMNS, empty="Nothing has changed since then.")
