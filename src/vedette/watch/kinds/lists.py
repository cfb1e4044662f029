"""Lists of addresses: feeds, news sitemaps and GDELT's article lists, from their bytes.

These run in the guarded process: they take bytes and give plain values.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from vedette.errors import IntakeError
from vedette.intake.readers import feed, jsonfeed
from vedette.intake.readers.feed import Entry

MOST = 5_000
_PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False, "recover": True}
_LANGUAGES = {"eng": "en", "english": "en", "ara": "ar", "arabic": "ar"}


def feed_entries(data: bytes) -> list[Entry]:
    """Entries of RSS, Atom or JSON Feed. Raises IntakeError for what is none of them."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return jsonfeed.entries(data)
    return feed.entries(data)


def sitemap_entries(data: bytes) -> tuple[list[Entry], list[str]]:
    """Pages of a (news) sitemap, and the sitemaps that an index names, newest first.

    Raises IntakeError for what is no sitemap, or a trap.
    """
    if re.search(rb"<!ENTITY", data[:100_000], re.IGNORECASE):
        raise IntakeError("a sitemap that defines entities of its own: taken for a trap")
    try:
        root = etree.fromstring(data, etree.XMLParser(**_PARSER))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise IntakeError("no sitemap: not XML") from error
    if root is None:
        raise IntakeError("no sitemap: not XML")
    name = _name(root)
    if name == "sitemapindex":
        found = [(_below(node, "lastmod"), _below(node, "loc")) for node in _children(root, "sitemap")]
        return [], [loc for _, loc in sorted(found, reverse=True) if loc][:MOST]
    if name != "urlset":
        raise IntakeError(f"no sitemap: <{name[:40]}>")
    pages = [_page(node) for node in _children(root, "url")]
    return sorted((p for p in pages if p.url), key=lambda p: p.published or "", reverse=True)[:MOST], []


def gdelt_entries(data: bytes) -> list[Entry]:
    """Articles of GDELT's lists: the DOC API's in JSON or CSV, the Article List's JSON lines.

    Raises IntakeError for what is none of them.
    """
    text = data.decode("utf-8-sig", "replace").strip()
    try:
        rows = list(_gdelt_rows(text))
    except (ValueError, RecursionError, csv.Error) as error:
        raise IntakeError("no list of GDELT's articles") from error
    found = [_article(row) for row in rows[:MOST] if isinstance(row, Mapping)]
    if text and not any(entry.url for entry in found) and text not in ("{}", "[]"):
        raise IntakeError("no list of GDELT's articles: it names no addresses")
    return [entry for entry in found if entry.url]


def _gdelt_rows(text: str) -> Iterator[Any]:
    if text.startswith("{") and "\n{" not in text:
        data = json.loads(text)
        yield from data.get("articles", [data] if "url" in data else [])
    elif text.startswith("{"):
        for line in text.splitlines():
            if line.strip():
                yield json.loads(line)
    elif text.startswith("["):
        yield from json.loads(text)
    else:
        yield from csv.DictReader(io.StringIO(text))


def _article(row: Mapping[Any, Any]) -> Entry:
    own = {str(k).strip().lower(): str(v).strip() for k, v in row.items() if v is not None}
    url = own.get("url") or own.get("documentidentifier") or ""
    day = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", own.get("seendate") or own.get("date") or "")
    told = (own.get("language") or own.get("lang") or "").lower()
    return Entry(
        key=url,
        url=url,
        title=own.get("title", ""),
        published="-".join(day.groups()) if day else None,
        language=_LANGUAGES.get(told, told[:2] if len(told) == 2 else None),
        outlet=own.get("outletname") or own.get("domain") or None,
    )


def _page(node: Any) -> Entry:
    url = _below(node, "loc")
    news = next(iter(_children(node, "news")), None)
    day = _below(news, "publication_date") if news is not None else ""
    return Entry(
        key=url,
        url=url,
        title=_below(news, "title") if news is not None else "",
        published=(day or _below(node, "lastmod"))[:10] or None,
        language=(_below(news, "language") if news is not None else "")[:2].lower() or None,
        outlet=(_below(news, "name") if news is not None else "") or None,
    )


def _children(node: Any, name: str) -> list[Any]:
    return [c for c in node if _name(c) == name]


def _below(node: Any, name: str) -> str:
    """The text of the first descendant of that name."""
    for found in node.iter():
        if _name(found) == name:
            return (found.text or "").strip()
    return ""


def _name(node: Any) -> str:
    """The tag without its namespace, however broken that is; "" for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
