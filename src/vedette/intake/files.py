"""Files, folders and standard input to reports: each item is a report, or a line on why it is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from vedette.errors import IntakeError
from vedette.intake.columns import DayOrder, TableOptions
from vedette.intake.guard import MEMORY, AnyGuard, Lost, Piece
from vedette.intake.reader import Read, Reader, Refused
from vedette.intake.readers import Part
from vedette.intake.tables import Row
from vedette.knowledge.pack import Knowledge, default_knowledge

__all__ = [
    "Read",
    "Refused",
    "TableOptions",
    "each_guarded",
    "read_bytes",
    "read_guarded",
    "read_paths",
    "read_paths_guarded",
    "read_row",
]

T = TypeVar("T")
_ROOM = 8
"""Bytes of memory for each byte of a file, beside what any report may need."""
_PACE = 2e6
"""Bytes a second of a file that come in at the least before its first report."""


def read_paths(
    paths: Sequence[str],
    options: TableOptions | None = None,
    knowledge: Knowledge | None = None,
    *,
    today: date | None = None,
) -> Iterator[Read | Refused]:
    """Reports of `paths`, in order: files, folders (all files below, sorted), ``-`` for standard input.

    Text, Markdown and HTML files are a report each, with the file's stem as `ref`; tables a report a row. In folders,
    hidden files and any called README are passed over. Never raises for what is in a file.
    """
    reader = Reader(options or TableOptions(), knowledge or default_knowledge(), today or date.today())
    for origin, file in files_of(paths):
        if file is None and origin != "-":
            yield Refused(origin, "an empty folder")
            continue
        load, name = (sys.stdin.buffer.read, "") if file is None else (file.read_bytes, file.name)
        try:
            for piece in reader.file(origin, name, load):
                yield from piece.read()
        except IntakeError as error:
            yield Refused(origin, str(error))


def read_paths_guarded(
    guard: AnyGuard, paths: Sequence[str], options: TableOptions | None = None, *, today: date | None = None
) -> Iterator[Read | Refused]:
    """The same, with every parser in another process that has limits: what breaks it is that report's failure.

    `guard` is not to be asked anything else until the last report. Knowledge is the default one.
    """
    day = today or date.today()
    for origin, file in files_of(paths):
        if file is None and origin != "-":
            yield Refused(origin, "an empty folder")
            continue
        given = file if file is not None else sys.stdin.buffer.read()
        yield from read_guarded(guard, origin, _split, size_of(file), given, origin, options or TableOptions(), day)


def read_guarded(
    guard: AnyGuard, origin: str, split: Callable[..., Iterator[Piece[list[Read | Refused]]]], size: int, *args: Any
) -> Iterator[Read | Refused]:
    """Reports of the pieces that `split` makes of `args`; see `each_guarded`."""
    for found in each_guarded(guard, origin, split, size, *args):
        if isinstance(found, Refused):
            yield found
        else:
            yield from found


def each_guarded(
    guard: AnyGuard, origin: str, split: Callable[..., Iterator[Piece[T]]], size: int, *args: Any
) -> Iterator[T | Refused]:
    """What the pieces are read to that `split` makes, in the guarded process, of a file of `size` bytes and `args`."""
    guard.make_room(MEMORY + _ROOM * size)
    try:
        for found in guard.each(split, *args, patience=size / _PACE):
            yield Refused(found.where, found.reason) if isinstance(found, Lost) else found
    except IntakeError as error:
        yield Refused(origin, str(error))


def files_of(paths: Sequence[str]) -> Iterator[tuple[str, Path | None]]:
    """Each file with its name for people; None for standard input ("-") and for a folder without files."""
    for given in paths:
        path = Path(given)
        if given == "-" or not path.is_dir():
            yield given, None if given == "-" else path
            continue
        files = _files(path)
        yield from ((str(file), file) for file in files) if files else [(given, None)]


def size_of(file: Path | None) -> int:
    """Bytes of a file; 0 where that is not known."""
    try:
        return file.stat().st_size if file is not None else 0
    except OSError:
        return 0


def _split(
    given: Path | bytes, origin: str, options: TableOptions, today: date
) -> Iterator[Piece[list[Read | Refused]]]:
    """The pieces of a file, or of what came by standard input."""
    reader = Reader(options, default_knowledge(), today)
    if isinstance(given, Path):
        return reader.file(origin, given.name, given.read_bytes)
    return reader.file(origin, "", lambda: given)


def read_bytes(
    data: bytes,
    *,
    origin: str,
    name: str = "",
    mime: str = "",
    hint: Mapping[str, Any] | None = None,
    options: TableOptions | None = None,
    today: date | None = None,
) -> list[Read | Refused]:
    """Reports of bytes that came by another way than a file, their kind told by `mime` or else by `name`.

    `hint`: slots of a row (outlet, url, title, published, language, id) that fill what the bytes do not tell.
    """
    reader = Reader(options or TableOptions(), default_knowledge(), today or date.today())
    return list(reader.read_bytes(origin, Part(name, mime, data, hint or {})))


def read_row(
    where: str,
    row: Row,
    columns: dict[str, str],
    order: DayOrder,
    notes: Sequence[str | None] = (),
    *,
    options: TableOptions | None = None,
    knowledge: Knowledge | None = None,
    today: date | None = None,
) -> Read | Refused:
    """The report of one row of a table whose `columns` and `order` of dates are known; `notes` are told with it."""
    if row.error:
        return Refused(where, row.error)
    reader = Reader(options or TableOptions(), knowledge or default_knowledge(), today or date.today())
    return reader.read_row(where, row, columns, order, list(notes))


def _files(folder: Path) -> list[Path]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return sorted(
        p
        for p in found
        if not any(part.startswith(".") for part in p.relative_to(folder).parts) and p.stem.upper() != "README"
    )
