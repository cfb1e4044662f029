"""When a report was published, from its own text, where metadata do not tell: with what tells it, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vedette.intake.dates import Written, written_dates
from vedette.intake.furniture.lines import lines_of
from vedette.model.report import DateBasis, Furniture, FurnitureSpan

_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\D{0,40}?((?:19|20)\d\d)", re.IGNORECASE)
_STAMP = re.compile(
    r"\b(?:published|publication|posted|updated?|last update|issued|modified|date)\b[^\n.]{0,24}$", re.IGNORECASE
)
_DATELINE = re.compile(r"^(?:By )?(?:[A-Z][\w'’.-]+ ){0,6}\(?[A-Z][A-Z'’-]+[\w'’ .,()/-]{0,60}[,(\s]+$")
_AFTER_DATELINE = re.compile(r"[\s,]*(?:\([^()\n]{2,40}\)|[-–—:])")
_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)(?P<sep>[/-]?)(0[1-9]|1[0-2])(?P=sep)([0-2]\d|3[01])(?!\d)")
_KINDS = {Furniture.BYLINE: DateBasis.BYLINE, Furniture.DATELINE: DateBasis.DATELINE}
_HEAD = 400  # characters in which a page's head ends, its title told twice included
_NEAR = 31  # days
_RANKS = {DateBasis.BYLINE: 0, DateBasis.DATELINE: 1, DateBasis.CAPTION: 2}


@dataclass(frozen=True, slots=True)
class Published:
    """The day with its basis and the words that tell it; or None with the reason."""

    day: date | None
    basis: DateBasis | None
    quote: str | None
    reason: str


def find_published(full: str, furniture: tuple[FurnitureSpan, ...], url: str | None, today: date) -> Published:
    """Weigh the clues of `full` and `url`: bylines and stamps, datelines, captions, the url, in this order.

    A clue without a year takes it from the copyright line, else from the one year that the other clues name.
    """
    clues = sorted(_clues(full, furniture), key=lambda c: (_RANKS[c.basis], c.written.start))
    years = sorted({c.written.year for c in clues if c.written.year})
    held = _COPYRIGHT.search(full)
    year = int(held.group(1)) if held else years[0] if len(years) == 1 else None
    refused: list[str] = []
    for clue in clues:
        if clue.written.ambiguous:
            refused.append(f"{clue.quote!r} may be day first or month first")
            continue
        day = clue.written.on(year)
        if day is None:
            refused.append(f"{clue.quote!r} gives no year, and nothing else does")
        elif day > today:
            refused.append(f"{clue.quote!r} lies in the future")
        else:
            how = f"{clue.basis.value} {clue.quote!r}"
            if clue.written.year is None and held is not None:
                how += f", the year from {held.group()!r}"
            return Published(day, clue.basis, clue.quote, how)
    found = _in_url(url, today)
    if found is not None:
        return found
    return Published(None, None, None, "; ".join(refused) or "no byline, dateline, caption, stamp or url has a date")


@dataclass(frozen=True, slots=True)
class _Clue:
    written: Written
    basis: DateBasis
    quote: str


def _clues(full: str, furniture: tuple[FurnitureSpan, ...]) -> Iterator[_Clue]:
    """Dates of the text that can be the publication's; not those within its sentences, nor those of other stories."""
    head = _head_end(full, furniture)
    for written in written_dates(full):
        kind = next((s.kind for s in furniture if s.start <= written.start < s.end), None)
        start = full.rfind("\n", 0, written.start) + 1
        end = full.find("\n", written.end)
        line = full[start : end if end >= 0 else len(full)].strip()
        before, words = full[start : written.start], full[written.start : written.end]
        stamped = bool(_STAMP.search(before[-60:])) and (len(line) < 100 or written.start > len(full) - 200)
        if kind is Furniture.CAPTION:
            yield _Clue(written, DateBasis.CAPTION, words)
        elif _DATELINE.match(before.lstrip()) and _AFTER_DATELINE.match(full, written.end):
            yield _Clue(written, DateBasis.DATELINE, f"{before}{words}".strip())
        elif written.year is None:
            continue
        elif before.lower().startswith("by ") and len(line) < 120:
            yield _Clue(written, DateBasis.BYLINE, line)
        elif stamped or (written.start < head and kind in (None, Furniture.BYLINE, Furniture.DATELINE)):
            yield _Clue(written, DateBasis.BYLINE, words)


def _head_end(full: str, furniture: tuple[FurnitureSpan, ...]) -> int:
    """Where the first sentence of the story begins: dates before it are the page's own."""
    for line in lines_of(full):
        if line.prose:
            spans = [s for s in furniture if s.start <= line.start < s.end]
            if not spans:
                return line.start
            if spans[0].end < line.end:
                return spans[0].end
    return len(full)


def _in_url(url: str | None, today: date) -> Published | None:
    for m in _URL.finditer(url or ""):
        try:
            day = date(int(m.group(1)), int(m.group(3)), int(m.group(4)))
        except ValueError:
            continue
        if day <= today:
            return Published(day, DateBasis.URL, m.group(), f"url {m.group()!r}")
    return None


def printed(full: str, furniture: tuple[FurnitureSpan, ...], today: date) -> Published | None:
    """The first date with its year, and not in the future, in the page's own bylines and datelines."""
    for span in furniture:
        if span.kind not in _KINDS:
            continue
        for written in written_dates(full, span.start, span.end):
            day = written.on(None) if written.year and not written.ambiguous else None
            if day is not None:
                quote = full[written.start : written.end]
                return Published(day, _KINDS[span.kind], quote, "printed on the page") if day <= today else None
    return None


def in_head(full: str, said: Published, told: Published) -> bool:
    """Whether the date that a page prints is its story's: at its head, and no site's banner with the day of a visit.

    A page that kept its lines may have kept the banner as well; there only a date near the one that was told will do.
    """
    if said.quote is None or said.day is None or told.day is None or full.find(said.quote) > _HEAD:
        return False
    return "\n" not in full.partition("\n")[2].strip() or abs((said.day - told.day).days) <= _NEAR
