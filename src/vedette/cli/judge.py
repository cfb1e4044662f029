"""`vedette judge`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.judge_add import command as add
from vedette.cli.judge_signed import signed

if TYPE_CHECKING:
    from sqlalchemy import Connection


@click.group("judge")
def command() -> None:
    """Decide on claims and events: one happening or two, wrong, placed elsewhere, with other slots, settled.

    Every judgement is signed and has a reason, outlives a new reading and new reports, and can be taken back with
    `vedette undo`. An event's id stands for its first claim. See docs/judgements.md.
    """


def _decide(
    verdict: str,
    subjects: tuple[str, ...],
    ledger: str,
    by: str,
    why: str,
    when: datetime | None,
    value: Callable[[Connection], dict[str, Any]] | None = None,
) -> None:
    """Keep the judgement, bring the record up to date, and tell what it changed."""
    from vedette.cli.told import tell_judged
    from vedette.ledger.judgements import decide
    from vedette.ledger.store import open_ledger
    from vedette.ledger.sync import sync
    from vedette.model.judgement import Verdict

    with open_ledger(ledger, create=False).begin() as db:
        sync(db)
        given = value(db) if value else None
        one = decide(db, Verdict(verdict), subjects, author=by, reason=why, when=when, value=given)
        sync(db)
        tell_judged(db, [one])


def _add_plain(verdict: str, metavar: str, told: str) -> None:
    """Add a command for a verdict that holds no more than the ids it is about."""

    @command.command(verdict, help=told)
    @click.argument("ids", nargs=-1, required=True, metavar=metavar)
    @signed
    def plain(ids: tuple[str, ...], ledger: str, by: str, why: str, when: datetime | None) -> None:
        _decide(verdict, ids, ledger, by, why, when)


_add_plain("same", "ID ID...", "These claims or events are one happening.")
_add_plain("different", "ID ID...", "These claims or events are happenings of their own, each another.")
_add_plain(
    "unsure",
    "ID ID...",
    "It cannot be told whether these are one happening; against another analyst's word, this leaves the machine's.",
)
_add_plain(
    "wrong",
    "CLAIM...",
    "These claims are not what the report says: out of every happening and figure, but shown as withdrawn.",
)


@command.command("place")
@click.argument("id_", metavar="ID")
@click.argument("name", metavar="PLACE")
@click.option("--id", "entry", metavar="PLACE_ID", help="Which of several places of that name, as they are listed.")
@signed
def place(id_: str, name: str, entry: str | None, ledger: str, by: str, why: str, when: datetime | None) -> None:
    """This claim, or this event with all its claims, is at another place of the gazetteer."""
    from vedette.gazetteer.gazetteer import gazetteer
    from vedette.knowledge.pack import default_knowledge
    from vedette.ledger.judgements.values import place_value

    value = place_value(gazetteer(default_knowledge()), name, entry)
    _decide("place", (id_,), ledger, by, why, when, lambda _: value)


@command.command("slot")
@click.argument("claim", metavar="CLAIM")
@click.argument("pairs", nargs=-1, required=True, metavar="NAME=VALUE...")
@signed
def slot(claim: str, pairs: tuple[str, ...], ledger: str, by: str, why: str, when: datetime | None) -> None:
    """Slots of this claim hold something else: low=12, who=civilian, from=2016-12-09, source="medics", by=null."""
    from vedette.ledger.judgements.anchors import claim_or_event
    from vedette.ledger.judgements.values import slot_values
    from vedette.model.claim import KINDS

    def value(db: Connection) -> dict[str, Any]:
        kind = getattr(claim_or_event(db, claim), "kind", None)
        return {"slots": slot_values(kind, pairs)} if kind in KINDS else {}

    _decide("slot", (claim,), ledger, by, why, when, value)


@command.command("settle")
@click.argument("id_", metavar="ID")
@click.option("--effect", default="killed", show_default=True, metavar="EFFECT", help="Which figure of the event.")
@click.option("--low", type=click.IntRange(0), metavar="N", help="The least; alone it means at least so many.")
@click.option("--best", type=click.IntRange(0), metavar="N", help="The best; alone it means exactly so many.")
@click.option("--high", type=click.IntRange(0), metavar="N", help="The most.")
@click.option(
    "--rule", metavar="RULE", help="A rule instead of a figure: range, standing, majority, source order, latest."
)
@click.option(
    "--order", multiple=True, metavar="SOURCE", help="For the rule 'source order': the sources, the first first."
)
@signed
def settle(
    id_: str,
    effect: str,
    low: int | None,
    best: int | None,
    high: int | None,
    rule: str | None,
    order: tuple[str, ...],
    ledger: str,
    by: str,
    why: str,
    when: datetime | None,
) -> None:
    """Settle a figure of an event, or the contradiction with this id, by number or by rule."""
    from vedette.ledger.judgements.values import figure_value, rule_value
    from vedette.model.claim import EFFECTS
    from vedette.settlement.rules import RULES

    if effect not in EFFECTS:
        raise click.UsageError(f"--effect {effect!r}: one of {', '.join(EFFECTS)}")
    if rule is not None and rule not in RULES:
        raise click.UsageError(f"--rule {rule!r}: one of {', '.join(RULES)}")
    if rule is not None and (low, best, high) != (None, None, None):
        raise click.UsageError("give a figure or a --rule, not both")
    value = rule_value(effect, rule, order) if rule is not None else figure_value(effect, low, high, best)
    _decide("settle", (id_,), ledger, by, why, when, lambda _: value)


command.add_command(add)
