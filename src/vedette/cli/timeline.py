"""`vedette timeline`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from vedette.cli.options import chosen_rule, filter_options, ledger_option, make_filter, rule_options


@click.command("timeline")
@filter_options("days", "place")
@rule_options
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE", help="The page to write."
)
@ledger_option
def command(out: Path, ledger: str, rule: str | None, order: tuple[str, ...], **given: Any) -> None:
    """Write the timeline of a period as one page that opens from disk: a bar an event, by day, month or year.

    Filters by type, area, party, origin and corroboration, a slider by day, and under the drawing every event with its
    sentences. What is told with a span of days stands below the axis.
    """
    from vedette.ledger.sync import open_synced
    from vedette.products.explore import write_page
    from vedette.products.situation.gather import gather

    where, by = make_filter(**given), chosen_rule(rule, order)
    with open_synced(ledger).begin() as db:
        situation = gather(db, where, by)
    write_page(situation, "timeline", out)
    drawn = sum(event.first is not None for place in situation.places for event in place.events)
    click.echo(f"{out}: {drawn} of {situation.counts['events']} events have a day")
