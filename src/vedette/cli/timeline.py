"""`vedette timeline`."""

from __future__ import annotations

from typing import Any

import click

from vedette.cli.drawing import page_options, write_drawing


@click.command("timeline")
@page_options
def command(**asked: Any) -> None:
    """Write the timeline of a period as one page that opens from disk: a bar an event, by day, month or year.

    Filters by type, area, party, origin and corroboration, a slider by day, and under the drawing every event with its
    sentences. What is told with a span of days stands below the axis.
    """
    write_drawing("timeline", lambda event: event.first is not None, "have a day", **asked)
