"""Readers of files that are no plain text, page or table: each gives rows, or parts that other readers read."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vedette.errors import IntakeError


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes within a file that are a file themselves: a page of a web archive, an attachment of a mail.

    `name` and `mime` tell the kind; `hint` holds what the file around it tells of the report (url, title, published).
    """

    name: str
    mime: str
    data: bytes
    hint: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Broken:
    """Something in a file that could not be read, by its name, and why."""

    name: str
    reason: str


Piece = dict[str, Any] | Part | Broken
Reader = Callable[[bytes, str], Iterator[Piece]]

_MODULES = {
    "pdf": "pdf", "docx": "docx", "mail": "mail", "mbox": "mail", "warc": "warc", "wacz": "warc",
    "telegram": "telegram", "whatsapp": "whatsapp", "feed": "feed", "jsonfeed": "jsonfeed",
}  # fmt: skip
KINDS = frozenset(_MODULES)
ALONE = frozenset({"pdf", "docx", "mail"})
"""Kinds of which a file is one report, known by the file's name."""


def read_pieces(kind: str, data: bytes, name: str) -> Iterator[Piece]:
    """The rows and parts of a file of that kind, called `name`. Raises IntakeError where it cannot be read at all."""
    try:
        module = importlib.import_module(f"vedette.intake.readers.{_MODULES[kind]}")
    except ModuleNotFoundError as error:
        raise IntakeError(
            f"reading it needs the package {error.name}: install Vedette with its extra [watch]"
        ) from error
    reader: Reader = getattr(module, f"read_{kind}")
    try:
        yield from reader(data, name)
    except IntakeError:
        raise
    except RecursionError as error:
        raise IntakeError(f"is nested too deep to be read as {kind}") from error
    except Exception as error:  # Parsers of hostile bytes fail in every way there is.
        raise IntakeError(f"cannot be read as {kind}: {type(error).__name__}") from error
