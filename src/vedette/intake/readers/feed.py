"""RSS and Atom: their entries, by feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import feedparser
import lxml.html

from vedette.errors import IntakeError
from vedette.intake.readers import Piece

ENTRIES = 5_000
_DEEPEST = 200
_TAG = re.compile(rb"<(/?)([A-Za-z][\w:.-]*)[^>]*?(/?)>")
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_BLOCKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one report. `key` is its own id, else its address; `text` is "" where it has a link only."""

    key: str
    url: str = ""
    title: str = ""
    text: str = ""
    published: str | None = None
    language: str | None = None
    outlet: str | None = None

    def row(self) -> dict[str, Any]:
        """The row of a report."""
        told = {"url": self.url, "title": self.title, "published": self.published, "outlet": self.outlet}
        return {"id": self.key[:200], "text": self.text or self.title, **{k: v for k, v in told.items() if v}}


def read_feed(data: bytes, _name: str) -> Iterator[Piece]:
    """A row an entry."""
    for entry in entries(data):
        yield entry.row()


def entries(data: bytes) -> list[Entry]:
    """The entries of a feed, in its order. Raises IntakeError for what is no feed, or a trap."""
    _check(data)
    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:
        raise IntakeError("no feed: neither RSS nor Atom")
    of_all = found.feed
    out = []
    for item in found.entries[:ENTRIES]:
        url = str(item.get("link") or "").strip()
        title = plain(str(item.get("title") or ""))
        key = str(item.get("id") or url or title).strip()
        if key:
            out.append(
                Entry(
                    key=key,
                    url=url,
                    title=title,
                    text=plain(_content(item)),
                    published=_day(item),
                    language=_short(of_all.get("language")),
                    outlet=plain(str(of_all.get("title") or "")) or None,
                )
            )
    return out


def plain(html: str) -> str:
    """The text of a piece of HTML, its blocks on lines of their own."""
    if "<" not in html and "&" not in html:
        return html.strip()
    try:
        tree = lxml.html.fragment_fromstring(html, create_parent="div")
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return re.sub(r"<[^>]*>", " ", html).strip()
    parts: list[str] = []
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi") or not isinstance(node.tag, str):
            parts.append((node.tail or "") if event == "end" else "")
            continue
        hidden = node.tag in ("script", "style")
        if event == "start":
            parts.append(("\n" if node.tag in _BLOCKS else "") + ("" if hidden else node.text or ""))
        elif node is not tree:
            parts.append(("\n" if node.tag in _BLOCKS else "") + (node.tail or ""))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _check(data: bytes) -> None:
    """Refuse what only makes work for a parser: own entities, and nesting that no feed has."""
    if _ENTITY.search(data[:100_000]):
        raise IntakeError("a feed that defines entities of its own: taken for a trap")
    depth = 0
    for m in _TAG.finditer(data):
        depth += 0 if m[3] else -1 if m[1] else 1
        if depth > _DEEPEST * 10:
            raise IntakeError("a feed that is nested too deep")


def _content(item: Mapping[str, Any]) -> str:
    """The longest that the entry tells: its content, else its summary."""
    whole = [str(c.get("value") or "") for c in item.get("content") or () if isinstance(c, Mapping)]
    return max([*whole, str(item.get("summary") or "")], key=len)


def _day(item: Mapping[str, Any]) -> str | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        told = item.get(name)
        if told:
            return f"{told.tm_year:04d}-{told.tm_mon:02d}-{told.tm_mday:02d}"
    return None


def _short(language: Any) -> str | None:
    """ "en-GB" as "en"."""
    found = re.match(r"[A-Za-z]{2}(?=$|[-_])", str(language or ""))
    return found.group().lower() if found else None
