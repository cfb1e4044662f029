"""The options of every verb that judges: who, why, when, in which ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from vedette.cli.options import ledger_option

F = TypeVar("F", bound=Callable[..., Any])
MOMENT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ"])


def signed(function: F) -> F:
    """Add who, why, when and the ledger."""
    function = ledger_option(function)
    function = click.option(
        "--when", type=MOMENT, metavar="TIME", help="When it was decided, in UTC; now, where not given."
    )(function)
    function = click.option(
        "--why", required=True, metavar="TEXT", help="The reason; it is shown with what it changes."
    )(function)
    return click.option(
        "--by", required=True, envvar="VEDETTE_ANALYST", metavar="NAME", help="Who decides. Also VEDETTE_ANALYST."
    )(function)
