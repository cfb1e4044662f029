"""Times so and so many units away: "eight months ago", "two days later"; and the amounts that words tell."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from vedette.reading.times import calendar as cal
from vedette.reading.times.absolute import Rule
from vedette.reading.times.found import Context, Found, no_publication, told


def grain_of(name: str) -> str:
    """As what granularity a unit of time counts."""
    return {
        "night": "day",
        "fortnight": "week",
        "weekend": "day",
        "quarter": "season",
        "decade": "year",
        "century": "year",
    }.get(name, name)


def value_of(first: date, name: str) -> str:
    """TimeML's value of the unit that begins on `first`."""
    if name in ("week", "fortnight"):
        iso = first.isocalendar()
        return f"{iso.year}-W{iso.week:02}"
    if name == "month":
        return f"{first.year}-{first.month:02}"
    if name == "quarter":
        return f"{first.year}-Q{(first.month + 2) // 3}"
    if name == "year":
        return str(first.year)
    if name == "decade":
        return str(first.year)[:3]
    if name == "century":
        return str(first.year)[:2]
    return first.isoformat()


def _ago(m: re.Match[str], c: Context) -> Found | None:
    """ "eight months ago", "two days later", "a week earlier": as fine as the unit counted in."""
    name = str(c.value(m, "unit"))
    word = c.word(m, "dir")
    count = amount(m, c)
    past = word in ("ago", "earlier", "before")
    base, why = (c.published, "the publication") if word == "ago" else (c.anchor, "the day told before")
    if word == "earlier" and base is None:
        base, why = c.published, "the publication"
    today = base if base is not None else c.published
    if count is None and name in ("hour", "minute", "second") and past and today is not None:
        found = vague(m, "PAST_REF", "")
        return replace(found, interval=(today, today), granularity="day", role="day", reason=f"hours before {why}")
    if count is None:
        return vague(m, "PAST_REF" if past else "FUTURE_REF", f"{c.word(m, 'count') or 'some'} {name}s, no number")
    if base is None:
        return (
            no_publication(m, grain_of(name), "") if word == "ago" else vague(m, "", "no day told before to count from")
        )
    moved = cal.shift(base, name, -count if past else count)
    fine = {"second": "day", "minute": "day", "hour": "day"}.get(name, name)
    interval = cal.unit(moved, fine)
    if word != "ago" and name == "week":
        interval = moved, moved
    value = value_of(interval[0], fine)
    return told(
        m,
        interval=cal.clip(interval, c.published) if past else interval,
        granularity=grain_of(fine),
        value=value,
        reason=f"counted from {why}",
        role="day" if fine in ("day", "night") else "",
    )


def amount(m: re.Match[str], c: Context) -> float | None:
    """The number that a match's "count" group tells; None for "several", "a few"."""
    if m.start("count") < 0:
        return None
    total, seen = 0.0, False
    for i in range(m.start("count"), m.end("count")):
        word, value = c.scan.token(i).lower_, c.scan.values[i]
        if word in ("a", "an"):
            total, seen = total + 1, True
        elif word == "half":
            total, seen = total + 0.5, True
        elif word == "couple":
            total, seen = 2, True
        elif word in (
            "several",
            "few",
            "many",
            "some",
            "numerous",
            "recent",
            "multiple",
            "various",
            "countless",
        ):
            return None
        elif isinstance(value, int | float) and not isinstance(value, bool):
            total = total * value if value >= 100 and seen else total + value
            seen = True
    if seen and "a half" in c.word(m, "count"):
        total -= 1
    return total if seen else None


def vague(m: re.Match[str], value: str, why: str) -> Found:
    """Words of time that name no time."""
    return told(m, interval=None, granularity="open", reason=f"names no date: {why}", value=value, role="vague")


COUNT = r"(?P<count>(ART|WORD|DAYNUM|NUMBER|YEAR)(HYPHEN? (WORD|NUMBER))* (AND ART HALF)?|ART? SEVERAL OF?|HALF ART)"
HEDGE = r"(MORE THAN|AT HEDGE|HEDGE)?"

RULES: list[Rule] = [
    (HEDGE + COUNT + r"HEDGE? (?P<unit>UNIT|UNITS) (?P<dir>AGO|EARLIER|LATER)", _ago),
    (r"(?P<count>(?!))? (?P<unit>UNITS) (?P<dir>AGO)", _ago),
]
