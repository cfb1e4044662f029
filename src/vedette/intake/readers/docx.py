"""DOCX reports: their paragraphs and tables in the order of the document, by python-docx, within limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.table import Table

from vedette.errors import IntakeError
from vedette.intake.readers import Piece
from vedette.intake.readers.zips import check_zip


def read_docx(data: bytes, _name: str) -> Iterator[Piece]:
    """One report, with title and day from the document's properties.

    Raises IntakeError for a file that is broken, holds no text, or unpacks to more than it may.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            check_zip(packed)
            if "word/document.xml" not in packed.namelist():
                raise IntakeError("a zip archive that is no DOCX document")
    except zipfile.BadZipFile as error:
        raise IntakeError("a DOCX document that is broken") from error
    document = Document(io.BytesIO(data))
    text = "\n\n".join(part for part in _paragraphs(document) if part.strip())
    if not text:
        raise IntakeError("a DOCX document without text")
    own = document.core_properties
    row: dict[str, Any] = {"text": text, "title": own.title or None}
    made = own.created
    if made is not None:
        row["published"] = made.date().isoformat()
    yield row


def _paragraphs(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for line in block.rows:
                # A merged cell stands in every column that it spans.
                cells = dict.fromkeys(cell.text.strip() for cell in line.cells)
                yield "; ".join(cell for cell in cells if cell)
        else:
            yield block.text
