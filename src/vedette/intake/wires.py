"""Outlet and credited wire, from metadata first and the text's own lines second."""

from __future__ import annotations

import re
from functools import lru_cache

from vedette.knowledge.outlets import Outlets
from vedette.model.report import Furniture, FurnitureSpan

_HEAD, _TAIL = 400, 300
_BYLINE = re.compile(
    r"^By ((?:the )?[A-Z][\w .'’,-]{1,60}?),?(?:\s+(?:on\s+)?(?:[A-Z][a-z]{2,8}\.? \d|\d{1,2} [A-Z])|$)", re.MULTILINE
)
_SIGNED = re.compile(r"^[A-Z][A-Z'’ -]+[^()\n]{0,40}\(([^()\n]{3,40})\)\s*[-–—]", re.MULTILINE)
"""A dateline that credits an outlet by its full name: "MARRAT, Dec 12 (Harbour Press) -"."""
_DATE = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}"


def find_wire(
    full: str, furniture: tuple[FurnitureSpan, ...], outlets: Outlets, given: str | None = None, url: str | None = None
) -> str | None:
    """The wire that the text credits: "(AFP)", "- REUTERS", "AFP Monday 6 Oct 2014", "Copyright (2016) AFP".

    A dateline that names the outlet itself (`given`, or that of `url`) credits no wire.
    """
    patterns = _patterns(tuple(outlets.wires))
    opening = [full[s.start : s.end] for s in furniture if s.kind is Furniture.DATELINE and s.start < _HEAD]
    for place, text in (("opening", text) for text in opening):
        m = patterns[place].search(text)
        if m:
            return outlets.wires[m.group(1)].name
    captions = [(s.start, s.end) for s in furniture if s.kind in (Furniture.CAPTION, Furniture.LINKS)]
    for place, start, end in (("dateline", 0, _HEAD), ("credit", len(full) - _TAIL, len(full))):
        for m in patterns[place].finditer(full, max(0, start), end):
            if not any(a <= m.start() < b for a, b in captions) or place == "credit":
                return outlets.wires[next(filter(None, m.groups()))].name
    signed = _SIGNED.search(full[:_HEAD])
    if signed is None or not (outlets.find(signed.group(1)) or outlets.sounds_like_one(signed.group(1))):
        return None
    known = outlets.find(signed.group(1))
    name = known.name if known else signed.group(1)
    own = outlets.find(given) or outlets.find(url)
    return None if name in (given, own.name if own else None) else name


@lru_cache(maxsize=8)
def _patterns(signs: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    either = "|".join(re.escape(s) for s in sorted(signs, key=len, reverse=True)) or r"(?!)"
    return {
        # The head of a flattened page: the sign stands between title and date, or ends the head.
        "opening": re.compile(rf"(?:^|\s)({either})(?=\s+(?i:{_DATE})|[\s.]*$)"),
        "dateline": re.compile(rf"\((?:[^()]{{0,30}}\W)?({either})\)\s*[-–—:]"),
        "credit": re.compile(
            rf"(?i:copyright|©)[^\n]{{0,40}}\b({either})\b"
            rf"|\((?:(?i:with )[^()]{{0,30}}?)?({either})(?:\W[^()]{{0,30}})?\)\.?\s*$"
            rf"|[-–—]\s*({either})\.?\s*$",
        ),
    }


def find_outlet(given: str | None, url: str | None, full: str, wire: str | None, outlets: Outlets) -> str | None:
    """Who published, or None.

    `given` as it stands; else by the url's domain; else by a byline ("By VOA News December 10, 2016"); else the wire
    whose copyright line closes the text.
    """
    if given:
        return given
    known = outlets.find(url)
    if known is not None:
        return known.name
    for m in _BYLINE.finditer(full[: 4 * _HEAD]):
        name = m.group(1).rpartition(", ")[2].strip()
        known = outlets.find(name)
        if known is not None or outlets.sounds_like_one(name):
            return known.name if known else name
    owned = re.search(r"(?i:copyright|©)[^\n]{0,80}", full[-_TAIL:])
    return wire if wire and owned and wire.lower() in owned.group().lower() else None
