"""Whether the archive holds what the ledger says: every record there, with the bytes that were fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, select

from vedette.errors import VedetteError
from vedette.ledger.care.check import BAD, WELL, Finding
from vedette.ledger.watched import captures
from vedette.watch.archive import read_record
from vedette.watch.keep import ENTRY


def verify(engine: Engine, folder: Path) -> Iterator[Finding]:
    """A finding for each record that is not there or is another, and one on all."""
    count = wrong = 0
    with engine.connect() as db:
        for row in db.execute(select(captures).order_by(captures.c.warc, captures.c.offset)):
            count += 1
            try:
                record = read_record(folder, row.warc, row.offset)
            except VedetteError as error:
                wrong += 1
                yield Finding(BAD, "archive", f"capture {row.id} of {row.url}: {error}")
                continue
            digest = hashlib.sha256(record.payload).hexdigest()
            # An entry's own hash is of the entry; its record is the feed, which has its hash in the archive.
            expected = record.claimed if row.mime == ENTRY else row.sha256
            if digest != expected:
                wrong += 1
                yield Finding(BAD, "archive", f"capture {row.id} of {row.url} is not what was fetched")
    if not wrong:
        yield Finding(WELL, "archive", f"{count:,} captures, each with the bytes that were fetched")
