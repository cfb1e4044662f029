"""`vedette evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("evaluate")
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="GOLD_DIR")
@click.option("--misses", type=click.IntRange(0), default=0, metavar="N", help="Show N errors of each class.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON.")
def command(gold_dir: Path, misses: int, as_json: bool) -> None:
    """Read a folder of hand-marked reports, run everything on it, and print how well it went.

    The folder holds reports.jsonl, claims.jsonl and events.jsonl in the claim format (docs/claim-format.md).
    """
    from vedette.evaluation.run import run

    scores = run(gold_dir, misses=misses)
    click.echo(json.dumps(scores.to_json(), indent=None if as_json else 2, ensure_ascii=False))
    for line in scores.errors:
        click.echo(line, err=True)
