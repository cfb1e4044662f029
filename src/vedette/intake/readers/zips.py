"""Zip archives within limits."""

from __future__ import annotations

import zipfile

from vedette.errors import IntakeError

FILES = 20_000
UNPACKED = 512 << 20
RATIO = 200
"""How many times its packed size a file of more than a megabyte may have: text has 3 to 20, bombs 1,000."""


def check_zip(packed: zipfile.ZipFile) -> None:
    """Raise IntakeError for an archive that would unpack to too much, by what it says of itself.

    `zipfile` reads no more of a file than its header says, so that what it says is what it costs.
    """
    files = packed.infolist()
    if len(files) > FILES:
        raise IntakeError(f"an archive of {len(files):,} files: at most {FILES:,} are read")
    total = sum(f.file_size for f in files)
    if total > UNPACKED:
        raise IntakeError(f"unpacks to {total:,} bytes: taken for a bomb and given up")
    for f in files:
        if f.file_size > 1 << 20 and f.file_size > RATIO * max(1, f.compress_size):
            raise IntakeError(f"{f.filename[:80]!r} in it unpacks to {f.file_size:,} bytes: taken for a bomb")
