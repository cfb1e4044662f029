"""Addresses of pages: what marks a visit and not the page is taken off, so that one page is one item."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from vedette.errors import FetchError
from vedette.watch.net.fetch import check_url

_VISIT = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|at_(?:medium|campaign)|ocid|cmpid")


def canonical(url: str) -> str | None:
    """The address without fragment and marks of visits; None where it is none that can be asked for."""
    try:
        parts = urlsplit(check_url(url))
    except FetchError:
        return None
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _VISIT.fullmatch(k)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))
