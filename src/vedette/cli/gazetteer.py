"""`vedette gazetteer`: the places that names are looked up in, and those that the user adds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vedette.cli.main import REFUSED
from vedette.cli.options import format_option

if TYPE_CHECKING:
    from vedette.gazetteer.added.fetch import Progress
    from vedette.gazetteer.added.source import Source

_SHOWN = 10
_COLUMNS = ("name", "kind", "country", "adm1", "adm2", "lat", "lon", "population", "id")
_RESOLVE = 'for reports read before: run "vedette resolve"'


@click.group("gazetteer", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """List, search, add and fetch the places that names are looked up in.

    The world's towns come with Vedette (GeoNames). Where villages matter, add the country's dump from GeoNames or a
    dataset of OCHA's. Added places take part in every report that is read from then on.
    """


@command.command("list")
@format_option
def list_(form: str) -> None:
    """List what was added, beside the world's own gazetteer and the packs."""
    from vedette.cli.output import emit
    from vedette.gazetteer.added.folder import added
    from vedette.gazetteer.world import world
    from vedette.knowledge.pack import default_knowledge
    from vedette.knowledge.places import PlacesFile

    rows = [
        {"name": "world", "form": "built in", "countries": (), "places": world().size(),
         "credit": "GeoNames (geonames.org), CC BY 4.0", "version": None}
    ]  # fmt: skip
    for pack, file in default_knowledge().section("places", PlacesFile).items():
        rows.append(
            {"name": pack, "form": "knowledge pack", "countries": file.countries, "places": len(file.places),
             "credit": None, "version": None}
        )  # fmt: skip
    rows += [
        {"name": a.name, "form": a.form, "countries": a.countries, "places": a.places, "credit": a.credit,
         "version": a.version}
        for a in added()
    ]  # fmt: skip
    emit(rows, form, ("name", "form", "countries", "places", "credit"), empty="nothing added")


@command.command("search")
@click.argument("name", metavar="NAME...", nargs=-1, required=True)
@click.option("--country", metavar="COUNTRY", help="Only in this country: its code or name.")
@format_option
def search(name: tuple[str, ...], country: str | None, form: str) -> int:
    """List every place called NAME, in any script or spelling. Exit code 1: there is none."""
    from vedette.cli.output import emit
    from vedette.gazetteer.gazetteer import gazetteer
    from vedette.knowledge.pack import default_knowledge

    book = gazetteer(default_knowledge())
    code = _code(country) if country else None
    places = [p for p in book.search(" ".join(name), (code,) if code else ()) if code in (None, p.country)]
    rows = [
        {k: getattr(p, k) for k in ("id", "name", "kind", "country", "adm1", "adm2", "lat", "lon", "population")}
        | {"geo_precision": p.geo_precision, "where_prec": p.where_prec}
        for p in map(book.completed, places)
    ]
    emit(rows, form, _COLUMNS, empty=f"no place is called {' '.join(name)!r}")
    return 0 if rows else REFUSED


@command.command("add")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="What to call it; default: the file's or folder's name.")
def add(path: Path, name: str | None) -> int:
    """Add the places in PATH.

    PATH: a GeoNames country dump (XX.zip or XX.txt), an OCHA common operational dataset (shapefile, GeoJSON, or a
    folder or zip of them), or a CSV table with the columns name, lat, lon, country and, if wanted, id, kind, adm1,
    adm2, population, aliases. Adding again under one name replaces. Exit code 1: some of it was passed over.
    """
    from vedette.gazetteer.added.read import read_places

    return _keep(read_places(path, name))


@command.command("fetch")
@click.argument("country")
@click.option("--from", "base", metavar="URL", help="A server with the layout of GeoNames' export/dump.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30, show_default=True, help="Seconds to wait.")
def fetch(country: str, base: str | None, timeout: float) -> int:
    """Download the places of COUNTRY (its code or name) from GeoNames and add them."""
    from vedette.gazetteer.added import fetch as geonames

    code = _code(country)
    with _bar(f"Fetching {code}") as progress:
        source = geonames.fetch(code, base or geonames.BASE, timeout=timeout, progress=progress)
    return _keep(source)


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Take added places away again, by the name that the list shows."""
    from vedette.gazetteer.added.folder import remove as take_away

    gone = take_away(name)
    click.echo(f"removed {gone.name}: {gone.places} places; {_RESOLVE}")


def _keep(source: Source) -> int:
    from vedette.gazetteer.added.folder import add as keep

    for line in source.refused[:_SHOWN]:
        click.echo(f"passed over: {line}", err=True)
    if len(source.refused) > _SHOWN:
        click.echo(f"passed over: {len(source.refused) - _SHOWN} more", err=True)
    kept = keep(source)
    click.echo(f"added {kept.name}: {kept.places} places in {', '.join(kept.countries)} ({kept.credit}); {_RESOLVE}")
    return REFUSED if source.refused else 0


def _code(country: str) -> str:
    """The two-letter code of a country given by code or name. Raises a usage error for neither."""
    from vedette.gazetteer.fold import fold
    from vedette.knowledge.countries import countries
    from vedette.knowledge.pack import default_knowledge

    for state in countries(default_knowledge()).values():
        if fold(country) in {fold(n) for n in (state.name, *state.aliases)}:
            return state.now or state.code
    if len(country) == 2 and country.isascii() and country.isalpha():
        return country.upper()
    raise click.UsageError(f"{country!r} is no country; give its name or its two-letter code (ISO 3166-1)")


@contextmanager
def _bar(words: str) -> Iterator[Progress]:
    """A progress bar on standard error, and what to tell it with."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
