"""What was fetched is kept: bytes into the archive first, then what they are into the ledger, a transaction each."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from vedette.errors import FetchError, IntakeError
from vedette.intake.guard import AnyGuard
from vedette.intake.readers.feed import Entry
from vedette.ledger.watched import items
from vedette.watch import state
from vedette.watch.archive import Archive, Kept
from vedette.watch.config import Feeds, Source
from vedette.watch.jobs import Done, Job, remembered
from vedette.watch.kinds import folder, imap
from vedette.watch.kinds.addresses import canonical
from vedette.watch.kinds.lists import feed_entries, gdelt_entries, sitemap_entries
from vedette.watch.net.fetch import Fetched
from vedette.watch.net.unpack import gunzip
from vedette.watch.state import Capture, Found, add_capture, add_items, item_id, now, writing

ENTRY = "application/vnd.vedette.entry+json"
"""The type of a capture that is one entry of a feed: its record is the feed's."""
_SITEMAPS = 20


@dataclass
class Tally:
    """What a round came to."""

    named: int = 0
    kept: int = 0
    same: int = 0
    failed: int = 0


class Keeper:
    """Writes what jobs brought. One at a time for an archive and a ledger."""

    def __init__(self, engine: Engine, archive: Archive, feeds: Feeds, guard: AnyGuard) -> None:
        self._engine = engine
        self._archive = archive
        self._feeds = feeds
        self._guard = guard
        self.tally = Tally()

    def take(self, done: Done) -> str:
        """Keep what a job brought; return what became of it, in a line."""
        job = done.job
        if done.error is not None:
            return self._failed(job, done.error)
        if done.mail is not None:
            return self._mail(job, done.mail)
        assert done.fetched is not None
        if job.item is not None and job.is_page:
            return self._page(job.source, job.item, done.fetched)
        if job.item is not None:
            return self._inner_list(job, done.fetched)
        if job.source.kind == "page":
            return self._own_page(job, done.fetched)
        return self._list(job, done.fetched)

    def _failed(self, job: Job, error: FetchError) -> str:
        self.tally.failed += 1
        at = now()
        with writing(self._engine) as db:
            if job.item is None:
                state.source_failed(db, job.source.name, str(error), error.wait, job.source.every, at)
            else:
                gone = error.final or at - job.item.found > self._feeds.patience
                due = None if gone else at + state.backoff(job.item.tries, error.wait)
                state.item_failed(db, job.item, str(error), due)
        return f"failed {job.url}: {error}"

    def _page(self, source: Source, item: Any, got: Fetched) -> str:
        """A page that a source named: the first time, changed, or the same as before."""
        at = now()
        memory = remembered(got) or dict(item.memory)
        due = self._next_look(source, item, at)
        with self._engine.connect() as db:
            before = state.last_capture(db, item.id)
        if got.status == 304 or (before is not None and hashlib.sha256(got.body).hexdigest() == before.sha256):
            self.tally.same += 1
            with writing(self._engine) as db:
                state.item_kept(db, item, memory if got.status != 304 else item.memory, due)
            return f"unchanged {item.url}"
        kept = self._put(got)
        with writing(self._engine) as db:
            number = add_capture(db, _capture(item.id, source.name, got.url, got.at, got.status, got.mime, kept))
            state.item_kept(db, item, memory, due)
        self.tally.kept += 1
        return f"kept {item.url} as {number}, sha256 {kept.sha256}"

    def _own_page(self, job: Job, got: Fetched) -> str:
        """A page that is a source by itself, looked at as often as the source says."""
        source, at = job.source, now()
        url = canonical(source.address) or source.address
        hint = _hint(source, Entry(key=url, url=url))
        with writing(self._engine) as db:
            add_items(db, source.name, [Found(url, url, hint)], at)
            item = db.execute(select(items).where(items.c.id == item_id(source.name, url))).one()
        line = self._page(source, item, got)
        with writing(self._engine) as db:
            memory = remembered(got) if got.status != 304 else dict(job.memory)
            state.source_done(db, source.name, memory, at + source.every, at)
            state.wake_never(db, item.id)
        return line

    def _next_look(self, source: Source, item: Any, at: datetime) -> datetime | None:
        """When a page is looked at for changes; the later the older it is."""
        looks = item.looks + (1 if item.state == state.KEPT else 0)
        return at + source.look_again[looks] if looks < len(source.look_again) else None

    def _put(self, got: Fetched) -> Kept:
        status = (got.status, got.reason)
        return self._archive.put_response(got.url, got.at, status, got.headers, got.raw, got.body, got.peer)

    def _list(self, job: Job, got: Fetched) -> str:
        """A feed, sitemap or list: what it names that is new."""
        source, at = job.source, now()
        if got.status == 304:
            self.tally.same += 1
            with writing(self._engine) as db:
                state.source_done(db, source.name, job.memory, at + source.every, at)
            return f"unchanged {source.name}"
        try:
            entries, further = self._entries(source, got)
        except (IntakeError, FetchError) as error:
            return self._failed(job, FetchError(str(error)))
        pages = [e for e in entries if source.follow and canonical(e.url) and self._wanted(source, e)]
        words = [
            e for e in entries if e.text and (not source.follow or not canonical(e.url)) and self._wanted(source, e)
        ]
        found = [Found(canonical(e.url) or e.url, canonical(e.url) or e.url, _hint(source, e)) for e in pages]
        found += [
            Found(f"sitemap:{url}", canonical(url) or url, {"list": True})
            for url in further[:_SITEMAPS]
            if canonical(url)
        ]
        changed = self._changed(source, words)
        kept = self._put(got) if changed else None
        with writing(self._engine) as db:
            named = add_items(db, source.name, found, at)
            for entry in changed:
                assert kept is not None
                key = Found(f"entry:{entry.key}", entry.url or source.address, _hint(source, entry))
                named += add_items(db, source.name, [key], at)
                own = item_id(source.name, key.key)
                digest = Kept(kept.warc, kept.offset, _digest(entry))
                add_capture(db, _capture(own, source.name, key.url, got.at, got.status, ENTRY, digest))
                state.keep_for_good(db, own, _hint(source, entry))
            memory = remembered(got) | ({"more": True} if further else {})
            state.source_done(db, source.name, memory, at + source.every, at)
        self.tally.named += named
        self.tally.kept += len(changed)
        return f"read {source.name}: {named} new of {len(entries)}"

    def _inner_list(self, job: Job, got: Fetched) -> str:
        """A sitemap that an index of sitemaps names; it is looked at as often as the index."""
        source, item, at = job.source, job.item, now()
        found: list[Found] = []
        if got.status != 304:
            try:
                entries, _ = self._entries(source, got)
            except (IntakeError, FetchError) as error:
                return self._failed(job, FetchError(str(error)))
            pages = [e for e in entries if canonical(e.url) and self._wanted(source, e)]
            found = [Found(canonical(e.url) or e.url, canonical(e.url) or e.url, _hint(source, e)) for e in pages]
        with writing(self._engine) as db:
            named = add_items(db, source.name, found, at)
            memory = remembered(got) if got.status != 304 else dict(item.memory)
            state.item_kept(db, item, memory, at + source.every)
        self.tally.named += named
        return f"read {item.url}: {named} new"

    def _entries(self, source: Source, got: Fetched) -> tuple[list[Entry], list[str]]:
        body = got.body
        if body.startswith(b"\x1f\x8b"):
            body = gunzip(body, self._feeds.limits.unpacked)
        if source.kind == "sitemap":
            return self._guard.call(sitemap_entries, body)
        if source.kind == "gdelt":
            return self._guard.call(gdelt_entries, body), []
        return self._guard.call(feed_entries, body), []

    def _wanted(self, source: Source, entry: Entry) -> bool:
        return source.only is None or re.search(source.only, f"{entry.url}\n{entry.title}") is not None

    def _changed(self, source: Source, entries: Iterable[Entry]) -> list[Entry]:
        """Entries with words of their own that were not kept yet, or not with these words."""
        out = []
        with self._engine.connect() as db:
            for entry in entries:
                before = state.last_capture(db, item_id(source.name, f"entry:{entry.key}"))
                if before is None or before.sha256 != _digest(entry):
                    out.append(entry)
        return out

    def _mail(self, job: Job, mail: imap.Mail) -> str:
        """New messages, each with what is remembered after it in one transaction."""
        source = job.source
        for message in mail.messages:
            at = now()
            kept = None
            if message.data is not None:
                kept = self._archive.put_resource(message.url, at, "message/rfc822", message.data)
            with writing(self._engine) as db:
                add_items(db, source.name, [Found(message.url, message.url, _hint(source, None))], at)
                own = item_id(source.name, message.url)
                if kept is not None:
                    add_capture(db, _capture(own, source.name, message.url, at, None, "message/rfc822", kept))
                    state.keep_for_good(db, own)
                else:
                    row = db.execute(select(items).where(items.c.id == own)).one()
                    state.item_failed(db, row, f"{message.size:,} bytes are too many for one mail", None)
                state.source_done(db, source.name, {"uidvalidity": mail.validity, "uid": message.uid}, at, at)
            self.tally.kept += kept is not None
        at = now()
        last = {"uidvalidity": mail.validity, "uid": mail.messages[-1].uid} if mail.messages else dict(job.memory)
        with writing(self._engine) as db:
            due = at if mail.more else at + source.every
            state.source_done(db, source.name, {"uid": 0, **last, "uidvalidity": mail.validity}, due, at)
        return f"read {source.name}: {len(mail.messages)} new"

    def take_folder(self, source: Source) -> str:
        """Files that were dropped into a folder."""
        at = now()
        with self._engine.connect() as db:
            row = state.source_rows(db, [source.name]).get(source.name)
        memory: dict[str, Any] = dict(row.memory) if row else {}
        try:
            found, waiting = folder.look(Path(source.address), memory, at.replace(tzinfo=UTC).timestamp())
        except (FetchError, OSError) as error:
            return self._failed(Job(source, source.address, memory), FetchError(str(error)))
        for file in found:
            self._file(source, file, memory)
        at = now()
        soon = at + timedelta(seconds=folder.SETTLED) if waiting else at + source.every
        with writing(self._engine) as db:
            state.source_done(db, source.name, memory, soon, at)
        return f"read {source.name}: {len(found)} new files"

    def _file(self, source: Source, file: folder.Dropped, memory: dict[str, Any]) -> None:
        url, at = file.path.resolve().as_uri(), now()
        why, data = "", b""
        if file.size > self._feeds.limits.file:
            why = f"{file.size:,} bytes: more than {self._feeds.limits.file:,} are not taken"
        else:
            try:
                data = file.path.read_bytes()
            except OSError as error:
                why = f"cannot be read: {error.strerror}"
        own = item_id(source.name, file.name)
        mime = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        with self._engine.connect() as db:
            before = state.last_capture(db, own)
        same = before is not None and before.sha256 == hashlib.sha256(data).hexdigest()
        kept = None if why or same else self._archive.put_resource(url, at, mime, data)
        memory[file.name] = file.mark
        with writing(self._engine) as db:
            add_items(db, source.name, [Found(file.name, url, _hint(source, None) | {"name": file.name})], at)
            if kept is not None:
                add_capture(db, _capture(own, source.name, url, at, None, mime, kept))
            if why:
                row = db.execute(select(items).where(items.c.id == own)).one()
                state.item_failed(db, row, why, None)
            else:
                state.keep_for_good(db, own)
            state.source_done(db, source.name, memory, at, at)
        self.tally.kept += kept is not None
        self.tally.failed += bool(why)


def _capture(item: str, source: str, url: str, at: datetime, status: int | None, mime: str, kept: Kept) -> Capture:
    return Capture(item, source, url, at, status, mime, kept.sha256, kept.warc, kept.offset)


def _digest(entry: Entry) -> str:
    return hashlib.sha256(json.dumps(entry.row(), sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


def _hint(source: Source, entry: Entry | None) -> dict[str, Any]:
    """What is known of a report before it is read: by the file of sources first, then by what named it."""
    told: Mapping[str, Any] = {}
    if entry is not None:
        told = {"title": entry.title, "published": entry.published, "outlet": entry.outlet, "key": entry.key}
    if source.kind == "gdelt":
        # Its outlets are domains, and its days those on which it saw a page, not those of publication.
        told = {k: v for k, v in told.items() if k not in ("outlet", "published")}
    own = {"outlet": source.outlet, "language": source.language, "fields": dict(source.fields) or None}
    return {k: v for k, v in {**told, **{k: v for k, v in own.items() if v}}.items() if v}
