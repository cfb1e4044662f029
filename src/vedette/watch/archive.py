"""The archive: bytes as they were fetched, with headers, hash and time, in WARC files (ISO 28500).

A record is on the disk before the ledger names it, so a kill leaves at most a record that nothing names, or the torn
end of one. A file is called ``….warc.gz.open`` while it is written; the next watch cuts a torn end off and closes it.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from vedette import __version__
from vedette.errors import VedetteError

_LARGEST = 1 << 30
_OPEN = ".open"


@dataclass(frozen=True)
class Kept:
    """Where a record lies: the file's name without ``.open``, the offset of its first byte; and its payload's hash."""

    warc: str
    offset: int
    sha256: str


@dataclass(frozen=True)
class Record:
    """A record as it was kept. `payload` is without content encoding."""

    url: str
    at: datetime
    kind: str
    mime: str
    status: int | None
    headers: tuple[tuple[str, str], ...]
    payload: bytes
    claimed: str


class Archive:
    """Writes records to one file at a time. A context manager; one at a time for a folder (`vedette.watch.lock`)."""

    def __init__(self, folder: Path, *, largest: int = _LARGEST) -> None:
        self.folder = folder
        self._largest = largest
        self._stream: io.BufferedWriter | None = None
        self._writer: Any = None
        self._path = folder

    def __enter__(self) -> Archive:
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(self.folder.glob(f"*{_OPEN}")):
            _mend(path)
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put_response(
        self,
        url: str,
        at: datetime,
        status: tuple[int, str],
        headers: Sequence[tuple[str, str]],
        raw: bytes,
        body: bytes,
        peer: str,
    ) -> Kept:
        """Keep an answer as it was sent; `body` is `raw` without content encoding, whose hash is given back.

        Raises OSError where the disk does not take it; nothing of it stays then.
        """
        # The body was taken out of its transfer encoding, so that header would tell a reader wrongly.
        shown = [(k, v) for k, v in headers if k.lower() != "transfer-encoding"]
        http = StatusAndHeaders(f"{status[0]} {status[1]}".strip(), shown, protocol="HTTP/1.1")
        own = {"WARC-IP-Address": peer} if peer else {}
        return self._put("response", url, at, raw, body, http, own)

    def put_resource(self, url: str, at: datetime, mime: str, body: bytes) -> Kept:
        """Keep bytes that came by another way than HTTP: a mail, a file, an entry of a feed."""
        return self._put("resource", url, at, body, body, None, {"Content-Type": mime})

    def _put(
        self,
        kind: str,
        url: str,
        at: datetime,
        raw: bytes,
        body: bytes,
        http: StatusAndHeaders | None,
        own: dict[str, str],
    ) -> Kept:
        stream = self._ready()
        digest = hashlib.sha256(body)
        told = {
            "WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "WARC-Payload-Digest": f"sha256:{base64.b32encode(digest.digest()).decode()}",
            **own,
        }
        start = stream.tell()
        try:
            mime = own.pop("Content-Type", None)
            told.pop("Content-Type", None)
            record = self._writer.create_warc_record(
                url, kind, payload=io.BytesIO(raw), length=len(raw), http_headers=http, warc_headers_dict=told,
                warc_content_type=mime or "",
            )  # fmt: skip
            self._writer.write_record(record)
            stream.flush()
            os.fsync(stream.fileno())
        except OSError:
            self._undo(start)
            raise
        return Kept(self._path.name.removesuffix(_OPEN), start, digest.hexdigest())

    def _undo(self, start: int) -> None:
        """Take back what a full disk took half of."""
        path = self._path
        stream, self._stream = self._stream, None
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.detach().close()
        with contextlib.suppress(OSError):
            os.truncate(path, start)
            _close_file(path)

    def _ready(self) -> io.BufferedWriter:
        if self._stream is not None and self._stream.tell() >= self._largest:
            self.close()
        if self._stream is None:
            stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
            self._path = self.folder / f"vedette-{stamp}-{os.getpid()}.warc.gz{_OPEN}"
            self._stream = self._path.open("xb")
            self._writer = WARCWriter(self._stream, gzip=True)
            info = {"software": f"Vedette {__version__}", "format": "WARC File Format 1.1"}
            self._writer.write_record(self._writer.create_warcinfo_record(self._path.name.removesuffix(_OPEN), info))
        return self._stream

    def close(self) -> None:
        """Close the file being written, if there is one; the next record begins another."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
            _close_file(self._path)


def read_record(folder: Path, warc: str, offset: int) -> Record:
    """The record at `offset` of a file of the archive. Raises VedetteError where it is not there or cannot be read."""
    path = next((p for p in (folder / warc, folder / f"{warc}{_OPEN}") if p.is_file()), None)
    if path is None:
        raise VedetteError(f"{folder / warc} is not there any more; was the archive moved?")
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            record = next(iter(ArchiveIterator(stream)))
            return _read(record)
    except (ArchiveLoadFailed, StopIteration, OSError, EOFError, ValueError) as error:
        raise VedetteError(f"{path} has no record at byte {offset}: {type(error).__name__}") from error


def _read(record: Any) -> Record:
    headers = record.rec_headers
    http = record.http_headers
    payload = record.content_stream().read()
    return Record(
        url=headers.get_header("WARC-Target-URI") or "",
        at=datetime.strptime(headers.get_header("WARC-Date"), "%Y-%m-%dT%H:%M:%SZ"),
        kind=record.rec_type,
        mime=(http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or "",
        status=int(http.get_statuscode()) if http else None,
        headers=tuple(http.headers) if http else (),
        payload=payload,
        claimed=_hex(headers.get_header("WARC-Payload-Digest") or ""),
    )


def _hex(digest: str) -> str:
    kind, _, value = digest.partition(":")
    with contextlib.suppress(ValueError):
        return base64.b32decode(value).hex() if kind == "sha256" else ""
    return ""


def offsets(path: Path) -> Iterator[tuple[int, int]]:
    """Where each whole record of a file begins and ends; stops before one that is torn."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        found = ArchiveIterator(stream)
        start = 0
        try:
            for record in found:
                record.raw_stream.read()
                found.read_to_end()
                end = found.get_record_offset() + found.get_record_length()
                if end > size:
                    return
                yield start, end
                start = end
        except (ArchiveLoadFailed, OSError, EOFError, ValueError):
            return


def _mend(path: Path) -> None:
    """Cut the torn end off a file that was being written when its writer was killed, and close it."""
    ends = [end for _, end in offsets(path)]
    whole = _whole(path, ends)
    if whole:
        os.truncate(path, whole)
    _close_file(path)


def _whole(path: Path, ends: Sequence[int]) -> int:
    """The end of the last record whose compression is complete."""
    import gzip

    for at in range(len(ends) - 1, -1, -1):
        start = ends[at - 1] if at else 0
        with path.open("rb") as stream:
            stream.seek(start)
            try:
                gzip.decompress(stream.read(ends[at] - start))
            except (OSError, EOFError, ValueError):
                continue
        return ends[at]
    return 0


def _close_file(path: Path) -> None:
    closed = path.with_name(path.name.removesuffix(_OPEN))
    if path.is_file() and path.stat().st_size == 0:
        path.unlink()
    elif path.is_file():
        path.rename(closed)
