"""Files, folders and standard input to reports: each item is a report, or a line on why it is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vedette.errors import IntakeError
from vedette.intake.columns import DayOrder, TableOptions, day_order, map_columns, read_date
from vedette.intake.encoding import Decoded, decode
from vedette.intake.html import row_of_page
from vedette.intake.kinds import TABLES, finer, kind_of_bytes, kind_of_name, kind_of_text, kind_of_type
from vedette.intake.language import unread
from vedette.intake.readers import ALONE, Broken, Part, read_pieces
from vedette.intake.readers import KINDS as READERS
from vedette.intake.rows import take
from vedette.intake.tables import Row, csv_rows, json_rows, jsonl_rows
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.model.report import Report

__all__ = ["Read", "Refused", "TableOptions", "read_bytes", "read_paths", "read_row"]

LONGEST = 400_000
"""Characters of the longest text that is taken for one report: some 65,000 words."""
_DEEPEST = 3
"""Files within files: a document in a mail in a mailbox, not a maze."""


@dataclass(frozen=True, slots=True)
class Read:
    """A report, where it came from (``file`` or ``file:row``), and what should be told of how it was taken in."""

    report: Report
    origin: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is no report: where it stands and why, in one line."""

    origin: str
    reason: str


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
    reader = _Reader(options or TableOptions(), knowledge or default_knowledge(), today or date.today())
    for given in paths:
        if given == "-":
            yield from reader.read("-", "", sys.stdin.buffer.read)
            continue
        path = Path(given)
        files = _files(path) if path.is_dir() else [path]
        if not files:
            yield Refused(given, "an empty folder")
        for file in files:
            yield from reader.read(str(file), file.name, file.read_bytes)


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
    reader = _Reader(options or TableOptions(), default_knowledge(), today or date.today())
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
    reader = _Reader(options or TableOptions(), knowledge or default_knowledge(), today or date.today())
    return reader.read_row(where, row, columns, order, list(notes))


