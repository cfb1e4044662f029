"""Options that tell which columns of a table hold what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from vedette.intake.files import TableOptions

F = TypeVar("F", bound=Callable[..., Any])
FIELDS = ("id", "title", "text", "published", "outlet", "url", "language")


def table_options(function: F) -> F:
    """Add `--field` and `--encoding`."""
    function = click.option("--encoding", metavar="NAME", help="The encoding of the files; found out where not given.")(
        function
    )
    return click.option(
        "--field",
        "fields",
        multiple=True,
        metavar="NAME=COLUMN",
        help=f"Which column of a table holds what, for {', '.join(FIELDS)}; guessed where not given.",
    )(function)


def make_table_options(fields: tuple[str, ...], encoding: str | None) -> TableOptions:
    """TableOptions of what was given. Raises a usage error for a field that there is not."""
    from vedette.intake.files import TableOptions

    columns = {}
    for pair in fields:
        name, equals, column = pair.partition("=")
        if not equals or name not in FIELDS or not column:
            raise click.UsageError(f"--field {pair!r}: write NAME=COLUMN, NAME one of {', '.join(FIELDS)}")
        columns[name] = column
    return TableOptions(columns=columns, encoding=encoding)
