"""Lengths of time, and spans counted back from the report's day: "for two years", "the past 48 hours"."""

from __future__ import annotations

import re
from dataclasses import replace

from vedette.reading.times import calendar as cal
from vedette.reading.times.absolute import Rule
from vedette.reading.times.counted import COUNT, HEDGE, amount, vague
from vedette.reading.times.found import Context, Found, told

_LETTER = {
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "D",
    "month": "M",
    "quarter": "M",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
_CLOCKWISE = ("hour", "minute", "second")


def iso_length(count: float | None, name: str) -> str:
    """A TimeML duration: ``P2D``, ``PT48H``, ``PXW`` where the number is open."""
    number = "X" if count is None else f"{count:g}"
    if name == "quarter" and count is not None:
        number = f"{3 * count:g}"
    if name == "fortnight" and count is not None:
        number = f"{2 * count:g}"
    if name == "decade" and count is not None:
        return f"P{10 * count:g}Y"
    if name == "century" and count is not None:
        return f"P{100 * count:g}Y"
    return ("PT" if name in _CLOCKWISE else "P") + number + _LETTER[name]


def _past_span(m: re.Match[str], c: Context) -> Found | None:
    """ "the past 48 hours", "the last two weeks", "the past year": back from the publication."""
    name, direction = str(c.value(m, "unit")), c.word(m, "dir")
    plural = c.scan.token(m.start("unit")).lower_.endswith("s")
    has_count = m.start("count") >= 0
    count = amount(m, c) if has_count else None if plural else 1.0
    value = iso_length(count, name)
    if count is None:
        return told(
            m,
            interval=None,
            granularity="open",
            kind="DURATION",
            value=value,
            role="vague",
            reason=f"names no date: {direction} {name}s, no number",
        )
    if c.published is None:
        return told(
            m,
            interval=None,
            granularity=name,
            kind="DURATION",
            value=value,
            role="length",
            reason="counts from the publication, whose date is not known",
        )
    forward = direction.endswith(("next", "coming", "upcoming", "following"))
    other = cal.shift(c.published, name, count if forward else -count)
    if other == c.published and name in _CLOCKWISE:
        other = c.published
    interval = (c.published, other) if forward else (other, c.published)
    grain = (
        "day"
        if name in (*_CLOCKWISE, "night", "weekend")
        else {"fortnight": "week", "quarter": "season"}.get(name, name)
    )
    return told(
        m,
        interval=interval,
        granularity=grain,
        kind="DURATION",
        value=value,
        relation="during",
        reason=f"the {direction.split()[-1]} {count:g} {name}{'s' if count != 1 else ''}, counted from the publication",
        role="period",
    )


def _length(m: re.Match[str], c: Context) -> Found | None:
    name = str(c.value(m, "unit"))
    if name not in _LETTER:
        return None
    has_count = m.start("count") >= 0
    if name == "quarter" or _is_rate(m, c):
        return None
    count = amount(m, c) if has_count else None
    if "recent" in c.word(m, "count"):
        return vague(m, "PAST_REF", f"recent {name}s")
    old = m.start("old") >= 0
    if old and not _lasts(m, c):
        return None  # "a 70-year-old man"
    length = told(
        m,
        interval=None,
        granularity=name,
        kind="DURATION",
        value=iso_length(count, name),
        relation="duration",
        role="length",
        reason="a length of time, no date",
    )
    if old and count is not None and c.published is not None:
        start = cal.shift(c.published, name, -count)
        return told(
            m,
            interval=(start, c.published),
            granularity=name,
            kind="DURATION",
            value=length.value,
            relation="during",
            role="period",
            reason="as old as told, counted back from the publication",
        )
    return length


def _is_rate(m: re.Match[str], c: Context) -> bool:
    """Whether "a year" tells a rate: "358,000 a month", "four flights a week"; or "years old" an age."""
    unit = c.scan.token(m.start("unit"))
    after, after_that = (c.scan.doc[i].lower_ if i < len(c.scan.doc) else "" for i in (unit.i + 1, unit.i + 2))
    if m.start("old") < 0 and "old" in (after, after_that):
        return True
    if c.word(m, "count") not in ("a", "an"):
        return False
    return unit.dep_ == "npadvmod" and unit.head.i < unit.i and unit.head.pos_ in ("NUM", "NOUN", "SYM", "PROPN")


def _lasts(m: re.Match[str], c: Context) -> bool:
    """Whether "three-week-old" is said of what lasts, a war or a siege, and so tells when it began."""
    doc, last = c.scan.doc, c.scan.tokens[m.end() - 1]
    head = doc[last].head
    return head.i > last and head.lemma_.lower() in c.lexicon.lasting


def _some_time(m: re.Match[str], c: Context) -> Found | None:
    """ "recent days", "the past", "recently", "now"."""
    value = c.value(m, "ref")
    if isinstance(value, str) and value == "PRESENT_REF":
        today = (c.published, c.published) if c.published else None
        return told(
            m,
            interval=today,
            granularity="open",
            value=value,
            role="now",
            reason="points to the present of the report",
        )
    word = c.scan.token(m.end() - 1).lower_
    if value == "FUTURE_REF":
        lead = c.scan.token(m.start() - 1).lower_ if m.start() else ""
        return vague(m, "FUTURE_REF", "an open future") if lead in ("the", "near", "foreseeable") else None
    found = vague(m, str(value), "an open past")
    # TimeML does not mark these
    return replace(found, kind="") if word in ("once", "previously", "formerly") else found


def _the_past(m: re.Match[str], c: Context) -> Found | None:
    """ "in the past", with nothing counted after it."""
    if c.scan.token(m.end() - 1).lower_ != "past" or c.scan.token(m.end() - 1).dep_ == "amod":
        return None
    return vague(m, "PAST_REF", "an open past")


def _just(m: re.Match[str], c: Context) -> Found | None:
    """ "have just hit": the day of the report."""
    token = c.scan.token(m.start())
    perfect = any(a.dep_ == "aux" and a.lower_ in ("has", "have") for a in token.head.children)
    if token.lower_ != "just" or token.dep_ != "advmod" or not perfect or c.published is None:
        return None
    return told(
        m,
        interval=(c.published, c.published),
        granularity="day",
        value="PRESENT_REF",
        role="now",
        reason="has just happened: the day of the publication",
    )


RULES: list[Rule] = [
    (
        r"(THE|THIS) (?P<dir>LAST|NEXT|PREVIOUS|FOLLOWING) (?P<count>HEDGE? (WORD|DAYNUM|NUMBER)"
        r"(HYPHEN? (WORD|NUMBER))*|SEVERAL)? (AND ART HALF)? (?P<unit>UNIT|UNITS)",
        _past_span,
    ),
    (
        r"(?P<dir>LAST|NEXT) (?P<count>(WORD|DAYNUM|NUMBER) (HYPHEN? (WORD|NUMBER))*|SEVERAL) (?P<unit>UNITS)",
        _past_span,
    ),
    (HEDGE + COUNT + r"HYPHEN? (?P<unit>UNIT|UNITS) (HYPHEN? (?P<old>OLD)|HYPHEN? LONG)?", _length),
    (r"(?P<count>(?!))? (?P<unit>UNITS) (?P<old>(?!))?", _length),
    (r"(?P<ref>REF)", _some_time),
    (r"IN THE LAST (?!UNIT|WORD|DAYNUM|NUMBER|SEVERAL)", _the_past),
    (r"HEDGE", _just),
]
