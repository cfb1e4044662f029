"""`vedette map`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.drawing import page_options, write_drawing


@click.command("map")
@page_options
def command(**asked: Any) -> None:
    """Write the map of a period as one page that opens from disk: events by precision, control by day.

    Filters by type, area, party, origin and corroboration, a slider by day, and under the map every event with its
    sentences. Events without coordinates are listed beside it.
    """
    write_drawing("map", lambda event: event.position is not None, "on the map", **asked)
