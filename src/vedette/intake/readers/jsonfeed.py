"""JSON Feed (jsonfeed.org, version 1.1): its items."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from vedette.errors import IntakeError
from vedette.intake.readers import Piece
from vedette.intake.readers.feed import ENTRIES, Entry, plain

_VERSION = "https://jsonfeed.org/version/"


def is_jsonfeed(data: Any) -> bool:
    """Whether JSON is a JSON Feed."""
    return isinstance(data, Mapping) and str(data.get("version", "")).startswith(_VERSION)


def read_jsonfeed(data: bytes, _name: str) -> Iterator[Piece]:
    """A row an item."""
    for entry in entries(data):
        yield entry.row()


def entries(data: bytes) -> list[Entry]:
    """The items, in its order. Raises IntakeError for what is no JSON Feed."""
    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise IntakeError("no JSON Feed: not JSON") from error
    if not is_jsonfeed(feed) or not isinstance(feed.get("items"), list):
        raise IntakeError("no JSON Feed: it has no version or no items")
    found = (_entry(feed, item) for item in feed["items"][:ENTRIES] if isinstance(item, Mapping))
    return [entry for entry in found if entry.key]


def _entry(feed: Mapping[str, Any], item: Mapping[str, Any]) -> Entry:
    url = _text(item.get("url")) or _text(item.get("external_url"))
    html = _text(item.get("content_html"))
    return Entry(
        key=str(item.get("id") or "") or url,
        url=url,
        title=_text(item.get("title")),
        text=_text(item.get("content_text")) or plain(html) or _text(item.get("summary")),
        published=(_text(item.get("date_published")) or _text(item.get("date_modified")))[:10] or None,
        language=(_text(item.get("language")) or _text(feed.get("language")))[:2].lower() or None,
        outlet=_text(feed.get("title")) or None,
    )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
