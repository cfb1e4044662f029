"""The schema of ``feeds.yaml``: what to look at, how often, within which limits."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from vedette.errors import KnowledgeError
from vedette.knowledge.loader import Strict, load_yaml
from vedette.watch.net.addresses import Allowed
from vedette.watch.net.fetch import Limits, check_url

Kind = Literal["feed", "sitemap", "page", "gdelt", "folder", "imap"]
_UNITS = {"s": 1, "second": 1, "m": 60, "minute": 60, "h": 3600, "hour": 3600, "d": 86400, "day": 86400}
_TIME = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+?)s?\s*")
_SIZES = {"kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30}


def read_span(value: object) -> object:
    """ "15 minutes", "1 hour", "2d" as a timedelta; anything else is left for the schema to refuse."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None or (found[2] not in _UNITS and found[2] != ""):
        raise ValueError("write a span of time as a number and a unit: 30 seconds, 15 minutes, 6 hours, 2 days")
    return timedelta(seconds=float(found[1]) * _UNITS[found[2]])


def read_size(value: object) -> object:
    """ "16 MB" as bytes; a number as it is."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = re.fullmatch(r"\s*(\d+)\s*([kmg]b)\s*", value.lower()) if isinstance(value, str) else None
    if found is None:
        raise ValueError("write a size as a number and KB, MB or GB: 16 MB")
    return int(found[1]) * _SIZES[found[2]]


Span = Annotated[timedelta, BeforeValidator(read_span)]
Size = Annotated[int, BeforeValidator(read_size), Field(gt=0)]
_MINUTE = timedelta(minutes=1)


class Mailbox(Strict):
    """Where mail is read: a user and folder on an IMAP server. The password stands in the environment, never here."""

    user: str
    password_env: str = "VEDETTE_IMAP_PASSWORD"
    folder: str = "INBOX"


class Source(Strict):
    """One thing to look at.

    `address`: of a feed, sitemap, page or GDELT list; for a mailbox ``imaps://host``; for a folder its path, which
    counts from the file that names it. `every`: how often. `follow`: whether the pages that a feed names are fetched;
    else the feed's own words are the reports. `look_again`: how long after the first fetch a page is looked at for
    changes. `fields`: for tables in a folder, a report's field to the column that holds it. `robots: false` only for
    a site that is one's own.
    """

    name: str = Field(min_length=1, max_length=100)
    kind: Kind
    address: str
    outlet: str | None = None
    language: str | None = None
    every: Span = timedelta(minutes=30)
    follow: bool = True
    look_again: tuple[Span, ...] = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))
    only: str | None = None
    fields: dict[str, str] = Field(default_factory=dict)
    robots: bool = True
    mailbox: Mailbox | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.every < timedelta(seconds=1):
            raise ValueError("`every` is a second at least")
        if (self.kind == "imap") != (self.mailbox is not None):
            raise ValueError("`mailbox` goes with the kind imap, and with it only")
        if self.kind == "imap" and not self.address.startswith(("imaps://", "imap://")):
            raise ValueError("the address of a mailbox is imaps://host or, on a network of one's own, imap://host")
        if self.kind not in ("imap", "folder"):
            try:
                check_url(self.address)
            except Exception as error:
                raise ValueError(str(error)) from error
        if self.only is not None:
            try:
                re.compile(self.only)
            except re.error as error:
                raise ValueError(f"`only` is no pattern: {error}") from error
        return self


class LimitsOf(Strict):
    """What one fetch may cost: bytes as sent and unpacked, time in all and without a byte, redirects."""

    sent: Size = 16 << 20
    unpacked: Size = 48 << 20
    time: Span = _MINUTE
    idle: Span = timedelta(seconds=20)
    redirects: int = Field(default=5, ge=0, le=20)
    file: Size = 512 << 20
    """A file in a folder, which is read whole."""


class Feeds(Strict):
    """The contents of ``feeds.yaml``.

    `contact`: an address by which a site can complain; it is sent with every request. `archive`: the folder for the
    bytes as fetched. `allow`: hosts, addresses and networks that are not public and may be read all the same.
    `pause`: the least time between two requests to one host. `patience`: how long a failing page is tried.
    """

    contact: str = Field(min_length=3)
    archive: str = "archive"
    allow: tuple[str, ...] = ()
    pause: Span = timedelta(seconds=2)
    hosts_at_once: int = Field(default=4, ge=1, le=32)
    patience: Span = timedelta(days=2)
    limits: LimitsOf = LimitsOf()
    sources: tuple[Source, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        twice = [name for name, n in Counter(s.name for s in self.sources).items() if n > 1]
        if twice:
            raise ValueError(f"two sources are called {twice[0]!r}")
        return self

    @property
    def allowed(self) -> Allowed:
        """What may be spoken to besides public addresses."""
        return Allowed.of(self.allow)

    def net_limits(self) -> Limits:
        """The limits of one fetch."""
        own = self.limits
        return Limits(own.sent, own.unpacked, own.time.total_seconds(), own.idle.total_seconds(), own.redirects)


def load_feeds(path: Path) -> Feeds:
    """The validated ``feeds.yaml`` at `path`; folders are made to count from where it lies.

    Raises KnowledgeError ``file:line: what``.
    """
    if not path.is_file():
        raise KnowledgeError(f"{path}:1: there is no such file; docs/watch.md shows what to write in it")
    feeds = load_yaml(path, Feeds)
    base = path.parent
    own = [s.model_copy(update={"address": str(base / s.address)}) if s.kind == "folder" else s for s in feeds.sources]
    return feeds.model_copy(update={"sources": tuple(own), "archive": str(base / feeds.archive)})
