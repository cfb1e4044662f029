"""`vedette judge add`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from vedette.cli.judge_signed import signed

if TYPE_CHECKING:
    from vedette.model.claim import Claim


@click.command("add")
@click.argument("report", metavar="REPORT")
@click.argument("kind", type=click.Choice(["toll", "event", "control", "statement"]))
@click.argument("pairs", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--words", required=True, metavar="TEXT", help="The words that it rests on, as they stand in the report.")
@click.option("--place", metavar="PLACE", help="Where it was; with --bare nowhere, where not given.")
@click.option("--id", "entry", metavar="PLACE_ID", help="Which of several places of that name, as they are listed.")
@click.option("--bare", is_flag=True, help="Take nothing from the reading: slots that are not given stay empty.")
@signed
def command(
    report: str,
    kind: str,
    pairs: tuple[str, ...],
    words: str,
    place: str | None,
    entry: str | None,
    bare: bool,
    ledger: str,
    by: str,
    why: str,
    when: datetime | None,
) -> None:
    """Add a claim that the reading missed: effect=killed low=12 high=12, type=Siege, holder="rebels" change=holds.

    Slots that are not given are as the reading finds them at these words, and are listed with their reasons; an empty
    value empties one. The claim counts at once, and shows as added by hand.
    """
    from vedette.cli.told import tell_judged
    from vedette.ledger.judgements.add import add
    from vedette.ledger.judgements.chosen import chosen_words, composed, find_report
    from vedette.ledger.store import open_ledger
    from vedette.ledger.sync import sync

    given = dict(pair.partition("=")[::2] for pair in pairs)
    if any("=" not in pair for pair in pairs):
        raise click.UsageError("write slots as NAME=VALUE")
    with open_ledger(ledger, create=False).begin() as db:
        sync(db)
        found = find_report(db, report)
        span = chosen_words(found, None, None, words)
        offer = None
        if not bare:
            from vedette.extraction.chosen import offer_in

            offer = offer_in(found, *span)
        claim = composed(found, span, kind, given, None if place is None else (place, entry or ""), offer)
        one = add(db, claim, author=by, reason=why, when=when)
        sync(db)
        tell_judged(db, [one])
    _tell(claim)


def _tell(claim: Claim) -> None:
    """The claim's slots, each with its reason."""
    from vedette.model.claim import GOLD_FIELDS

    row = claim.to_json()
    click.echo(f'  {claim.id}  "{claim.quote}"')
    for name in (n for n in GOLD_FIELDS[claim.kind] if n not in ("report", "kind", "quote")):
        why = claim.reasons.get(name)
        click.echo(f"    {name}: {'' if row[name] is None else row[name]}{f'  ({why})' if why else ''}")
