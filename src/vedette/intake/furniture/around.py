"""Furniture by where a line stands to the story's sentences: before the first, between them, after the last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vedette.intake.furniture.lines import Line
from vedette.intake.furniture.words import Words
from vedette.model.report import Furniture

Kinds = list[Furniture | None]

_FEW = 4
"""More headlines than this on a page without a sentence are an index, not a report."""
_ALIKE = 3
"""From so many headlines on before the first sentence, those that share no names with the story are others'."""
_RUN = 3
"""From so many on, headline-like lines in a row within the story are a list of links."""
_LONG = re.compile(r"[A-Z][\w'’-]{2,}|\b[a-z][\w'’-]{5,}")


def around(lines: list[Line], kinds: Kinds, words: Words) -> None:
    """Mark in `kinds` what stands before, between and after the sentences of the story."""
    story = [i for i, line in enumerate(lines) if kinds[i] is None and line.prose]
    if not story:
        _index(lines, kinds)
        return
    _head(lines, kinds, story, words)
    _middle(lines, kinds, story)
    _tail(lines, kinds, story[-1] + 1)


def _index(lines: list[Line], kinds: Kinds) -> None:
    """A page without a sentence: a few headlines are all that it tells, many are an index of other pages."""
    open_ = [i for i, line in enumerate(lines) if kinds[i] is None]
    if sum(len(lines[i].words) >= 4 for i in open_) > _FEW:
        for i in open_:
            kinds[i] = Furniture.MENU


def _head(lines: list[Line], kinds: Kinds, story: list[int], words: Words) -> None:
    """Before the first sentence: headline and deck stay; menus and lists of others' headlines go."""
    before = [i for i in range(story[0]) if kinds[i] is None]
    for i in before:
        if len(lines[i].words) < 3:
            kinds[i] = Furniture.MENU
    left = [i for i in before if kinds[i] is None]
    if len(left) < _ALIKE or any(line.key in words.summary for line in lines[: story[0]]):
        return
    for i in left:
        if not alike(lines[i], [lines[k] for k in story]):
            kinds[i] = Furniture.MENU


def alike(headline: Line, story: list[Line]) -> bool:
    """Whether at least half of the names and long words of `headline` are in `story`."""
    told = {w.lower() for line in story for w in _LONG.findall(line.text)}
    own = {w.lower() for w in _LONG.findall(headline.text)}
    return 2 * len(own & told) >= len(own)


def _middle(lines: list[Line], kinds: Kinds, story: list[int]) -> None:
    """Between sentences: shouted links, and runs of headline-like lines that are no list of the story's own."""
    for run in _runs(lines, kinds, story[0], story[-1]):
        shouted = [i for i in run if lines[i].text.isupper() and len(lines[i].words) >= 5]
        listed = lines[run[0] - 1].text.endswith(":")
        for i in run if len(run) >= _RUN and not listed else shouted:
            kinds[i] = Furniture.LINKS


def _runs(lines: list[Line], kinds: Kinds, first: int, last: int) -> Iterator[list[int]]:
    """Indexes of neighbouring lines that read as headlines, run by run."""
    run: list[int] = []
    for i in range(first, last + 1):
        if kinds[i] is not None:
            continue
        if lines[i].prose or lines[i].ends or lines[i].bullet:
            if run:
                yield run
            run = []
        else:
            run.append(i)


def _tail(lines: list[Line], kinds: Kinds, start: int) -> None:
    """After the last sentence: link lines, topics, menus. A line that ends, a long one alone, list items may be its."""
    left = [i for i in range(start, len(lines)) if kinds[i] is None]
    headlines = [i for i in left if lines[i].headline and not lines[i].bullet]
    for i in left:
        line = lines[i]
        alone = headlines == [i] and i == start and len(line.words) >= 12
        if not (line.bullet or alone or (line.ends and i == left[0])):
            kinds[i] = Furniture.LINKS
