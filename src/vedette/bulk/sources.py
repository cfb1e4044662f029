"""Files on a disk or in object storage, one after another as streams: no file need fit into memory.

JSON lines (`.jsonl`, `.ndjson`, packed or not), Parquet and WARC are cut into batches as they are read; a file of any
other kind goes whole.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, TypeVar

from vedette.bulk import jsonlines, parquet
from vedette.bulk.batches import Batch, Item, pieces_of
from vedette.errors import IntakeError, VedetteError
from vedette.intake.columns import TableOptions
from vedette.intake.files import Read, Refused
from vedette.intake.guard import Piece
from vedette.intake.kinds import kind_of_name
from vedette.intake.readers import Broken, Part
from vedette.intake.readers.warc import read_stream

T = TypeVar("T")
ROWS = 64
PAGES = 16
"""Items a batch: seconds of a worker's time, so that little is lost with one."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an archive: what it is called for people, by which it is also found again, and its size in bytes."""

    origin: str
    size: int


def files(urls: Sequence[str]) -> Iterator[File | Refused]:
    """The files at `urls`, in order; of folders all files, sorted, but hidden ones and READMEs.

    A URL is a path or what fsspec knows (``s3://``, ``gs://``, ``https://``). Raises VedetteError where a kind of
    storage needs a package that is not installed.
    """
    for url in urls:
        try:
            found = [File(origin, _size(storage, path)) for storage, path, origin in _files(url)]
        except OSError as error:
            yield Refused(url, f"cannot be read: {error.strerror or error}")
        else:
            yield from found
            if not found:
                yield Refused(url, "an empty folder, or nothing there")


def batches(origin: str, options: TableOptions) -> Iterator[Batch]:
    """What one file holds, in order. Raises IntakeError where it cannot be read."""
    try:
        for storage, path, _ in _files(origin):
            yield from _file(storage, path, origin, options)
    except OSError as error:
        raise IntakeError(f"cannot be read: {error.strerror or error}") from error


def split_to_batches(origin: str, options: TableOptions) -> Iterator[Piece[Batch]]:
    """The same, made in the guarded process."""
    for batch in batches(origin, options):
        yield Piece(origin, partial(_same, batch))


def split_to_reports(origin: str, options: TableOptions, today: date) -> Iterator[Piece[list[Read | Refused]]]:
    """The reports of one file, to be read one by one in the guarded process."""
    for batch in batches(origin, options):
        yield from pieces_of(batch, options, today)


def _same(batch: Batch) -> Batch:
    return batch


def _size(storage: Any, path: str) -> int:
    return int(storage.info(path).get("size") or 0)


def _files(url: str) -> Iterator[tuple[Any, str, str]]:
    """Storage, path there and name for people of each file."""
    import fsspec

    try:
        storage, root = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise VedetteError(f"{url} needs a package more: {error}") from error
    except ValueError as error:
        raise VedetteError(f"{url}: {error}") from error
    if not storage.isdir(root):
        yield storage, root, url
        return
    for path in sorted(storage.find(root)):
        inner = PurePosixPath(path).relative_to(root)
        if not any(part.startswith(".") for part in inner.parts) and inner.stem.upper() != "README":
            yield storage, path, f"{url.rstrip('/')}/{inner}"


def _file(storage: Any, path: str, origin: str, options: TableOptions) -> Iterator[Batch]:
    name = PurePosixPath(path).name
    plain = name.lower().removesuffix(".gz").removesuffix(".zst")
    if plain.endswith((".jsonl", ".ndjson")):
        yield from jsonlines.batches(storage, path, origin, options, ROWS)
    elif plain.endswith(".parquet"):
        yield from parquet.batches(storage, path, origin, options, ROWS)
    elif plain.endswith(".warc"):
        with storage.open(path, "rb") as stream:
            for some in _by(_pages(stream, origin), PAGES):
                yield Batch(some)
    else:
        kind_of_name(name)
        yield Batch([(origin, Part(name, "", storage.cat_file(path)))])


def _pages(stream: Any, origin: str) -> Iterator[tuple[str, Item]]:
    for number, piece in enumerate(read_stream(stream), 1):
        where = f"{origin}:{number}"
        if isinstance(piece, Broken):
            yield where, Refused(where, f"{piece.name}: {piece.reason}")
        elif isinstance(piece, Part):
            yield where, piece


def _by(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def require(*packages: str) -> None:
    """Raise VedetteError, with how to get them, where packages of the extra "ray" are not installed."""
    for package in packages:
        try:
            importlib.import_module(package)
        except ImportError as error:
            raise VedetteError(
                f"reading archives needs the package {package}; get it with: pip install 'vedette[ray]'"
            ) from error
