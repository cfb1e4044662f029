"""`vedette knowledge`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("knowledge")
@click.option("--root", type=click.Path(path_type=Path), help="The folder of packs; default: those Vedette brings.")
def command(root: Path | None) -> None:
    """Check every knowledge file; an error names file and line."""
    from vedette.knowledge.check import check
    from vedette.knowledge.pack import Knowledge

    knowledge = Knowledge.load(root)
    for pack, names in check(knowledge).items():
        click.echo(f"{pack}: {', '.join(names)}")
    click.echo(f"version {knowledge.version}")
