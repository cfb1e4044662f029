"""What a rule finds, and what it may ask to resolve it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from vedette.knowledge.times import NamedDay
from vedette.reading.times.calendar import Interval
from vedette.reading.times.codes import Lexicon, Scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words of time with what they mean. `start`, `end` are places in the scan.

    `kind` and `value` are the type and value that TimeML gives them; `interval` is None where they stay unresolved.
    `latest` is the last day where the first is not told ("in less than a month").
    `role` is what later steps need to know: "day" anchors "the next day", "length" is a duration, "vague" no date.
    """

    start: int
    end: int
    interval: Interval | None
    granularity: str
    reason: str
    kind: str = "DATE"
    value: str = ""
    relation: str = "at"
    role: str = ""
    latest: date | None = None

    def widened(self, start: int, end: int) -> Found:
        """The same over other places."""
        return replace(self, start=start, end=end)


@dataclass(slots=True)
class Context:
    """The report's day, what was told before, and the tense of the clause that a rule stands in."""

    scan: Scan
    lexicon: Lexicon
    published: date | None
    anchor: date | None = None
    period: Interval | None = None
    told: Interval | None = None
    year: int | None = None
    future: bool = False
    past: bool = False

    def value(self, m: re.Match[str], group: str) -> object:
        """What the first token of a named group stands for; None if the group is empty."""
        start = m.start(group)
        return None if start < 0 or start == m.end(group) else self.scan.values[start]

    def number(self, m: re.Match[str], group: str) -> int:
        """A number of that group; 0 if there is none."""
        value = self.value(m, group)
        return int(value) if isinstance(value, int | float) else 0

    def word(self, m: re.Match[str], group: str) -> str:
        """The words of that group in lower case, joined by blanks."""
        if m.start(group) < 0:
            return ""
        return " ".join(self.scan.token(i).lower_ for i in range(m.start(group), m.end(group)))

    def named(self, m: re.Match[str], group: str) -> tuple[NamedDay, ...]:
        """The named days of that group."""
        value = self.value(m, group)
        return value if isinstance(value, tuple) else ()


def told(
    m: re.Match[str],
    *,
    interval: Interval | None,
    granularity: str,
    reason: str,
    kind: str = "DATE",
    value: str = "",
    relation: str = "at",
    role: str = "",
) -> Found:
    """What a rule's match `m` tells."""
    return Found(
        start=m.start(),
        end=m.end(),
        interval=interval,
        granularity=granularity,
        reason=reason,
        kind=kind,
        value=value,
        relation=relation,
        role=role,
    )


def no_publication(m: re.Match[str], granularity: str, value: str, kind: str = "DATE") -> Found:
    """Words that count from the report's day, of a report that has none."""
    return told(
        m,
        interval=None,
        granularity=granularity,
        kind=kind,
        value=value,
        reason="counts from the publication, whose date is not known",
    )
