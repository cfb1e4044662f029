"""What is fetched in threads: sources and the pages that they named, one at a time a host."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from vedette.errors import FetchError
from vedette.watch.config import Source
from vedette.watch.kinds import imap
from vedette.watch.net.fetch import Fetched, Fetcher
from vedette.watch.net.manners import Manners

PAGES = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
})  # fmt: skip
LISTS = frozenset({
    "application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml", "text/rss+xml",
    "application/feed+json", "application/json", "text/plain", "text/html", "application/octet-stream", "text/csv",
    "application/gzip", "application/x-gzip", "text/json", "application/x-ndjson", "text/x-json", "application/csv",
})  # fmt: skip
_ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, application/pdf;q=0.8, text/plain;q=0.8, */*;q=0.1"
_ACCEPT_LIST = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True)
class Job:
    """Something to fetch for `source`: the item (a row of the ledger), or the source itself where it is None."""

    source: Source
    url: str
    memory: Mapping[str, Any]
    item: Any = None

    @property
    def host(self) -> str:
        """Jobs of one host are done one after another."""
        return urlsplit(self.url).netloc.lower()

    @property
    def is_page(self) -> bool:
        """Whether a page is asked for, and no list of pages."""
        return not self.item.hint.get("list") if self.item is not None else self.source.kind == "page"


@dataclass(frozen=True)
class Done:
    """What became of a job: an answer, new mail, or the reason why neither."""

    job: Job
    fetched: Fetched | None = None
    mail: imap.Mail | None = None
    error: FetchError | None = None


def conditions(memory: Mapping[str, Any]) -> dict[str, str]:
    """Headers by which a server tells that nothing changed."""
    pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "modified"))
    return {header: str(memory[key]) for header, key in pairs if memory.get(key)}


def remembered(fetched: Fetched) -> dict[str, str]:
    """What `conditions` needs next time."""
    told = {"etag": fetched.header("etag")[:500], "modified": fetched.header("last-modified")[:100]}
    return {key: value for key, value in told.items() if value and value.isascii() and value.isprintable()}


def do(job: Job, fetcher: Fetcher, manners: Manners, stop: threading.Event) -> Done:
    """Fetch one thing. Never raises for what a server does."""
    try:
        if job.source.kind == "imap":
            return Done(job, mail=imap.look(job.source, job.memory, fetcher))
        manners.wait(job.url, stop)
        got = fetcher.get(
            job.url,
            accept=_ACCEPT_PAGE if job.is_page else _ACCEPT_LIST,
            headers=conditions(job.memory),
            types=PAGES if job.is_page else LISTS,
            permit=manners.check if job.source.robots else None,
        )
        return Done(job, got)
    except FetchError as error:
        return Done(job, error=error)
    except Exception as error:  # What a hostile server provokes in a library is that job's failure, not the run's.
        return Done(job, error=FetchError(f"could not be fetched: {type(error).__name__}: {error}"[:300]))


def run(jobs: Iterable[Job], work: Callable[[Job], Done], at_once: int, stop: threading.Event) -> Iterator[Done]:
    """Do all jobs, those of different hosts at once; give each as it is done. Stops early where `stop` is set."""
    queues: dict[str, deque[Job]] = {}
    for job in jobs:
        queues.setdefault(job.host, deque()).append(job)
    running: dict[Future[Done], str] = {}
    waiting = deque(queues)
    with ThreadPoolExecutor(at_once, thread_name_prefix="fetch") as pool:
        while (waiting and not stop.is_set()) or running:
            while waiting and len(running) < at_once and not stop.is_set():
                host = waiting.popleft()
                running[pool.submit(work, queues[host].popleft())] = host
            finished, _ = wait(running, timeout=0.5, return_when=FIRST_COMPLETED)
            for future in finished:
                host = running.pop(future)
                if queues[host]:
                    waiting.append(host)
                yield future.result()