def _files(folder: Path) -> list[Path]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return sorted(
        p
        for p in found
        if not any(part.startswith(".") for part in p.relative_to(folder).parts) and p.stem.upper() != "README"
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    options: TableOptions
    knowledge: Knowledge
    today: date

    def read(self, origin: str, name: str, load: Callable[[], bytes]) -> Iterator[Read | Refused]:
        """What one file holds; `name` is empty for standard input."""
        try:
            if name:
                kind_of_name(name)
            data = load()
        except OSError as error:
            yield Refused(origin, f"cannot be read: {error.strerror or error}")
        except IntakeError as error:
            yield Refused(origin, str(error))
        else:
            yield from self.read_bytes(origin, Part(name, "", data))

    def read_bytes(self, origin: str, part: Part, depth: int = 0) -> Iterator[Read | Refused]:
        """What bytes hold, by their first ones, the name and the type told."""
        try:
            kind = kind_of_bytes(part.data) or kind_of_type(part.mime) or (kind_of_name(part.name) if part.name else "")
            if kind not in READERS:
                decoded = decode(part.data, self.options.encoding, html=kind in ("", "html"))
                kind = finer(kind or kind_of_text(decoded.text), decoded.text)
            if kind in READERS:
                yield from self._pieces(origin, kind, part, depth)
            elif kind in TABLES:
                yield from self._table(origin, kind, decoded)
            else:
                yield self._document(origin, part, kind, decoded)
        except IntakeError as error:
            yield Refused(origin, str(error))

    def _pieces(self, origin: str, kind: str, part: Part, depth: int) -> Iterator[Read | Refused]:
        """The rows and parts of a file of many; parts within parts only so deep."""
        if depth > _DEEPEST:
            raise IntakeError(f"files within files more than {_DEEPEST} deep")
        pieces = 0
        for number, piece in enumerate(read_pieces(kind, part.data, part.name), 1):
            pieces = number
            where = f"{origin}:{number}" if kind not in ALONE else origin
            if isinstance(piece, Broken):
                yield Refused(where, f"{piece.name}: {piece.reason}")
            elif isinstance(piece, Part):
                inner = Part(piece.name, piece.mime, piece.data, {**part.hint, **piece.hint})
                yield from self.read_bytes(where, inner, depth + 1)
            else:
                named = {"id": part.hint.get("id") or Path(part.name).stem} if kind in ALONE and part.name else {}
                yield self._take(where, self._with_hint({**named, **piece}, part.hint), [])
        if not pieces:
            yield Refused(origin, "nothing in it that can be read")

    def _with_hint(self, row: dict[str, Any], hint: Mapping[str, Any]) -> dict[str, Any]:
        """What is told around a report fills what it does not tell itself.

        Where bytes came from is known better from outside: a page may call itself what it likes.
        """
        outside = {k: hint[k] for k in ("url", "outlet") if hint.get(k)}
        return {**{k: v for k, v in hint.items() if v}, **{k: v for k, v in row.items() if v}, **outside}

    def _document(self, origin: str, part: Part, kind: str, decoded: Decoded) -> Read | Refused:
        row: dict[str, Any] = {"text": decoded.text.removeprefix("\ufeff")}
        if kind == "html":
            row = row_of_page(decoded.text)
        elif kind == "markdown" and row["text"].lstrip().startswith("# "):
            title, _, text = row["text"].lstrip().partition("\n")
            row = {"title": title[2:].strip(), "text": text}
        row["id"] = part.hint.get("id") or Path(part.name).stem
        return self._take(origin, self._with_hint(row, part.hint), [decoded.note])

    def _table(self, origin: str, kind: str, decoded: Decoded) -> Iterator[Read | Refused]:
        make = {"csv": csv_rows, "jsonl": jsonl_rows, "json": json_rows}[kind]
        columns: dict[str, str] | None = None
        order = DayOrder(None, None)
        notes = [decoded.note]
        rows = 0
        for row in make(decoded.text):
            rows += 1
            where = f"{origin}:{row.number}"
            if row.error:
                yield Refused(where, row.error)
                continue
            if columns is None:
                columns = map_columns(list(row.cells), self.options)
                order = self._order(make(decoded.text), columns)
                notes.append(order.note)
            item = self.read_row(where, row, columns, order, notes)
            notes = []
            yield item
        if not rows:
            yield Refused(origin, "a table without rows")

    def _order(self, rows: Iterator[Row], columns: dict[str, str]) -> DayOrder:
        dated = columns.get("published")
        return day_order(str(row.cells.get(dated) or "") for row in rows) if dated else DayOrder(None, None)

    def read_row(
        self, where: str, row: Row, columns: dict[str, str], order: DayOrder, notes: list[str | None]
    ) -> Read | Refused:
        """The report of one row."""
        cells = {name: row.cells.get(column) for name, column in columns.items()}
        told = str(cells.get("published") or "").strip()
        if told:
            day = read_date(told, order)
            cells["published"] = day.isoformat() if day else None
            if day is None:
                notes = [*notes, f"{told!r} tells no day for certain; the text was asked instead"]
        if cells.get("text") is None and not cells.get("title"):
            return Refused(where, f"broken row: nothing in column {columns['text']!r}")
        return self._take(where, cells, notes, compiled=True)

    def _take(
        self, origin: str, row: dict[str, Any], notes: list[str | None], *, compiled: bool = False
    ) -> Read | Refused:
        if len(str(row.get("text") or "")) > LONGEST:
            return Refused(
                origin, f"{len(str(row['text'])):,} characters are no one report: split it (at most {LONGEST:,})"
            )
        try:
            taken = take(row, self.knowledge, today=self.today, compiled=compiled)
        except IntakeError as error:
            return Refused(origin, str(error))
        reason = unread(taken.report)
        if reason:
            return Refused(origin, reason)
        return Read(taken.report, origin, "; ".join(note for note in (*notes, *taken.notes) if note))
