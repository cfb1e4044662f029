"""Outlet and credited wire, from metadata first and the text's own lines second."""

from __future__ import annotations

import re

from vedette.knowledge.outlets import Outlets

_HEAD, _TAIL = 400, 300


def find_wire(full: str, outlets: Outlets) -> str | None:
    """The wire that the text credits: "(AFP)", "- REUTERS", "AFP Monday 6 Oct 2014", "Copyright (2016) AFP"."""
    signs = "|".join(re.escape(s) for s in sorted(outlets.wires, key=len, reverse=True))
    if not signs:
        return None
    head, tail = full[:_HEAD], full[-_TAIL:]
    weekday = r"(?:mon|tue|wed|thu|fri|sat|sun)\w*\s+\d"
    for where, pattern in (
        (head, rf"\((?:[^()]*\W)?({signs})\)"),
        (tail, rf"(?i:copyright|©)[^\n]{{0,40}}\b({signs})\b"),
        (tail, rf"[-–—]\s*({signs})\.?\s*$"),
        (tail, rf"\((?:[^()]*\W)?({signs})\)\.?\s*$"),
        (head, rf"\b({signs})\s+(?i:{weekday})"),
    ):
        m = re.search(where and pattern, where)
        if m:
            return outlets.wires[m.group(1)].name
    upper = re.search(rf"[-–—]\s*({signs})\.?\s*$", tail, re.IGNORECASE)
    if upper:
        found = outlets.find(upper.group(1))
        return found.name if found else None
    return None


def find_outlet(given: str | None, url: str | None, full: str, outlets: Outlets) -> str | None:
    """`given` as it stands; else by the url's domain; else by a byline ("By VOA News December 10, 2016")."""
    if given:
        return given
    known = outlets.find(url)
    if known is not None:
        return known.name
    m = re.search(r"^By ((?:the )?[A-Z][\w .'’-]{2,40}?)(?:,|\s+(?:on\s+)?[A-Z][a-z]{2,8}\.? \d|$)", full, re.MULTILINE)
    if m:
        known = outlets.find(m.group(1))
        return known.name if known else None
    return None
