"""Reading to Toll claims: what it cost people, count by count."""

from __future__ import annotations

from vedette.extraction.tolls.assemble import drafts
from vedette.extraction.tolls.dedupe import once
from vedette.extraction.tolls.doers import shared_doer
from vedette.extraction.tolls.find import find
from vedette.extraction.tolls.plainly import plain_civilians
from vedette.extraction.tolls.sums import parts_of_sums
from vedette.extraction.tolls.vocabulary import vocabulary
from vedette.model.claim import Toll
from vedette.reading.reading import Reading


def tolls(reading: Reading) -> list[Toll]:
    """Every toll claim of the report, in the order of the text, the same count told twice merged."""
    words = vocabulary(reading.knowledge)
    made = once(drafts(reading, find(reading, words), words), _title_end(reading))
    plain = plain_civilians(parts_of_sums(made, reading))
    return shared_doer([draft.toll for draft in plain], reading)


def _title_end(reading: Reading) -> int:
    """Where the headline ends; web pages often print it again as the first line."""
    report = reading.report
    first = report.text.lstrip()
    again = report.title.strip() and first.startswith(report.title.strip())
    return len(report.full) - len(first) + len(report.title) if again else len(report.title)


__all__ = ["tolls"]
