"""When a report was published, from its own text, where metadata do not tell: with what tells it, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from vedette.intake.dates import Written, written_dates
from vedette.model.report import DateBasis, Furniture, FurnitureSpan

_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\D{0,40}?((?:19|20)\d\d)", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:published|publication|posted|updated?|last update|date)\b[^\n]{0,24}?$", re.IGNORECASE
)
_DATELINE = re.compile(r"^[A-Z][\w'’ .,/-]{2,60}[,(\s]+$")
_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?!\d)")
_LEAD = 400


@dataclass(frozen=True, slots=True)
class Published:
    """The day with its basis and the words that tell it; or None with the reason."""

    day: date | None
    basis: DateBasis | None
    quote: str | None
    reason: str


def find_published(
    full: str, furniture: tuple[FurnitureSpan, ...], url: str | None, today: date
) -> Published:
    """Weigh the clues of `full` and `url`: byline, dateline, caption with copyright, stamp, url, in this order."""
    clues = _clues(full, furniture)
    years = {c.written.year for c in clues if c.written.year}
    held = _COPYRIGHT.search(full)
    copyright_year = int(held.group(1)) if held else None
    reason = "no date in byline, dateline, caption, stamp or url"
    for clue in clues:
        year = clue.written.year or copyright_year or (next(iter(years)) if len(years) == 1 else None)
        day = clue.written.on(year)
        if day is None:
            reason = f"{clue.quote!r} gives no year, and nothing else does"
            continue
        if day > today:
            reason = f"{clue.quote!r} lies in the future"
            continue
        how = f"{clue.basis.value}: {clue.quote!r}"
        if clue.written.year is None and held is not None and copyright_year:
            how += f", year from {held.group()!r}"
        return Published(day, clue.basis, clue.quote, how)
    found = _URL.search(url or "")
    if found:
        try:
            day = date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
        except ValueError:
            day = None
        if day and day <= today:
            return Published(day, DateBasis.URL, found.group(), f"url: {found.group()!r}")
    return Published(None, None, None, reason)


@dataclass(frozen=True, slots=True)
class _Clue:
    written: Written
    basis: DateBasis
    quote: str
    rank: int


def _clues(full: str, furniture: tuple[FurnitureSpan, ...]) -> list[_Clue]:
    """Dates of the text that can be the publication's, best first."""
    clues = []
    story = 0
    for written in written_dates(full):
        line_start = full.rfind("\n", 0, written.start) + 1
        line_end = full.find("\n", written.end)
        line_end = len(full) if line_end < 0 else line_end
        line = full[line_start:line_end].strip()
        before = full[line_start : written.start]
        quote = full[written.start : written.end]
        caption = any(s.start <= written.start < s.end and s.kind is Furniture.CAPTION for s in furniture)
        if caption:
            clues.append(_Clue(written, DateBasis.CAPTION, quote, 3))
        elif before.strip().lower().startswith("by ") and len(line) < 120 and written.year:
            clues.append(_Clue(written, DateBasis.BYLINE, line, 0))
        elif _STAMP.search(before[-60:]) and written.year:
            clues.append(_Clue(written, DateBasis.BYLINE, quote, 1))
        elif len(line) - len(quote) < 30 and written.year:
            clues.append(_Clue(written, DateBasis.BYLINE, quote, 1))
        elif written.start - line_start < 12 and line_start < _LEAD and written.year:
            clues.append(_Clue(written, DateBasis.BYLINE, quote, 1))
        elif _DATELINE.match(before) and before.split()[0].isupper() and full[written.end : written.end + 2].strip()[:1] in "()-–—:":
            clues.append(_Clue(written, DateBasis.DATELINE, (before + quote).strip(), 2))
        story += 1
    return sorted(clues, key=lambda c: (c.rank, c.written.start))
