"""`vedette undo`."""

from __future__ import annotations

from datetime import datetime

import click

from vedette.cli.judge_signed import signed


@click.command("undo")
@click.argument("ids", nargs=-1, required=True, metavar="JUDGEMENT...")
@signed
def command(ids: tuple[str, ...], ledger: str, by: str, why: str, when: datetime | None) -> None:
    """Take judgements back: the record is then what it would be without them.

    Nothing is deleted; an undo is itself a judgement, and undoing it restores what it took back.
    """
    from vedette.cli.told import tell_judged
    from vedette.ledger.judgements import all_judgements, undo
    from vedette.ledger.store import open_ledger
    from vedette.ledger.sync import sync

    with open_ledger(ledger, create=False).begin() as db:
        sync(db)
        made = undo(db, ids, author=by, reason=why, when=when)
        sync(db)
        click.echo(f"undone by {', '.join(j.id for j in made)}")
        tell_judged(db, [j for j in all_judgements(db) if j.id in ids])
