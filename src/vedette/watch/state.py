"""What watching remembers, in the ledger: sources, the items that they named, and what was fetched of them.

Every function works inside the caller's transaction; all times are UTC without a zone.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, or_, select, update

from vedette.ledger.locks import one_writer
from vedette.ledger.watched import capture_reports, captures, items, sources

WANTED, KEPT, GIVEN_UP = "wanted", "kept", "given up"
"""States of an item."""
UNREAD, READ, REFUSED = "kept", "read", "refused"
"""States of a capture."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=12)


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction of the only writer."""
    with engine.begin() as db:
        one_writer(db)
        yield db


def now() -> datetime:
    """The moment, in UTC without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class Found:
    """What a source named: by its own key, with an address, and what the source tells of it."""

    key: str
    url: str
    hint: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Capture:
    """Bytes that were fetched, by where they lie in the archive."""

    item: str
    source: str
    url: str
    at: datetime
    status: int | None
    mime: str
    sha256: str
    warc: str
    offset: int


def item_id(source: str, key: str) -> str:
    """The id of what `source` names by `key`. Web pages are known by their address, whoever names them."""
    whose = "" if key.startswith(("http://", "https://")) else source
    digest = hashlib.sha256("\x1f".join((whose, key)).encode("utf-8", "surrogatepass"))
    return f"w-{digest.hexdigest()[:16]}"


def backoff(failures: int, told: float | None = None) -> timedelta:
    """How long to wait after so many failures in a row; at least the seconds that the server told."""
    own: timedelta = min(FIRST_WAIT * int(2 ** min(failures, 12)), LONGEST_WAIT)
    return max(own, timedelta(seconds=told or 0.0))


def source_rows(db: Connection, names: Sequence[str]) -> dict[str, Row[Any]]:
    """The remembered sources of these names."""
    return {row.name: row for row in db.execute(select(sources).where(sources.c.name.in_(names)))}


def is_due(row: Row[Any] | None, every: timedelta, at: datetime) -> bool:
    """Whether a source is to be looked at.

    A clock that was wrong and is put back leaves moments that lie too far ahead; they do not count.
    """
    if row is None or row.due is None:
        return True
    longest = max(every, LONGEST_WAIT, timedelta(days=7) if row.failures else every)
    return bool(row.due <= at or row.due > at + longest or (row.tried is not None and row.tried > at + every))


def source_done(db: Connection, name: str, memory: Mapping[str, Any], due: datetime, at: datetime) -> None:
    """A source was looked at with success; `memory` is what the next look needs."""
    told = {"due": due, "tried": at, "succeeded": at, "failures": 0, "failure": None, "memory": dict(memory)}
    _put_source(db, name, told)


def source_failed(db: Connection, name: str, why: str, wait: float | None, every: timedelta, at: datetime) -> None:
    """Looking at a source failed; it is tried again later, the later the oftener it failed."""
    before = db.execute(select(sources).where(sources.c.name == name)).first()
    failures = (before.failures if before else 0) + 1
    due = at + min(max(backoff(failures, wait), timedelta(0)), max(every, LONGEST_WAIT, timedelta(seconds=wait or 0)))
    _put_source(db, name, {"due": due, "tried": at, "failures": failures, "failure": why[:500]})


def _put_source(db: Connection, name: str, told: Mapping[str, Any]) -> None:
    if db.execute(update(sources).where(sources.c.name == name).values(**told)).rowcount == 0:
        db.execute(insert(sources).values({"name": name, "failures": 0, "memory": {}, **told}))


def add_items(db: Connection, source: str, found: Iterable[Found], at: datetime) -> int:
    """Remember what a source named; return how many of it are new."""
    fresh: dict[str, Found] = {}
    for one in found:
        fresh.setdefault(item_id(source, one.key), one)
    known: set[str] = set()
    ids = sorted(fresh)
    for start in range(0, len(ids), 500):
        known |= set(db.scalars(select(items.c.id).where(items.c.id.in_(ids[start : start + 500]))))
    rows = [
        {
            "id": id_, "source": source, "url": one.url, "state": WANTED, "found": at, "due": at, "tries": 0,
            "looks": 0, "note": "", "memory": {}, "hint": dict(one.hint),
        }
        for id_, one in fresh.items() if id_ not in known
    ]  # fmt: skip
    if rows:
        db.execute(insert(items), rows)
    return len(rows)


