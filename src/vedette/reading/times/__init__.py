"""Words of time, resolved to inclusive days or with the reason why not."""

from __future__ import annotations

from vedette.reading.reading import Reading, TimeMention
from vedette.reading.times.codes import lexicon
from vedette.reading.times.finder import find

__all__ = ["find_times"]


def find_times(reading: Reading) -> list[TimeMention]:
    """Every expression of time in the report, resolved to days or with the reason why not."""
    found = find(reading.doc, reading.report.published, lexicon(reading.knowledge))
    return [
        TimeMention(
            start=one.start,
            end=one.end,
            first=one.interval[0] if one.interval else None,
            last=one.interval[1] if one.interval else one.latest,
            granularity=one.granularity,
            relation=one.relation,
            reason=one.reason,
        )
        for one in found
    ]
