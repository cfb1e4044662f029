"""What a judgement or an undo did, in lines for the analyst."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from vedette.model.judgement import Judgement


def tell_judged(db: Connection, made: Iterable[Judgement]) -> None:
    """A line for each judgement with its id and standing, and one for each event that its claims are now in."""
    from vedette.ledger.fetch import happenings_by_id, homes_of
    from vedette.ledger.judgements import standing, states
    from vedette.ledger.rows import event_row, settled_words

    made = list(made)
    current = {j.id: j for j in standing(db)}
    how = states(db, made)
    for one in made:
        now = current.get(one.id, one)
        homes = homes_of(db, now.subjects)
        click.echo(f"{one.id}  {one.verdict.value}: {how[one.id]}")
        for happening in happenings_by_id(db, homes.values()):
            row = event_row(happening, {})
            figures = "".join(f", {effect} {settled_words(f)}" for effect, f in happening.figures.items())
            days = " to ".join(dict.fromkeys(d for d in (row["from"], row["to"]) if d)) or "no day told"
            what = f"{happening.type}, {happening.place or 'no place told'}, {days}{figures}"
            click.echo(f"  {happening.id}  {what}; {len(happening.claims)} claims")
