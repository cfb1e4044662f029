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

_HEADLINE = range(4, 25)
"""How many words a headline has."""


def tolls(reading: Reading) -> list[Toll]:
    """Every toll claim of the report, in the order of the text, the same count told twice merged."""
    words = vocabulary(reading.knowledge)
    made = once(drafts(reading, find(reading, words), words), _title_end(reading))
    plain = plain_civilians(parts_of_sums(made, reading))
    return shared_doer([draft.toll for draft in plain], reading)


def _title_end(reading: Reading) -> int:
    """Where the headline ends; web pages often print it again as the first line, or have it nowhere else."""
    report = reading.report
    first = report.text.lstrip()
    start = len(report.full) - len(first)
    if not report.title.strip():
        return start + next((len(line) for line in [first.split("\n", 1)[0]] if _is_headline(line)), 0)
    return start + len(report.title) if first.startswith(report.title.strip()) else len(report.title)


def _is_headline(line: str) -> bool:
    """Whether an untitled report's first line is its headline: a few words that no full stop ends."""
    return len(line.split()) in _HEADLINE and not line.rstrip().endswith((".", ":", '"', "”"))


__all__ = ["tolls"]
