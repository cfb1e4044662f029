"""How many processes take part: said by the user, else by how much there is to do and how many cores there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
ENOUGH = 96
"""Reports from which a second process, which must load everything for itself, saves time."""

processes_option: Callable[[F], F] = click.option(
    "--processes",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Processes that read reports [default: 2 for {ENOUGH} reports or more where there are 2 cores, else 1].",
)


def choose(given: int | None, items: Iterable[T]) -> tuple[int, Iterator[T]]:
    """The number of processes, and the items again: the first of them may have been read to count them."""
    if given is not None:
        return given, iter(items)
    from vedette.extraction.workers import cores

    rest = iter(items)
    first = list(islice(rest, ENOUGH))
    return (2 if len(first) == ENOUGH and cores() > 1 else 1), chain(first, rest)
