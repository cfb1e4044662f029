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
    from vedette.ledger import records
    from vedette.ledger.judgements import standing, states
    from vedette.ledger.rows import event_row, settled_words

    made = list(made)
    current = {j.id: j for j in standing(db)}
    how = states(db, made)
    homes = records.events_of_claims(db)
    for one in made:
        now = current.get(one.id, one)
        click.echo(f"{one.id}  {one.verdict.value}: {how[one.id]}")
        events = sorted({homes[c] for c in now.subjects if c in homes})
        for happening in (h for h in records.list_happenings(db) if h.id in events):
            row = event_row(happening, {})
            figures = "".join(f", {effect} {settled_words(f)}" for effect, f in happening.figures.items())
            days = " to ".join(dict.fromkeys(d for d in (row["from"], row["to"]) if d)) or "no day told"
            what = f"{happening.type}, {happening.place or 'no place told'}, {days}{figures}"
            click.echo(f"  {happening.id}  {what}; {len(happening.claims)} claims")
