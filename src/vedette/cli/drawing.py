"""What `vedette map` and `vedette timeline` share: their options, and a page of a period that opens from disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.options import F, chosen_rule, filter_options, ledger_option, make_filter, rule_options

if TYPE_CHECKING:
    from vedette.products.explore import Page
    from vedette.products.situation.model import EventView


def page_options(function: F) -> F:
    """Add the filters, the rule, `--out` and `--ledger`."""
    out = click.Path(dir_okay=False, path_type=Path)
    function = ledger_option(function)
    function = click.option("--out", type=out, required=True, metavar="FILE", help="The page to write.")(function)
    return filter_options("days", "place")(rule_options(function))


def write_drawing(
    page: Page,
    drawn: Callable[[EventView], bool],
    told: str,
    *,
    out: Path,
    ledger: str,
    rule: str | None,
    order: tuple[str, ...],
    **given: Any,
) -> None:
    """Write the page to `out`, as the options say, and tell how many events are `drawn` on it; `told` ends the line."""
    from vedette.ledger.sync import open_synced
    from vedette.products.explore import write_page
    from vedette.products.situation.gather import gather

    where, by = make_filter(**given), chosen_rule(rule, order)
    with open_synced(ledger).begin() as db:
        situation = gather(db, where, by)
    write_page(situation, page, out)
    count = sum(drawn(event) for place in situation.places for event in place.events)
    click.echo(f"{out}: {count} of {situation.counts['events']} events {told}")
