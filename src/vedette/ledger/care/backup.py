"""Backups: one file that holds the ledger as it was at one moment and the archive of bytes, with a hash for each.

The copy is taken while others read and write. A backup is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from vedette import __version__
from vedette.errors import LedgerError
from vedette.ledger.care.check import BAD, check_file, file_of
from vedette.ledger.store import HEAD

_LEDGER, _ARCHIVE, _MANIFEST = "ledger.db", "archive/", "manifest.json"
_CHUNK = 1 << 20


def backup(url: str, out: Path, archive: Path | None = None) -> dict[str, Any]:
    """Write a backup of the ledger at `url` and of the folder `archive` to the file `out`; return its manifest.

    Raises LedgerError for a ledger on a server, a damaged one, or where `out` is there already; OSError where the disk
    does not take it.
    """
    path = file_of(url)
    if path is None:
        raise LedgerError("a ledger on a PostgreSQL server is backed up by pg_dump; this is for ledgers in files")
    if out.exists():
        raise LedgerError(f"{out} is there already; name another file")
    wrong = [f for f in check_file(path) if f.state == BAD]
    if wrong:
        raise LedgerError(wrong[0].words)
    out.parent.mkdir(parents=True, exist_ok=True)
    half = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with tempfile.TemporaryDirectory(dir=out.parent) as folder:
            copy = Path(folder) / _LEDGER
            _copy(path, copy)
            # The ledger first: bytes that it names were in the archive before.
            files = [(_LEDGER, copy), *_archived(archive)]
            manifest = _write(half, files, copy)
        half.replace(out)
    finally:
        half.unlink(missing_ok=True)
    return manifest


def restore(source: Path, url: str, archive: Path | None = None, *, replace: bool = False) -> dict[str, Any]:
    """Put the ledger of a backup at `url`, and its archive into the folder `archive`; return the manifest.

    Everything is compared with its hash before anything is put in place. A ledger that is there already stays, and
    LedgerError is raised, unless `replace`: then it is kept beside as ``….before-restore-TIME``.
    """
    path = file_of(url)
    if path is None:
        raise LedgerError("a ledger on a PostgreSQL server is restored by pg_restore; this is for ledgers in files")
    if path.exists() and not replace:
        raise LedgerError(f"there is a ledger at {path}; add --replace to put it aside, or name another")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        manifest = _unpack(source, Path(folder))
        if manifest["schema"] > HEAD:
            raise LedgerError(
                f"the backup was written by a newer Vedette (schema {manifest['schema']}); upgrade Vedette"
            )
        wrong = [f for f in check_file(Path(folder) / _LEDGER) if f.state == BAD]
        if wrong:
            raise LedgerError(f"the ledger in {source} is damaged itself: {wrong[0].words}")
        _put_archive(Path(folder) / _ARCHIVE, archive)
        _put_aside(path)
        (Path(folder) / _LEDGER).replace(path)
    return manifest


def _copy(path: Path, to: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as own,
            closing(sqlite3.connect(to)) as copy,
        ):
            own.backup(copy)
            copy.execute("pragma journal_mode=delete").close()
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"the ledger at {path} cannot be copied: {error}") from error


def _archived(archive: Path | None) -> Iterator[tuple[str, Path]]:
    if archive is not None and archive.is_dir():
        for file in sorted(archive.glob("*.warc.gz*")):
            if file.is_file():
                yield f"{_ARCHIVE}{file.name}", file


def _write(half: Path, files: list[tuple[str, Path]], copy: Path) -> dict[str, Any]:
    hashes: dict[str, str] = {}
    with half.open("xb") as raw:
        with tarfile.open(fileobj=raw, mode="w") as packed:
            for name, file in files:
                # A file of the archive may grow meanwhile: what is there now is what is taken.
                size = file.stat().st_size
                told = tarfile.TarInfo(name)
                told.size, told.mtime = size, int(file.stat().st_mtime)
                with file.open("rb") as stream:
                    reader = _Hashing(stream)
                    packed.addfile(told, reader)
                hashes[name] = reader.digest.hexdigest()
            manifest = {
                "vedette": __version__, "schema": _schema(copy), "files": hashes,
                "made": f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z",
            }  # fmt: skip
            body = json.dumps(manifest, indent=1).encode()
            told = tarfile.TarInfo(_MANIFEST)
            told.size = len(body)
            packed.addfile(told, io.BytesIO(body))
        raw.flush()
        os.fsync(raw.fileno())
    return manifest


class _Hashing:
    """A stream whose hash is taken as it is read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        part = self._stream.read(size)
        self.digest.update(part)
        return part


def _schema(copy: Path) -> str:
    with closing(sqlite3.connect(copy)) as db:
        return str(db.execute("select version_num from alembic_version").fetchone()[0])


def _unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack by the names that a backup has, and no others; compare with the manifest."""
    found: dict[str, str] = {}
    manifest: dict[str, Any] | None = None
    try:
        with tarfile.open(source, mode="r:") as packed:
            for member in packed:
                stream = packed.extractfile(member) if member.isfile() else None
                name = member.name
                inner = name.removeprefix(_ARCHIVE)
                good = name in (_LEDGER, _MANIFEST) or (name.startswith(_ARCHIVE) and inner == Path(inner).name)
                if stream is None or not good or inner.startswith("."):
                    raise LedgerError(f"{source} is no backup of Vedette's: it holds {name[:100]!r}")
                if name == _MANIFEST:
                    manifest = json.loads(stream.read(1 << 24))
                    continue
                (folder / name).parent.mkdir(exist_ok=True)
                found[name] = _save(stream, folder / name)
    except (tarfile.TarError, OSError, EOFError, ValueError) as error:
        raise LedgerError(f"{source} is no backup, or is damaged: {error}") from error
    if manifest is None or _LEDGER not in found:
        raise LedgerError(
            f"{source} is no backup, or is broken off: it has no {'manifest' if manifest is None else 'ledger'}"
        )
    wrong = sorted(n for n in manifest["files"].keys() | found.keys() if manifest["files"].get(n) != found.get(n))
    if wrong:
        raise LedgerError(f"{source} is damaged: {', '.join(wrong[:3])} are not what was put in")
    return manifest


def _save(stream: IO[bytes], to: Path) -> str:
    digest = hashlib.sha256()
    with to.open("xb") as out:
        while part := stream.read(_CHUNK):
            digest.update(part)
            out.write(part)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _put_archive(found: Path, archive: Path | None) -> None:
    """Files of the archive to their folder; one that is there and longer is the same with more at its end."""
    if archive is None or not found.is_dir():
        return
    archive.mkdir(parents=True, exist_ok=True)
    for file in sorted(found.iterdir()):
        there = archive / file.name
        if not there.exists() or there.stat().st_size < file.stat().st_size:
            there.write_bytes(file.read_bytes())


def _put_aside(path: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    for old in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        if old.exists():
            old.rename(old.with_name(f"{path.name}.before-restore-{stamp}{old.name.removeprefix(path.name)}"))
