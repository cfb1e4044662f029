"""`vedette extract`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from vedette.cli.main import REFUSED
from vedette.cli.options import format_option
from vedette.cli.output import emit
from vedette.cli.processes import choose, processes_option
from vedette.cli.tables import make_table_options, table_options

COLUMNS = ("report", "kind", "what", "place", "from", "to", "source", "quote")


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@table_options
@processes_option
@format_option
def command(paths: tuple[str, ...], form: str, processes: int | None, **given: Any) -> int:
    """Print the claims of files; no ledger is touched.

    JSON lines are in the claim format (docs/claim-format.md). Exit code 1: some input was refused.
    """
    from vedette.extraction.extract import extract
    from vedette.extraction.workers import Workers
    from vedette.intake.files import Refused, read_paths_guarded
    from vedette.intake.guard import Guard
    from vedette.knowledge.pack import default_knowledge
    from vedette.ledger.rows import claim_row, claim_summary
    from vedette.model.claim import Claim
    from vedette.model.report import Report
    from vedette.reading.language import language

    refused: list[Refused] = []

    def taken(guard: Guard) -> Iterator[Report]:
        for item in read_paths_guarded(guard, paths, make_table_options(**given)):
            if isinstance(item, Refused):
                refused.append(item)
                click.echo(f"refused ({item.origin}): {item.reason}", err=True)
            else:
                yield item.report

    def extracted() -> Iterator[tuple[Report, list[Claim]]]:
        with Guard() as guard:
            guard.start()
            number, reports = choose(processes, taken(guard))
            if number == 1:
                yield from extract(reports, language(), default_knowledge())
                return
            with Workers(number, default_knowledge()) as workers:
                yield from workers.extract(reports)

    rows = (
        claim_row(claim) | ({"what": claim_summary(claim)} if form == "table" else {})
        for _, claims in extracted()
        for claim in claims
    )
    emit(rows, form, COLUMNS, empty="No claim found.")
    return REFUSED if refused else 0
