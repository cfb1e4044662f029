"""Near copies: reports whose stories are the same text but for small changes, so that none is counted twice.

The story (without furniture and title) becomes the set of its runs of four words. MinHash with banding (Leskovec,
Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3) proposes pairs; the sets themselves decide, so that a
proposal costs little and a decision is exact. Two reports are near copies where

- their sets overlap by `SAME` (Jaccard), whenever they were published: dates in tables are often off;
- or, published within `DAYS` of each other, they overlap by `ALIKE`, or nearly all of the shorter (`HELD`) stands in
  the longer, as when one outlet prints the first third of a wire's story.

The figures were chosen by looking at all pairs of some 1,100 reports on Syria by some 60 outlets. Wire stories that two
outlets edited each in its own way overlap by .5 to .8. Reports of one monitoring group on different events, months
apart, overlap by up to .56 through the paragraphs of law and condemnation that close each: hence the days. Different
stories on one event written independently stay below .3.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache

import datasketch
from datasketch import MinHash

from vedette.intake.story import story_of
from vedette.model.report import Report

RUN = 4
"""Words a shingle: three meet by chance in boilerplate about any war, five break at every edited word."""
BANDS, ROWS = 42, 3
"""Of pairs that overlap by .25 (a story and its own first quarter) half are proposed, by .5 all but one of 300."""
SAME = 0.75
ALIKE = 0.5
HELD = 0.8
FEWEST = 30
"""Shingles below which a story is too short to be called a copy by being held in another."""
DAYS = 7
FAR_BANDS = 5
"""Bands that stories further apart in time must share to be proposed: those that overlap by `SAME` share some 18."""
SKETCH = f"1/{datasketch.__version__}"
"""What keys are made by: keys made by another version say nothing of these."""

_WORD = re.compile(r"[^\W_]+")


class Story:
    """What is compared of a report; `keys`, where they have been worked out before."""

    def __init__(self, report: Report, keys: tuple[int, ...] | None = None) -> None:
        self.id = report.id
        self.published = report.published
        self.shingles = shingles(report)
        if keys is not None:
            vars(self)["keys"] = keys

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """One signed number of 64 bits a band; near copies share some. None for a story without shingles."""
        if not self.shingles:
            return ()
        sketch = _blank().copy()
        sketch.update_batch([shingle.encode() for shingle in sorted(self.shingles)])
        rows = [int(v) for v in sketch.hashvalues]
        return tuple(_number(n, rows[n * ROWS : (n + 1) * ROWS]) for n in range(BANDS))

    @property
    def order(self) -> tuple[date, str]:
        """By publication, undated ones last: of near copies the earliest is the first print."""
        return (self.published or date.max, self.id)


def proposed(shared: int, one: date | None, other: date | None) -> bool:
    """Whether two stories that share so many keys, published on these days, are worth comparing."""
    return shared >= (FAR_BANDS if _far(one, other) else 1)


def are_copies(one: Story, other: Story) -> bool:
    """Whether two stories are near copies."""
    a, b = one.shingles, other.shingles
    if not a or not b:
        return False
    both = len(a & b)
    overlap, held = both / len(a | b), both / min(len(a), len(b))
    if overlap >= SAME:
        return True
    if _far(one.published, other.published):
        return False
    return overlap >= ALIKE or (held >= HELD and min(len(a), len(b)) >= FEWEST)


class CopyIndex:
    """Reports so far, each with its near copies. What it tells at the end does not depend on the order of arrival."""

    def __init__(self) -> None:
        self._under: dict[int, list[str]] = defaultdict(list)
        self._stories: dict[str, Story] = {}
        self._near: dict[str, set[str]] = {}

    def add(self, report: Report) -> str | None:
        """Take `report` in; return the id of its earliest near copy, by (published, id), among those taken in so far.

        None where it has none, or is itself the earliest.
        """
        if report.id not in self._near:
            self._enter(Story(report))
        return self.earliest(report.id)

    def earliest(self, report_id: str) -> str | None:
        """The earliest near copy of a report taken in, None where there is none or it is the earliest itself."""
        return earliest(self._stories[report_id], (self._stories[i] for i in self._near[report_id]))

    def copies(self) -> dict[str, str]:
        """Each report that is a copy to the earliest of its near copies."""
        found = ((i, self.earliest(i)) for i in sorted(self._near))
        return {i: first for i, first in found if first is not None}

    def _enter(self, story: Story) -> None:
        self._stories[story.id] = story
        self._near[story.id] = set()
        shared = Counter(other for key in story.keys for other in self._under[key])
        for other in (self._stories[i] for i in shared):
            if proposed(shared[other.id], story.published, other.published) and are_copies(story, other):
                self._near[story.id].add(other.id)
                self._near[other.id].add(story.id)
        for key in story.keys:
            self._under[key].append(story.id)


def earliest(story: Story, near: Iterable[Story]) -> str | None:
    """The id of the earliest of a story's near copies; None where it is the earliest itself."""
    first = min((story, *near), key=lambda s: s.order)
    return None if first.id == story.id else first.id


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


def _far(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) > DAYS


@lru_cache(maxsize=1)
def _blank() -> MinHash:
    return MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=zlib.crc32)


def _number(band: int, rows: list[int]) -> int:
    digest = hashlib.blake2b(f"{band} {rows}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