def due_items(db: Connection, names: Sequence[str], at: datetime, most: int) -> list[Row[Any]]:
    """Items of these sources that are to be fetched, those that wait longest first.

    As for sources, moments that only a wrong clock can have written count as past.
    """
    ahead = items.c.due > at + timedelta(days=60)
    query = select(items).where(items.c.source.in_(names), items.c.state.in_((WANTED, KEPT)))
    query = query.where(items.c.due.is_not(None), or_(items.c.due <= at, ahead))
    return list(db.execute(query.order_by(items.c.due, items.c.id).limit(most)))


def wake_never(db: Connection, item: str) -> None:
    """Leave an item to its source: it is fetched when the source is looked at."""
    db.execute(update(items).where(items.c.id == item).values(due=None))


def keep_for_good(db: Connection, item: str, hint: Mapping[str, Any] | None = None) -> None:
    """An item's bytes came with its source: it is not fetched by itself. `hint`: what the source tells of it now."""
    told: dict[str, Any] = {"state": KEPT, "due": None, "note": ""}
    db.execute(update(items).where(items.c.id == item).values(**told, **({"hint": dict(hint)} if hint else {})))


def item_kept(db: Connection, item: Row[Any], memory: Mapping[str, Any], due: datetime | None, note: str = "") -> None:
    """An item was fetched, or is unchanged; `due` is when it is looked at again."""
    looks = item.looks + (1 if item.state == KEPT else 0)
    told = {"state": KEPT, "due": due, "tries": 0, "looks": looks, "note": note[:500], "memory": dict(memory)}
    db.execute(update(items).where(items.c.id == item.id).values(**told))


def item_failed(db: Connection, item: Row[Any], why: str, due: datetime | None) -> None:
    """Fetching failed. `due` None: it is given up; what was kept of it before stays."""
    state = item.state if due is not None or item.state == KEPT else GIVEN_UP
    told = {"state": state, "tries": item.tries + 1, "note": why[:500], "due": due}
    db.execute(update(items).where(items.c.id == item.id).values(**told))


def add_capture(db: Connection, made: Capture) -> int:
    """Record bytes in the archive; return the capture's id."""
    version = db.scalar(select(func.count()).where(captures.c.item_id == made.item)) or 0
    row = {
        "item_id": made.item, "source": made.source, "url": made.url, "at": made.at, "status": made.status,
        "mime": made.mime, "sha256": made.sha256, "warc": made.warc, "offset": made.offset,
        "version": version + 1, "state": UNREAD, "note": "",
    }  # fmt: skip
    done = db.execute(insert(captures).values(row))
    key = done.inserted_primary_key
    assert key is not None
    return int(key[0])


def last_capture(db: Connection, item: str) -> Row[Any] | None:
    """The newest capture of an item."""
    query = select(captures).where(captures.c.item_id == item).order_by(captures.c.version.desc())
    return db.execute(query.limit(1)).first()


def unread(db: Connection, most: int) -> list[Row[Any]]:
    """Captures that were not read yet, the oldest first, with what their sources tell of them."""
    query = select(captures, items.c.hint, items.c.source.label("by")).join(items, items.c.id == captures.c.item_id)
    return list(db.execute(query.where(captures.c.state == UNREAD).order_by(captures.c.id).limit(most)))


def capture_done(db: Connection, capture: int, report_ids: Iterable[str], state: str, note: str) -> None:
    """A capture was read, and gave these reports; or it was refused, as `note` tells."""
    ids = sorted(set(report_ids))
    known = set(db.scalars(select(capture_reports.c.report_id).where(capture_reports.c.capture_id == capture)))
    rows = [{"capture_id": capture, "report_id": id_} for id_ in ids if id_ not in known]
    if rows:
        db.execute(insert(capture_reports), rows)
    db.execute(update(captures).where(captures.c.id == capture).values(state=state, note=note[:1000]))


def reports_of(db: Connection, capture: int) -> set[str]:
    """The reports that a capture gave."""
    return set(db.scalars(select(capture_reports.c.report_id).where(capture_reports.c.capture_id == capture)))


def captures_of_report(db: Connection, report_id: str) -> list[Row[Any]]:
    """The captures that a report was read from, the oldest first."""
    query = select(captures).join(capture_reports, capture_reports.c.capture_id == captures.c.id)
    return list(db.execute(query.where(capture_reports.c.report_id == report_id).order_by(captures.c.id)))


def captures_of_item(db: Connection, item: str) -> list[Row[Any]]:
    """All versions of an item, the first first."""
    return list(db.execute(select(captures).where(captures.c.item_id == item).order_by(captures.c.version)))
