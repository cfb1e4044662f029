"""Words that count from the report's day, or from a day told before: weekdays, "last month", "two days later"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from vedette.reading.times import calendar as cal
from vedette.reading.times.absolute import Rule
from vedette.reading.times.counted import grain_of, value_of
from vedette.reading.times.found import Context, Found, no_publication, told

_SUNDAY = 6
_PART_CODES = {"overnight": "NI"}


def _weekday(m: re.Match[str], c: Context) -> Found | None:
    weekday = c.number(m, "day")
    direction, modifier = c.word(m, "dir"), c.word(m, "mod")
    part = c.value(m, "part")
    if c.published is None:
        return no_publication(m, "day", f"XXXX-WXX-{weekday + 1}")
    recent = cal.recent_weekday(c.published, weekday)
    if direction == "last":
        found = recent if recent < c.published else recent - timedelta(7)
        why = "the last such day before the publication"
    elif direction == "next" or (direction in ("this", "coming") and c.future) or (c.future and recent != c.published):
        found = cal.next_weekday(c.published, weekday)
        why = "the next such day, as the clause tells what is to come"
    else:
        found, why = recent, "the most recent such day"
    if "overnight" in modifier or part == "overnight":
        return _night(m, c, found)
    kind = "TIME" if part else "DATE"
    value = found.isoformat() + (f"T{part}" if part else "")
    return told(
        m,
        interval=(found, found),
        granularity="part" if part or modifier else "day",
        reason=why,
        value=value,
        kind=kind,
        role="day",
    )


def _night(m: re.Match[str], c: Context, day: date) -> Found:
    """The night of a weekday: into the next day, unless that has not come yet."""
    first = day if c.published is None or day < c.published else day - timedelta(1)
    return told(
        m,
        interval=(first, first + timedelta(1)),
        granularity="part",
        reason="overnight: two days, from the evening of the first",
        value=f"{day.isoformat()}TNI",
        kind="TIME",
        role="day",
    )


def _between(m: re.Match[str], c: Context) -> Found | None:
    """ "the night of Thursday to Friday": from the evening of the one to the morning of the other."""
    if c.published is None:
        return no_publication(m, "part", f"XXXX-WXX-{c.number(m, 'day') + 1}TNI", "TIME")
    last = cal.recent_weekday(c.published, c.number(m, "next"))
    return told(
        m,
        interval=(last - timedelta(1), last),
        granularity="part",
        kind="TIME",
        role="day",
        reason="the night between two days",
        value=f"{(last - timedelta(1)).isoformat()}TNI",
    )


def _overnight(m: re.Match[str], c: Context) -> Found | None:
    day = c.value(m, "day")
    if isinstance(day, int):
        if c.published is None:
            return no_publication(m, "part", f"XXXX-WXX-{day + 1}TNI", "TIME")
        return _night(m, c, cal.recent_weekday(c.published, day))
    if c.published is None:
        return no_publication(m, "part", "TNI", "TIME")
    before = c.published - timedelta(1)
    return told(
        m,
        interval=(before, c.published),
        granularity="part",
        kind="TIME",
        role="day",
        reason="overnight: from the day before the publication to its day",
        value=f"{before.isoformat()}TNI",
    )


def _deictic(m: re.Match[str], c: Context) -> Found | None:
    offset, part, word = c.number(m, "day"), c.value(m, "part"), c.word(m, "day")
    if c.published is None:
        return no_publication(m, "day", "PRESENT_REF" if offset == 0 else "")
    found = c.published + timedelta(offset)
    if word.startswith("tonight"):
        part = "NI"
    value = found.isoformat() + (f"T{part}" if part else "")
    return told(
        m,
        interval=(found, found),
        granularity="part" if part else "day",
        role="day",
        reason=f"{word}: counted from the publication",
        value=value,
        kind="TIME" if part else "DATE",
    )


def _this_part(m: re.Match[str], c: Context) -> Found | None:
    """ "this morning", "last night", "that evening"."""
    part, direction = c.value(m, "part"), c.word(m, "dir")
    day = c.anchor if direction in ("that", "the same", "same", "the following", "the next") else c.published
    if day is None:
        return no_publication(m, "part", f"T{part}", "TIME")
    if direction in ("last", "the previous", "the night before", "the past"):
        day -= timedelta(1)
    elif direction.endswith(("next", "following")):
        day += timedelta(1)
    return told(
        m,
        interval=(day, day),
        granularity="part",
        kind="TIME",
        role="day",
        reason=f"{direction} {part}: counted from {'the day told before' if day != c.published else 'the publication'}",
        value=f"{day.isoformat()}T{part}",
    )


def _unit(m: re.Match[str], c: Context) -> Found | None:
    """ "this week", "last month", "next year", "earlier this week", "late last year"."""
    name, direction, edge = str(c.value(m, "unit")), c.word(m, "dir"), c.word(m, "edge")
    if name in ("second", "minute", "hour"):
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1}.get(direction.split()[-1], 0)
    base, why = c.published, "the publication"
    if direction.split()[-1] in ("previous", "preceding", "following") and c.anchor:
        base, why = c.anchor, "the day told before"
        step = 1 if direction.endswith("following") else -1
    if direction in ("the next", "the following") and not c.future and _past(c.told, c.published):
        base, why = c.told[1], "the time told before"  # type: ignore[index]
        step = 1
    if base is None:
        return no_publication(m, grain_of(name), "")
    if name == "weekend":
        return _weekend(m, c, base, step)
    if name == "quarter" and direction in ("the", ""):
        return None
    interval = cal.unit(cal.shift(base, name, step), name)
    value = value_of(interval[0], name)
    if name == "week" and step == -1 and base == c.published and base.weekday() == _SUNDAY:
        interval = base - timedelta(7), base - timedelta(1)  # on a Sunday, the week that has just ended
    if "earlier" in edge and base == c.published:
        interval = interval[0], max(interval[0], c.published - timedelta(1))
    elif "later" in edge and base == c.published and interval[1] > c.published:
        interval = c.published, interval[1]
    elif edge and edge != "so far":
        words = edge.split()
        part = next((p for p in ("early", "mid", "late") if p in words), None)
        part = part or ("early" if {"start", "beginning", "outset", "onset"} & set(words) else "late")
        interval = cal.part_of(interval, part)
    if step == 0 and not c.future and "later" not in edge:
        interval = cal.clip(interval, c.published)
    return told(
        m,
        interval=interval,
        granularity=grain_of(name),
        reason=f"{direction} {name}: counted from {why}",
        value=value,
    )


def _past(interval: cal.Interval | None, published: date | None) -> bool:
    return interval is not None and (published is None or interval[1] < published)


def _weekend(m: re.Match[str], c: Context, base: date, step: int) -> Found:
    """The most recent weekend that has begun; "next weekend" the one after."""
    saturday = cal.recent_weekday(base, 5)
    if step > 0 or (c.future and base.weekday() < 5):
        saturday += timedelta(7)
    elif c.word(m, "dir") == "last" and base.weekday() >= 5:
        saturday -= timedelta(7)
    interval = saturday, saturday + timedelta(1)
    iso = saturday.isocalendar()
    return told(
        m,
        interval=cal.clip(interval, None if c.future else c.published),
        granularity="day",
        reason="the most recent weekend",
        value=f"{iso.year}-W{iso.week:02}-WE",
    )


def _in_the_unit(m: re.Match[str], c: Context) -> Found | None:
    """ "earlier in the day", "late in the week"."""
    if c.value(m, "unit") != "day":
        return _unit(m, c)
    day = c.anchor or c.published
    if day is None:
        return no_publication(m, "day", "")
    return told(
        m,
        interval=(day, day),
        granularity="day",
        value=day.isoformat(),
        role="day",
        reason="the day told of, else that of the publication",
    )


def _lost_apostrophe(m: re.Match[str], c: Context) -> Found | None:
    """ "last months loss", of a text that lost its apostrophes; "last months" alone is no time."""
    token = c.scan.token(m.end() - 1)
    after = c.scan.doc[token.i + 1] if token.i + 1 < len(c.scan.doc) else None
    if after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    return _unit(m, c)


def _weekend_bare(m: re.Match[str], c: Context) -> Found | None:
    if c.published is None:
        return no_publication(m, "day", "XXXX-WXX-WE")
    direction = c.word(m, "dir").split()
    step = 1 if {"next", "coming", "upcoming"} & set(direction) else 0
    return _weekend(m, c, c.published, step)


def _neighbour_day(m: re.Match[str], c: Context) -> Found | None:
    """ "the previous day", "the day before", "the next day", "the same day", "that day"."""
    base = c.anchor or c.published
    if base is None:
        return no_publication(m, "day", "")
    words = set(c.word(m, "all").split())
    step = 0
    if words & {"previous", "before", "preceding", "earlier", "prior"}:
        step = -1
    elif words & {"next", "following", "after", "later"}:
        step = 1
    day = base + timedelta(step)
    why = "the day told before" if c.anchor else "the publication"
    return told(
        m,
        interval=(day, day),
        granularity="day",
        value=day.isoformat(),
        role="day",
        reason=f"counted from {why}",
    )


def _neighbour(m: re.Match[str], c: Context) -> Found | None:
    """The same with any unit; days are counted from the day told before, longer ones by the calendar."""
    return _neighbour_day(m, c) if c.value(m, "unit") in ("day", "night") else _unit(m, c)


def _same_period(m: re.Match[str], c: Context) -> Found | None:
    if c.period is None:
        return told(m, interval=None, granularity="open", reason="the period meant is not told before")
    return told(
        m,
        interval=c.period,
        granularity="open",
        relation="during",
        reason="the period told before",
        role="period",
    )


RULES: list[Rule] = [
    (
        r"((?P<mod>EARLY|LATE|EARLIER|LATER|OVERNIGHT) ON?)? (?P<dir>LAST|THIS|NEXT)? (?P<day>WEEKDAY)"
        r"(POSS? (EARLY|LATE)? (?P<part>PART|OVERNIGHT))?",
        _weekday,
    ),
    (r"(THE|THAT)? PART (OF|FROM|BETWEEN) (?P<day>WEEKDAY) (TO|AND|HYPHEN|SLASH) (?P<next>WEEKDAY)", _between),
    (r"(DURING|IN)? (THE PART OF|PART OF)? OVERNIGHT (FROM|ON)? (?P<day>WEEKDAY)?", _overnight),
    (r"(EARLIER|LATER|EARLY|LATE)? (?P<day>DEICTIC) POSS? (?P<part>PART)?", _deictic),
    (
        r"(EARLIER|LATER|EARLY|LATE)?"
        r"(?P<dir>THIS|LAST|THAT|THE? SAME|THE PREVIOUS|THE FOLLOWING|THE NEXT) (?P<part>PART)",
        _this_part,
    ),
    (
        r"(?P<edge>EARLIER|LATER|EARLY|LATE|MID|THE? (BEGIN|END) OF|SO FAR|SINCE THE? BEGIN OF)? (IN)?"
        r"(?P<dir>THIS|LAST|NEXT|THE? CURRENT|THE PREVIOUS|THE FOLLOWING|THE NEXT|THE? PREVIOUS) (CURRENT|FISCAL|NEW)?"
        r"(?P<unit>UNIT)",
        _unit,
    ),
    (r"(?<!THE)(?P<dir>LAST|THIS|NEXT) (?P<unit>UNITS) (?P<edge>(?!))?", _lost_apostrophe),
    (r"THE? (?P<edge>BEGIN|END|MID) OF (?P<dir>THE) (CURRENT)? (?P<unit>UNIT)", _unit),
    (r"(?P<dir>(LAST|THIS|NEXT|THE) (LAST|NEXT|PREVIOUS)?)? WEEKEND", _weekend_bare),
    (
        r"(?P<all>(?P<dir>THE? (PREVIOUS|SAME|FOLLOWING|NEXT)|THAT) (?P<unit>UNIT) (?P<edge>(?!))?)",
        _neighbour,
    ),
    (r"(?P<all>(?P<dir>THE) (?P<unit>UNIT) (BEFORE|AFTER|EARLIER|LATER)) (?P<edge>(?!))?", _neighbour),
    (r"(?P<all>(?P<edge>EARLIER|LATER|EARLY|LATE) IN (?P<dir>THE) (?P<unit>UNIT))", _in_the_unit),
    (r"(THE? SAME|THAT) PERIOD", _same_period),
]
