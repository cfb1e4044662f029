"""What a report tells beside its own news: of another year or month, and so not where the news is."""

from __future__ import annotations

from datetime import timedelta

from spacy.tokens import Token

from vedette.extraction.when.story import story
from vedette.extraction.when.tree import near
from vedette.reading.reading import Reading, TimeMention

_OWN = 5.0
"""How far from the trigger its own time may stand."""
_AGO = timedelta(21)
_LONG = frozenset({"month", "season", "year", "open"})
"""What is told of one day was in one place, which the report may name elsewhere."""


def other_time(reading: Reading, trigger: Token) -> TimeMention | None:
    """The trigger's own time, where it is a month or more that lies before the report's news; else none."""
    main = story(reading).main
    news = (main.first if main else None) or reading.report.published
    told = [n for n in near(reading, trigger) if n.cost <= _OWN and not n.said and n.owner is not None]
    own = [
        n.mention for n in told if n.mention.first and n.mention.granularity in _LONG and not _label(n.mention, trigger)
    ]
    if news is None or not own:
        return None
    first, last = own[0].first, own[0].last or news
    return own[0] if first is not None and (news - last > _AGO or last - first > _AGO) else None


def _label(mention: TimeMention, trigger: Token) -> bool:
    """Whether it heads an item of a list, whose place is told before the list: "January: three attacks"."""
    return mention.end < trigger.sent.end and trigger.doc[mention.end].text == ":"
