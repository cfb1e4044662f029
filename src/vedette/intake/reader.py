"""Bytes to reports, piece by piece: each piece is read when it is called, so that one that breaks costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from vedette.errors import IntakeError
from vedette.intake.columns import DayOrder, TableOptions, day_order, map_columns, read_date
from vedette.intake.encoding import Decoded, decode
from vedette.intake.guard import Piece
from vedette.intake.html import row_of_page
from vedette.intake.kinds import TABLES, finer, kind_of_bytes, kind_of_name, kind_of_text, kind_of_type
from vedette.intake.language import unread
from vedette.intake.readers import ALONE, Broken, Part, read_pieces
from vedette.intake.readers import KINDS as READERS
from vedette.intake.rows import take
from vedette.intake.tables import Row, csv_rows, json_rows, jsonl_rows
from vedette.knowledge.pack import Knowledge
from vedette.model.report import Report

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


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the bytes of files as the options say."""

    options: TableOptions
    knowledge: Knowledge
    today: date

    def file(self, origin: str, name: str, load: Callable[[], bytes]) -> Iterator[Piece[list[Read | Refused]]]:
        """The pieces of one file; `name` is empty for standard input. Raises IntakeError where it has none."""
        try:
            if name:
                kind_of_name(name)
            data = load()
        except OSError as error:
            raise IntakeError(f"cannot be read: {error.strerror or error}") from error
        yield from self.pieces(origin, Part(name, "", data))

    def read_bytes(self, origin: str, part: Part, depth: int = 0) -> Iterator[Read | Refused]:
        """What bytes hold, by their first ones, the name and the type told."""
        try:
            for piece in self.pieces(origin, part, depth):
                yield from piece.read()
        except IntakeError as error:
            yield Refused(origin, str(error))

    def pieces_or_refused(self, origin: str, part: Part) -> Iterator[Piece[list[Read | Refused]]]:
        """As `pieces`; what is no file of ours is a piece that says so."""
        try:
            yield from self.pieces(origin, part)
        except IntakeError as error:
            yield Piece(origin, partial(list[Read | Refused], [Refused(origin, str(error))]))

    def pieces(self, origin: str, part: Part, depth: int = 0) -> Iterator[Piece[list[Read | Refused]]]:
        """The same, to be read one by one: rows of a table, messages of a mailbox. Raises IntakeError."""
        kind = kind_of_bytes(part.data) or kind_of_type(part.mime) or (kind_of_name(part.name) if part.name else "")
        if kind not in READERS:
            decoded = decode(part.data, self.options.encoding, html=kind in ("", "html"))
            kind = finer(kind or kind_of_text(decoded.text), decoded.text)
        if kind in READERS:
            yield from self._pieces(origin, kind, part, depth)
        elif kind in TABLES:
            yield from self._table(origin, kind, decoded)
        else:
            yield Piece(origin, lambda: [self._document(origin, part, kind, decoded)])

    def _pieces(self, origin: str, kind: str, part: Part, depth: int) -> Iterator[Piece[list[Read | Refused]]]:
        """The rows and parts of a file of many; parts within parts only so deep."""
        if depth > _DEEPEST:
            raise IntakeError(f"files within files more than {_DEEPEST} deep")
        pieces = 0
        for number, piece in enumerate(read_pieces(kind, part.data, part.name), 1):
            pieces = number
            where = f"{origin}:{number}" if kind not in ALONE else origin
            yield Piece(where, partial(self._piece, where, kind, piece, part, depth))
        if not pieces:
            raise IntakeError("nothing in it that can be read")

    def _piece(
        self, where: str, kind: str, piece: Broken | Part | dict[str, Any], part: Part, depth: int
    ) -> list[Read | Refused]:
        if isinstance(piece, Broken):
            return [Refused(where, f"{piece.name}: {piece.reason}")]
        if isinstance(piece, Part):
            inner = Part(piece.name, piece.mime, piece.data, {**part.hint, **piece.hint})
            return list(self.read_bytes(where, inner, depth + 1))
        named = {"id": part.hint.get("id") or Path(part.name).stem} if kind in ALONE and part.name else {}
        return [self._take(where, self._with_hint({**named, **piece}, part.hint), [])]

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

    def _table(self, origin: str, kind: str, decoded: Decoded) -> Iterator[Piece[list[Read | Refused]]]:
        make = {"csv": csv_rows, "jsonl": jsonl_rows, "json": json_rows}[kind]
        columns: dict[str, str] | None = None
        order = DayOrder(None, None)
        notes = [decoded.note]
        rows = 0
        for row in make(decoded.text):
            rows += 1
            where = f"{origin}:{row.number}"
            if row.error:
                refused = Refused(where, row.error)
                yield Piece(where, partial(list[Read | Refused], [refused]))
                continue
            if columns is None:
                columns = map_columns(list(row.cells), self.options)
                order = self._order(make(decoded.text), columns)
                notes.append(order.note)
            yield Piece(where, partial(self._row, where, row, columns, order, notes))
            notes = []
        if not rows:
            raise IntakeError("a table without rows")

    def _row(self, *told: Any) -> list[Read | Refused]:
        return [self.read_row(*told)]

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
