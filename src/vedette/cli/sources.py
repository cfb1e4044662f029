"""`vedette sources`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.options import filter_options, format_option, ledger_option, make_filter
from vedette.cli.output import emit

COLUMNS = (
    "source",
    "party",
    "claims",
    "happenings",
    "shared",
    "compared",
    "agreed",
    "contradicted",
    "ratio",
    "outlets",
)


@click.command("sources")
@filter_options("days", "place", "kind", "outlet")
@format_option
@ledger_option
def command(form: str, ledger: str, **given: Any) -> None:
    """List the origins that the claims go back to, most claims first.

    For each: the party that it speaks for, the events that it tells of and shares with other origins, and how its
    figures stand beside those of independent origins for the same people: how many were compared, agree, contradict,
    and the median ratio of its numbers to theirs. No score of truth is made of it. Claims that an outlet makes in its
    own voice are counted under "(unattributed)": they corroborate nothing.
    """
    from vedette.ledger.sources import list_sources
    from vedette.ledger.sync import open_synced

    where = make_filter(**given)
    with open_synced(ledger).begin() as db:
        rows = list_sources(db, where)
    emit(rows, form, COLUMNS, empty="No claim in the ledger passes these filters.")
