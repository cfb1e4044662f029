"""An HTML page to the row of a report: the story's text and what the page's own metadata tell of it."""

from __future__ import annotations

import logging
from typing import Any

import trafilatura
from htmldate import find_date

from vedette.errors import IntakeError

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # Their complaints about bad pages: ours are told by errors.

_NO_SEARCH = {"extensive_search": False, "original_date": True}
"""The date is asked for below; a search for it in the text tries the words of 200 languages, for seconds."""
_SHORTEST = 100
"""Characters below which what was found in a page is no story."""


def row_of_page(html: str) -> dict[str, Any]:
    """Title, text, outlet, url and published of a page; what it does not tell is left out.

    Raises IntakeError for a page without a story.
    """
    found = _extract(html, favor_precision=False)
    if found is None or len(found.get("text") or "") < _SHORTEST:
        text = trafilatura.html2txt(html) if found is None else found.get("text")
        if not text or len(text) < _SHORTEST or not any(len(line) > _SHORTEST for line in text.splitlines()):
            raise IntakeError("an HTML page without a story")
        found = {**(found or {}), "text": text}
    row = {
        "title": found.get("title"),
        "text": found["text"],
        "outlet": found.get("sitename") or found.get("hostname"),
        "url": found.get("url"),
        "published": _date(html),
    }
    return {name: value for name, value in row.items() if value}


def _extract(html: str, **options: Any) -> dict[str, Any] | None:
    try:
        found = trafilatura.bare_extraction(
            html, with_metadata=True, include_comments=False, include_tables=True, include_images=False,
            date_extraction_params=_NO_SEARCH, **options,
        )  # fmt: skip
    except Exception as error:  # Third-party parsing of hostile bytes: any failure means the same to the user.
        raise IntakeError(f"an HTML page that cannot be parsed: {type(error).__name__}") from error
    if found is None:
        return None
    return found if isinstance(found, dict) else {k: getattr(found, k, None) for k in _KEYS}


_KEYS = ("title", "text", "sitename", "hostname", "url")


def _date(html: str) -> str | None:
    """The day of first publication from the page's metadata; its running text is asked elsewhere."""
    try:
        found = find_date(html, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    except Exception:  # As above: a page that htmldate cannot parse tells no date.
        return None
    return str(found) if found else None
