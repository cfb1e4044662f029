"""PDF reports: their text by pypdf, page by page, within limits."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from vedette.errors import IntakeError
from vedette.intake.readers import Piece

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # Its complaints about bad files: ours are told by errors.

PAGES = 500
CHARACTERS = 400_000
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_SPACES = re.compile(r"[ \t\u00a0]+")


def read_pdf(data: bytes, _name: str) -> Iterator[Piece]:
    """One report: its text, its title and day from the document's own information.

    Raises IntakeError for a file that is locked or broken, is a picture without text, or has more than `PAGES` pages.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise IntakeError("a PDF that is locked by a password")
            pages = len(reader.pages)
            if pages > PAGES:
                raise IntakeError(f"a PDF of {pages} pages is no one report: split it (at most {PAGES})")
            text = _text(reader)
            info = _information(reader)
        except PyPdfError as error:
            raise IntakeError(f"a PDF that cannot be read: {type(error).__name__}") from error
    if not text.strip():
        raise IntakeError("a PDF without text, of pictures perhaps: have its text recognized first")
    yield {"text": text, **info}


def _text(reader: PdfReader) -> str:
    parts, total = [], 0
    for page in reader.pages:
        part = page.extract_text() or ""
        total += len(part)
        if total > CHARACTERS:
            raise IntakeError(f"a PDF of more than {CHARACTERS:,} characters is no one report: split it")
        parts.append(part.strip("\n"))
    return _lines("\n\n".join(parts))


def _lines(text: str) -> str:
    """Words that were parted at the end of a line joined, runs of blanks made one."""
    text = _HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))


def _information(reader: PdfReader) -> dict[str, Any]:
    told = reader.metadata
    if told is None:
        return {}
    out: dict[str, Any] = {}
    if isinstance(told.title, str) and told.title.strip():
        out["title"] = told.title.strip()
    try:
        made = told.creation_date
    except (ValueError, PyPdfError):
        made = None
    if isinstance(made, datetime):
        out["published"] = made.date().isoformat()
    return out
