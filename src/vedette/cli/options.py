"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from vedette.ledger.filters import Filter

if TYPE_CHECKING:
    from vedette.settlement.rules import Rule

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that shows the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2016-12-10", param, ctx)


DAY = Day()

ledger_option = click.option(
    "--ledger",
    metavar="URL",
    envvar="VEDETTE_LEDGER",
    default="vedette.db",
    show_default=True,
    help="The ledger: a file, or a database URL. Also VEDETTE_LEDGER.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="A table for people, or rows for programs.",
)


def rule_options(function: F) -> F:
    """Add `--rule` and `--order`: settle for this question by another rule than the ledger's."""
    function = click.option(
        "--order", multiple=True, metavar="SOURCE", help="For the rule 'source order': the sources, the first first."
    )(function)
    return click.option(
        "--rule",
        metavar="RULE",
        help="Settle by this rule, this once: range, standing, majority, source order, latest.",
    )(function)


def chosen_rule(rule: str | None, order: tuple[str, ...]) -> Rule | None:
    """The rule that was asked for, None for the ledger's own. Raises a usage error for one that there is not."""
    from vedette.errors import JudgementError
    from vedette.ledger.ruling import make_rule

    if rule is None and not order:
        return None
    try:
        return make_rule(rule or "source order", order)
    except JudgementError as error:
        raise click.UsageError(str(error)) from None


def filter_options(*names: str) -> Callable[[F], F]:
    """Options for the filters named (of: days, place, kind, outlet, source), in the order given."""
    made = {
        "place": click.option("--place", metavar="NAME", help="Only at this place, district or country."),
        "kind": click.option("--kind", metavar="KIND", help="Only this kind or type."),
        "outlet": click.option("--outlet", metavar="NAME", help="Only what this outlet published."),
        "source": click.option("--source", metavar="NAME", help="Only what is credited to this origin."),
    }

    def decorate(function: F) -> F:
        for name in reversed(names):
            if name == "days":
                function = click.option("--to", "last", type=DAY, metavar="DAY", help="Last day.")(function)
                function = click.option("--from", "first", type=DAY, metavar="DAY", help="First day.")(function)
            else:
                function = made[name](function)
        return function

    return decorate


def make_filter(**given: Any) -> Filter:
    """A Filter of the options given. Raises a usage error where the days run backwards."""
    first, last = given.get("first"), given.get("last")
    if first and last and first > last:
        raise click.UsageError(f"--from {first} is after --to {last}")
    return Filter(**{k: v for k, v in given.items() if v is not None})
