"""Days that bear a name, from the table of years: "the first day of Eid", "Orthodox Christmas"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from vedette.knowledge.times import NamedDay
from vedette.reading.times.absolute import Rule
from vedette.reading.times.found import Context, Found, no_publication, told


def _named(m: re.Match[str], c: Context) -> Found | None:
    days = c.named(m, "named")
    if not days:
        return None
    year = c.number(m, "year")
    if c.published is None and not year:
        return no_publication(m, "day", "")
    reference = c.published or date(year, 12, 31)
    spans = sorted((*span, named.name) for named in days for span in _spans(named, reference))
    if year:
        spans = [span for span in spans if span[0].year == year]
    elif c.future:
        spans = [span for span in spans if span[1] >= reference]
    else:
        # an Eid is told of from its eve on: the slack of a day is the moon's
        spans = [span for span in spans if span[0] <= reference + timedelta(1)]
    if not spans:
        return told(m, interval=None, granularity="day", reason=f"{days[0].name}: not in the table of years")
    first, last, name = spans[0] if c.future else spans[-1]
    ordinal = c.number(m, "nth")
    if ordinal:
        first = last = first + timedelta(ordinal - 1)
    interval = (first, last)
    if c.published is not None and not c.future:
        # its eve counts as its first day: no day to come is told as past
        interval = min(first, c.published), min(last, c.published)
    return told(
        m,
        interval=interval,
        granularity="day",
        role="day" if interval[0] == interval[1] else "",
        reason=f"{name}, by the table of named days",
        value=first.isoformat(),
    )


def _spans(named: NamedDay, reference: date) -> list[tuple[date, date]]:
    """The feast in the years around `reference`, in order."""
    if named.fixed:
        month, number = (int(part) for part in named.fixed.split("-"))
        starts = [date(year, month, number) for year in range(reference.year - 1, reference.year + 2)]
    else:
        starts = [d for d in named.dates if abs(d.year - reference.year) <= 1]
    return [(start, start + timedelta(named.days - 1)) for start in sorted(starts)]


RULES: list[Rule] = [
    (
        r"(THE? (?P<nth>ORDINAL) UNIT OF)? (THE)? (?P<named>NAMED) NAMED* (UNIT)? (COMMA? (?P<year>YEAR))?",
        _named,
    ),
]
