"""Taking reports in with a progress bar and a line for each; shared by `ingest` and `demo`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from vedette.intake.files import Read, Refused
    from vedette.ledger.ingest import Outcome
    from vedette.ledger.sync import LinkAll


@dataclass
class Summary:
    """What an ingest came to."""

    new: int = 0
    known: int = 0
    refused: int = 0
    copies: int = 0
    claims: int = 0

    @property
    def words(self) -> str:
        """One line for people."""
        return (
            f"{self.new} new ({self.copies} of them near copies), {self.known} already there, "
            f"{self.refused} refused; {self.claims} claims taken out"
        )


def take_in(
    engine: Engine,
    items: Iterable[Read | Refused],
    *,
    quiet: bool,
    out: TextIO,
    total: int | None = None,
    processes: int | None = 1,
) -> Summary:
    """Run the ingest over `items`, showing progress on standard error and a line for each report on `out`.

    `processes` that read; None: as many as is worth it.
    """
    return take_up(engine, _outcomes(engine, processes, items), quiet=quiet, out=out, total=total)


def take_up(
    engine: Engine,
    outcomes: Iterable[Outcome],
    *,
    quiet: bool,
    out: TextIO,
    total: int | None = None,
    link_all: LinkAll | None = None,
) -> Summary:
    """The same for an ingest that is under way, whoever does the reading; link what came at its end.

    `link_all` as in `vedette.ledger.sync.sync`.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    from vedette.ledger.ingest import Status, finish

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    summary, new = Summary(), []
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("Loading the language pipeline", total=total)
        for outcome in outcomes:
            progress.update(task, advance=1, description="Reading reports")
            match outcome.status:
                case Status.NEW:
                    summary.new += 1
                    summary.claims += outcome.claims
                    assert outcome.report is not None
                    new.append(outcome)
                case Status.KNOWN:
                    summary.known += 1
                case Status.REFUSED:
                    summary.refused += 1
            if not quiet or outcome.status is Status.REFUSED:
                click.echo(_line(outcome), file=out)
        progress.update(task, description="Matching claims to happenings")
        copies = finish(engine, link_all)
        progress.update(task, description="Done", completed=summary.new + summary.known + summary.refused)
    for outcome in new:
        assert outcome.report is not None
        if outcome.report.id in copies:
            summary.copies += 1
            if not quiet:
                click.echo(f"near copy: {outcome.report.ref} of {copies[outcome.report.id]}", file=out)
    return summary


def _outcomes(engine: Engine, wanted: int | None, given: Iterable[Read | Refused]) -> Iterator[Outcome]:
    from vedette.cli.processes import choose
    from vedette.extraction.workers import Workers
    from vedette.knowledge.pack import default_knowledge
    from vedette.ledger.ingest import ingest, ingest_by
    from vedette.reading.language import language

    processes, items = choose(wanted, given)
    if processes == 1:
        yield from ingest(engine, items, language(), default_knowledge())
        return
    with Workers(processes, default_knowledge()) as workers:
        yield from ingest_by(workers, engine, items)


def _line(outcome: Outcome) -> str:
    name = f" {outcome.report.ref}" if outcome.report else ""
    claims = f", {outcome.claims} claims" if outcome.status == "new" else ""
    note = f": {outcome.note}" if outcome.note else ""
    return f"{outcome.status.value}{name} ({outcome.origin}){claims}{note}"
