"""Near copies: reports whose stories are the same text but for small changes, so that none is counted twice.

The story (without furniture and title) becomes the set of its runs of four words. MinHash with banding proposes pairs;
the sets themselves decide, so that a proposal costs little and a decision is exact. Two reports are near copies where

- their sets overlap by `SAME` (Jaccard), whenever they were published: dates in tables are often off;
- or, published within `DAYS` of each other, they overlap by `ALIKE`, or nearly all of the shorter (`HELD`) stands in
  the longer, as when one outlet prints the first third of a wire's story.

The figures were chosen by looking at all pairs of some 1,100 reports on Syria by some 60 outlets. Wire stories that two
outlets edited each in its own way overlap by .5 to .8. Reports of one monitoring group on different events, months
apart, overlap by up to .56 through the paragraphs of law and condemnation that close each: hence the days. Different
stories on one event written independently stay below .3.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from datetime import date

from datasketch import MinHash, MinHashLSH

from vedette.intake.story import story_of
from vedette.model.report import Report

RUN = 4
"""Words a shingle: three meet by chance in boilerplate about any war, five break at every edited word."""
PERMUTATIONS = 128
PROPOSED = 0.25
"""Jaccard similarity from which pairs are proposed: what a story has with its own first quarter."""
SAME = 0.75
ALIKE = 0.5
HELD = 0.8
FEWEST = 30
"""Shingles below which a story is too short to be called a copy by being held in another."""
DAYS = 7

_WORD = re.compile(r"[^\W_]+")


class CopyIndex:
    """Reports so far, each with its near copies. What it tells at the end does not depend on the order of arrival."""

    def __init__(self) -> None:
        self._proposals = MinHashLSH(threshold=PROPOSED, num_perm=PERMUTATIONS)
        self._shingles: dict[str, frozenset[str]] = {}
        self._published: dict[str, date | None] = {}
        self._near: dict[str, set[str]] = {}

    def add(self, report: Report) -> str | None:
        """Take `report` in; return the id of its earliest near copy, by (published, id), among those taken in so far.

        None where it has none, or is itself the earliest.
        """
        if report.id not in self._near:
            self._enter(report)
        return self.earliest(report.id)

    def earliest(self, report_id: str) -> str | None:
        """The earliest near copy of a report taken in, None where there is none or it is the earliest itself."""
        first = min((*self._near[report_id], report_id), key=lambda i: (self._published[i] or date.max, i))
        return None if first == report_id else first

    def copies(self) -> dict[str, str]:
        """Each report that is a copy to the earliest of its near copies."""
        found = ((i, self.earliest(i)) for i in sorted(self._near))
        return {i: first for i, first in found if first is not None}

    def _enter(self, report: Report) -> None:
        own = shingles(report)
        self._shingles[report.id], self._published[report.id] = own, report.published
        self._near[report.id] = set()
        if not own:
            return
        sketch = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=zlib.crc32)
        sketch.update_batch([shingle.encode() for shingle in sorted(own)])
        for other in self._proposals.query(sketch):
            if self._copies(report.id, str(other)):
                self._near[report.id].add(str(other))
                self._near[str(other)].add(report.id)
        self._proposals.insert(report.id, sketch)

    def _copies(self, one: str, other: str) -> bool:
        a, b = self._shingles[one], self._shingles[other]
        both = len(a & b)
        overlap, held = both / len(a | b), both / min(len(a), len(b))
        if overlap >= SAME:
            return True
        days = (self._published[one], self._published[other])
        if days[0] and days[1] and abs((days[0] - days[1]).days) > DAYS:
            return False
        return overlap >= ALIKE or (held >= HELD and min(len(a), len(b)) >= FEWEST)


def near_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Id of each near copy to the id of the earliest report, by (published, id), that it is a near copy of.

    Independent of the order of `reports`. Reports without a date count as the latest.
    """
    index = CopyIndex()
    for report in reports:
        index.add(report)
    return index.copies()


def shingles(report: Report) -> frozenset[str]:
    """Runs of `RUN` words of the story, without its title; case folded, signs left out."""
    words = [w.lower() for w in _WORD.findall(story_of(report)[len(report.title) :])]
    if len(words) < RUN:
        return frozenset()
    return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
