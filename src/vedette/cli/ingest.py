"""`vedette ingest`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.main import REFUSED
from vedette.cli.options import ledger_option
from vedette.cli.processes import processes_option
from vedette.cli.progress import take_in, take_up
from vedette.cli.tables import make_table_options, table_options

if TYPE_CHECKING:
    from vedette.intake.files import Read, Refused, TableOptions
    from vedette.intake.guard import Guard


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@table_options
@click.option("--quiet", is_flag=True, help="Tell only of what was refused, and the sum.")
@processes_option
@click.option(
    "--engine",
    "reader",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Who reads: this machine, or a Ray cluster (docs/scale.md).",
)
@click.option(
    "--address",
    metavar="HOST:PORT",
    help='Of a running Ray cluster; "auto" finds one on this machine. Else one is made.',
)
@ledger_option
def command(
    paths: tuple[str, ...],
    ledger: str,
    quiet: bool,
    processes: int | None,
    reader: str,
    address: str | None,
    **given: Any,
) -> int:
    """Read reports into the ledger: files and folders of .txt, .md, .html, and .jsonl or .csv tables.

    PATH may also be Parquet (.parquet), or in object storage (s3://, gs://, https:// and others that fsspec knows).
    "-" reads standard input. Tells for each report whether it is new, already there, a near copy of another, or why
    it was refused. Running it again adds nothing. Exit code 1: something was refused.
    """
    from vedette.intake.guard import Guard
    from vedette.ledger.store import open_ledger

    if address is not None and reader != "ray":
        raise click.UsageError("--address goes with --engine ray")
    options = make_table_options(**given)
    if reader == "ray":
        from vedette.bulk.archive import ingest_by_cluster
        from vedette.bulk.cluster import Cluster
        from vedette.knowledge.pack import default_knowledge

        with Cluster(default_knowledge(), address=address, workers=processes) as cluster:
            engine = open_ledger(ledger)
            outcomes = ingest_by_cluster(cluster, paths, engine, options)
            summary = take_up(engine, outcomes, quiet=quiet, out=sys.stdout, link_all=cluster.link_all)
        if cluster.lost:
            click.echo(f"{cluster.lost} workers ended before their time; others did their work")
    else:
        with Guard() as guard:
            guard.start()
            read = _streams if any(map(_far, paths)) else _files
            items = read(guard, paths, options)
            summary = take_in(open_ledger(ledger), items, quiet=quiet, out=sys.stdout, processes=processes)
    click.echo(summary.words)
    return REFUSED if summary.refused else 0


def _far(path: str) -> bool:
    """Whether this is read as a stream: in object storage, or of a kind that only streams are read from."""
    return "://" in path or path.lower().endswith((".parquet", ".jsonl.gz", ".ndjson.gz", ".warc.gz"))


def _streams(guard: Guard, paths: Sequence[str], options: TableOptions) -> Iterator[Read | Refused]:
    from vedette.bulk.archive import read_urls

    return read_urls(paths, options, guard=guard)


def _files(guard: Guard, paths: Sequence[str], options: TableOptions) -> Iterator[Read | Refused]:
    from vedette.intake.files import read_paths_guarded

    return read_paths_guarded(guard, paths, options)
