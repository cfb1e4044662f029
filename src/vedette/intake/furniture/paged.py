"""Furniture of pages that kept their lines.

First each line by its own words; then by where it stands: link lists that a line opens, all that follows the end of
the story, the menu and link lines around it. A line that reads as a story's sentence is given up only where its own
words or an opener say so: a lost paragraph is a lost claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from vedette.intake.furniture.alone import alone, is_caption, is_dated
from vedette.intake.furniture.lines import Line
from vedette.intake.furniture.words import Words
from vedette.model.report import Furniture, FurnitureSpan

Kinds = list[Furniture | None]

_HEADLINES = 4
"""More lines than this that read as headlines before the first sentence are a list of links."""
_RUN = 3
"""From this many on, headline-like lines in a row within the story are a list of links."""


def paged_furniture(lines: list[Line], words: Words) -> list[FurnitureSpan]:
    """Furniture among `lines`, the lines of the text in order."""
    kinds = [alone(line, words) for line in lines]
    _captions(lines, kinds, words)
    _end(lines, kinds, words)
    _blocks(lines, kinds, words)
    story = [i for i, line in enumerate(lines) if kinds[i] is None and line.prose]
    if story:
        _head(lines[: story[0]], kinds, words)
        _middle(lines, kinds, story)
        _tail(lines, kinds, story[-1] + 1)
    return [FurnitureSpan(ln.start, ln.end, kind) for ln, kind in zip(lines, kinds, strict=True) if kind]


def _captions(lines: list[Line], kinds: Kinds, words: Words) -> None:
    """Lines that end in a picture's credit, and lines that only tell the one before again."""
    for i, line in enumerate(lines):
        if kinds[i] is None and is_caption(line, words):
            kinds[i] = Furniture.CAPTION
        elif i and line.text == lines[i - 1].text:
            kinds[i] = kinds[i] or kinds[i - 1] or Furniture.CAPTION


def _end(lines: list[Line], kinds: Kinds, words: Words) -> None:
    """All after a line that closes the story."""
    prose = [len(ln.words) if ln.prose and not kind else 0 for ln, kind in zip(lines, kinds, strict=True)]
    total, before = sum(prose), 0
    for i, line in enumerate(lines):
        key = line.key
        if before and (key in words.end or (key in words.perhaps_end and 4 * (total - before) < total)):
            for k in range(i, len(lines)):
                kinds[k] = kinds[k] or Furniture.LINKS
            return
        before += prose[i]


def _blocks(lines: list[Line], kinds: Kinds, words: Words) -> None:
    """Link lists: from the line that opens one to the next sentence."""
    inside = False
    headline = any(_headline(line) for line, kind in zip(lines[:3], kinds[:3], strict=True) if kind is None)
    for i, line in enumerate(lines):
        if line.key in words.block or line.key in words.perhaps_end:
            inside = True
            kinds[i] = Furniture.LINKS
        elif inside and line.prose and kinds[i] is None:
            inside = False
            if not headline and _headline(lines[i - 1]):
                kinds[i - 1] = None
            headline = True
        elif inside:
            kinds[i] = kinds[i] or Furniture.LINKS


def _head(head: list[Line], kinds: Kinds, words: Words) -> None:
    """Before the first sentence: headline and deck stay; dates, menus and lists of others' headlines go."""
    open_ = [i for i, line in enumerate(head) if kinds[i] is None]
    for i in open_:
        if is_dated(head[i]):
            kinds[i] = Furniture.BYLINE
        elif len(head[i].words) < 3:
            kinds[i] = Furniture.MENU
    left = [i for i in open_ if kinds[i] is None]
    if len(left) > _HEADLINES:
        for i in left[:-1]:
            kinds[i] = Furniture.MENU


def _middle(lines: list[Line], kinds: Kinds, story: list[int]) -> None:
    """Between sentences: runs of headline-like lines that are no list of the story's own."""
    for run in _runs(lines, kinds, story[0], story[-1]):
        if len(run) >= _RUN and not lines[run[0] - 1].text.endswith(":"):
            for i in run:
                kinds[i] = Furniture.LINKS


def _runs(lines: list[Line], kinds: Kinds, first: int, last: int) -> Iterator[list[int]]:
    """Indexes of neighbouring lines that read as headlines, run by run."""
    run: list[int] = []
    for i in range(first, last + 1):
        if kinds[i] is None and not lines[i].prose and not lines[i].ends and not lines[i].bullet:
            run.append(i)
        elif kinds[i] is None:
            if run:
                yield run
            run = []


def _tail(lines: list[Line], kinds: Kinds, start: int) -> None:
    """After the last sentence: link lines, topics, menus. One long line alone, or one that ends, may be the story's."""
    left = [i for i in range(start, len(lines)) if kinds[i] is None]
    for i in left:
        line = lines[i]
        if (i == start and len(line.words) >= 15 and not line.cut) or line.bullet or (line.ends and i == start):
            continue
        kinds[i] = Furniture.LINKS


def _headline(line: Line) -> bool:
    return len(line.words) >= 5 and not line.cut
