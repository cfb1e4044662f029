"""What stands before a flattened page's first sentence: dates, clocks, the title again, wires, writers, sections."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from vedette.intake.dates import WRITTEN, written_dates
from vedette.intake.furniture.words import Words

_CLOCK = re.compile(
    r"(?:at\s+)?(?:\d{1,2}[:.]\d\d|\d{4})(?:\s*(?:AM|PM|GMT|UTC|KSA))?(?:\s*[+-]\d{1,2})?(?=\s)|UTC[+-]\d+",
    re.IGNORECASE,
)
_WRITER = re.compile(r"[Bb]y\s+(?:\S+\s+){2,9}?")
_NAMES = re.compile(r"(?:[A-Z][\w'’-]+\s+){1,7}[A-Z][\w'’-]+\.\s+(?=[A-Z])")
_LINK = re.compile(r"http\S+", re.IGNORECASE)
_WRITTEN_BY = re.compile(r"(?:By )?(?:[A-Z][\w'’.-]+ ){1,6}(?=[A-Z][A-Z'’ -]{2,}[A-Z], [^()]{0,30}\()")
TOPIC = re.compile(r"\bTopic\s[^().]{5,120}\(\d+\)(?:\s+\d+)*")
_COUNTS = re.compile(r"(?:\d{1,6}\s+){1,2}(?=[A-Z])")
_AFTER = (_CLOCK, _COUNTS, _NAMES, _LINK)
_WORDS = re.compile(r"[^\W_]+")
_SHORTEST_TITLE = 12
_FURTHER = 120
_BREAK = re.compile(r"[\s.,:;|()–—-]+")


def opening_end(full: str, start: int, title: str, words: Words) -> int:
    """Where the story proper starts in ``full[start:]``; `start` where nothing stands before it.

    What is passed over must hold a date, the title, a page's phrase or a wire's sign: the story may well start with a
    number or with capitals of its own.
    """
    writer = _WRITTEN_BY.match(full, start)
    if writer:
        return writer.end()
    titles = _forms(title)
    at, known = _skip(full, start), False
    while True:
        dated = WRITTEN.match(full, at)
        phrase = words.opening_flat.match(full, at)
        wire = words.wire_flat.match(full, at)
        titled = _title_end(full, at, titles) or (_after_writer(full, at, titles) if known else None)
        if dated and (dated.group("y1") or dated.group("y2") or dated.group("y3") or dated.group("y4")):
            end = dated.end()
        elif titled:
            end = titled
        elif topic := TOPIC.match(full, at):
            end = topic.end()
        elif phrase:
            end = _further(full, phrase.end(), titles) or phrase.end()
        elif wire and _signs(full, wire.end()) and (known or _dated(full, _skip(full, wire.end()))):
            end = wire.end()
        elif known and (stamp := _stamp_end(full, at)):
            end = stamp
        elif known and (m := next(filter(None, (p.match(full, at) for p in _AFTER)), None)):
            end = m.end()
        else:
            return at if known else start
        at, known = _skip(full, end), True


def _signs(full: str, at: int) -> bool:
    """Whether a wire's name that ends at `at` stands by itself: it does not in "SANA reporters said"."""
    return not full[_skip(full, at) :][:1].islower()


def _dated(full: str, at: int) -> bool:
    return bool(WRITTEN.match(full, at))


def _stamp_end(full: str, at: int) -> int | None:
    """Where a date with its year ends that only names and figures part from `at`: credits, sections, a clock."""
    for found in written_dates(full, at, at + _FURTHER):
        if found.year is None:
            continue
        between = full[at : found.start].split()
        return None if any(word[0].islower() for word in between) else found.end
    return None


def _skip(full: str, at: int) -> int:
    m = _BREAK.match(full, at)
    return m.end() if m else at


def _forms(title: str) -> list[str]:
    """The title, and what of it stands before or after a site's name that is joined to it, as letters alone."""
    parts = [title, *re.split(r"\s[|–—-]\s", title)] if re.search(r"\s[|–—-]\s", title) else [title]
    heads = [title[: m.start()] for m in re.finditer(r"\s[|–—-]\s", title)]
    forms = {re.sub(r"[\W_]+", "", part).lower() for part in (*parts, *heads)}
    return sorted((f for f in forms if len(f) >= _SHORTEST_TITLE), key=lambda f: (-len(f), f))


def _title_end(full: str, at: int, titles: list[str]) -> int | None:
    """Where a title, told again from `at` on, ends there; letters count, signs do not."""
    for wanted in titles:
        letters, end = "", at
        for m in _WORDS.finditer(full, at, at + 2 * len(wanted) + 40):
            letters += m.group().lower()
            end = m.end()
            if len(letters) >= len(wanted) - 1:
                break
        if letters[:4] == wanted[:4] and fuzz.ratio(letters, wanted) >= 93:
            return end
    return None


def _after_writer(full: str, at: int, titles: list[str]) -> int | None:
    """Where the title ends that stands after "by" and a writer's name."""
    return _further(full, at, titles) if _WRITER.match(full, at) else None


def _further(full: str, at: int, titles: list[str]) -> int | None:
    """Where the title ends that stands a little further on, behind names or links to other stories."""
    for m in re.finditer(r"\s(?=\S)", full[at : at + _FURTHER]):
        end = _title_end(full, at + m.end(), titles)
        if end:
            return end
    return None
