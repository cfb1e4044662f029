"""Report: one published text. It is never changed after intake."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DateBasis(StrEnum):
    """How a report's publication date is known."""

    METADATA = "metadata"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    COPYRIGHT = "copyright"
    URL = "url"


class Furniture(StrEnum):
    """Parts of a page that are not the story."""

    BANNER = "banner"
    BYLINE = "byline"
    CAPTION = "caption"
    COPYRIGHT = "copyright"
    DATELINE = "dateline"
    LINKS = "links"
    MENU = "menu"
    SHARE = "share"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FurnitureSpan:
    """Characters ``start`` to ``end`` (exclusive) of `Report.full` that are not the story."""

    start: int
    end: int
    kind: Furniture


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text, as it was read.

    `ref` is the id that the report came with (a table's ``id``, a file's stem), else `id`.
    All offsets in Vedette count characters of `full`.
    """

    title: str
    text: str
    ref: str = ""
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: DateBasis | None = None
    published_quote: str | None = None
    language: str = "en"
    wire: str | None = None
    furniture: tuple[FurnitureSpan, ...] = ()
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", report_id(self.outlet, self.title, self.text))
        if not self.ref:
            object.__setattr__(self, "ref", self.id)

    @property
    def full(self) -> str:
        """Title and text, joined by one newline; what offsets count in and quotes are cut from."""
        return f"{self.title}\n{self.text}"


def report_id(outlet: str | None, title: str, text: str) -> str:
    """The id of a report: ``r-`` and 16 hex digits of SHA-256 over outlet, title and text."""
    digest = hashlib.sha256("\x1f".join((outlet or "", title, text)).encode("utf-8", "surrogatepass"))
    return f"r-{digest.hexdigest()[:16]}"
