"""Web archives: WARC files and WACZ packages, each page with its address and the time of its capture."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from vedette.errors import IntakeError
from vedette.intake.readers import Broken, Part, Piece
from vedette.intake.readers.zips import check_zip

RECORDS = 1_000_000
LARGEST = 48 << 20
_READ = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}


def read_warc(data: bytes, _name: str) -> Iterator[Piece]:
    """The pages and documents of a WARC file that were fetched with success."""
    yield from read_stream(io.BytesIO(data))


def read_wacz(data: bytes, _name: str) -> Iterator[Piece]:
    """Those of all WARC files in a WACZ package (its folder ``archive``)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            check_zip(packed)
            names = sorted(n for n in packed.namelist() if n.startswith("archive/") and ".warc" in n)
            if not names:
                raise IntakeError("a zip archive that is no WACZ package")
            for name in names:
                with packed.open(name) as inner:
                    yield from read_stream(inner)
    except zipfile.BadZipFile as error:
        raise IntakeError("a WACZ package that is broken") from error


def read_stream(stream: IO[bytes]) -> Iterator[Piece]:
    """Those of a WARC file as it is read, which needs no more memory than its largest record."""
    number = 0
    found = iter(ArchiveIterator(stream))
    try:
        while True:
            with _silent():
                record = next(found, None)
                part = _part(record) if record is not None else None
            if record is None:
                break
            number += 1
            if number > RECORDS:
                raise IntakeError(f"more than {RECORDS:,} records in one archive")
            if part is not None:
                yield part
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        # What came before the break is whole and is taken.
        yield Broken(f"record {number + 1}", f"the archive is broken there: {type(error).__name__}")
    if not number:
        raise IntakeError("a web archive without records")


def _silent() -> contextlib.redirect_stderr[io.StringIO]:
    """The library writes pieces of broken archives to the terminal, where they might act."""
    return contextlib.redirect_stderr(io.StringIO())


def _part(record: Any) -> Part | Broken | None:
    if record.rec_type not in ("response", "resource"):
        return None
    http, headers = record.http_headers, record.rec_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    url = (headers.get_header("WARC-Target-URI") or "").strip("<>")
    told = (http or headers).get_header("Content-Type") or ""
    mime = told.partition(";")[0].strip().lower()
    if mime not in _READ:
        return None
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Broken(url, f"more than {LARGEST:,} bytes in one record")
    if record.raw_stream.read(1) == b"" and getattr(record.raw_stream, "limit", 0) > 0:
        return Broken(url, "broken off in the middle")
    if not data:
        return None
    hint = {"url": url, "id": url[:200]}
    with contextlib.suppress(TypeError):
        hint["seen"] = (headers.get_header("WARC-Date") or "")[:10]
    return Part(f"record{_READ[mime]}", mime, data, hint)
