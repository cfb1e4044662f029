"""Furniture of pages that kept their lines.

First each line by its own words; then by where it stands: link lists that a line opens, all that follows the end of
the story, the menu and link lines around it. A line that reads as a story's sentence is given up only where its own
words, an opener or an earlier telling say so: a lost paragraph is a lost claim.
"""

from __future__ import annotations

from vedette.intake.furniture.alone import alone, speaks_of_us, tells
from vedette.intake.furniture.around import alike, around
from vedette.intake.furniture.captions import is_credit
from vedette.intake.furniture.lines import Line
from vedette.intake.furniture.words import Words
from vedette.model.report import Furniture, FurnitureSpan

Kinds = list[Furniture | None]

_SHARES = 3
"""So many share lines in a row close a story that has been told."""
_TOLD = 100
"""Words of prose after which two openers of lists, one soon after the other, close the story."""


def paged_furniture(lines: list[Line], words: Words) -> list[FurnitureSpan]:
    """Furniture among `lines`, the lines of the text in order."""
    kinds = [alone(line, words) for line in lines]
    _foreign(lines, kinds)
    _credits(lines, kinds)
    _repeats(lines, kinds)
    _appeals(lines, kinds, words)
    _end(lines, kinds, words)
    _blocks(lines, kinds, words)
    around(lines, kinds, words)
    return [FurnitureSpan(ln.start, ln.end, kind) for ln, kind in zip(lines, kinds, strict=True) if kind]


def _foreign(lines: list[Line], kinds: Kinds) -> None:
    """Lines in another script within a page that is mostly in Latin."""
    foreign = [i for i, line in enumerate(lines) if line.foreign]
    if sum(len(lines[i].text) for i in foreign) * 3 < sum(len(line.text) for line in lines):
        for i in foreign:
            kinds[i] = kinds[i] or Furniture.OTHER


def _credits(lines: list[Line], kinds: Kinds) -> None:
    """Captions whose credit has a line of its own."""
    for i in range(1, len(lines)):
        if is_credit(lines[i]):
            kinds[i] = Furniture.CAPTION
            if not lines[i - 1].ends:
                kinds[i - 1] = kinds[i - 1] or Furniture.CAPTION


def _repeats(lines: list[Line], kinds: Kinds) -> None:
    """Lines told again: captions, embedded posts, teasers. A doubled link within the page goes both times."""
    first: dict[str, int] = {}
    for i, line in enumerate(lines):
        if len(line.words) < 4:
            continue
        told = first.setdefault(line.key, i)
        if told == i:
            continue
        kind = kinds[i] or kinds[told] or Furniture.OTHER
        kinds[i] = Furniture.OTHER if kind is Furniture.CAPTION else kind
        if told == i - 1 and told > 0 and line.headline and any(ln.prose for ln in lines[:told]):
            kinds[told] = kinds[i] = Furniture.LINKS


def _appeals(lines: list[Line], kinds: Kinds, words: Words) -> None:
    """Lines beside an appeal that go on with it."""
    for step in (1, -1):
        order = range(len(lines)) if step == 1 else range(len(lines) - 1, -1, -1)
        for i in order:
            near = i - step
            beside = 0 <= near < len(lines) and kinds[near] is Furniture.BANNER
            if kinds[i] is None and beside and speaks_of_us(lines[i]) and not tells(lines[i], words):
                kinds[i] = Furniture.BANNER


def _end(lines: list[Line], kinds: Kinds, words: Words) -> None:
    """All after what closes the story: an opener at the end, a row of share lines, readers' comments."""
    prose = [len(ln.words) if ln.prose and not kind else 0 for ln, kind in zip(lines, kinds, strict=True)]
    total, before, told = sum(prose), 0, False
    for i, line in enumerate(lines):
        little_left = 4 * (total - before) < total
        if (
            (told and line.key in words.end)
            or (before and line.key in words.perhaps_end and (little_left or _opener_near(lines, i, before, words)))
            or (told and little_left and _shares(kinds, i))
            or (before and _replies(lines, i))
        ):
            for k in range(i, len(lines)):
                kinds[k] = kinds[k] or Furniture.LINKS
            return
        before += prose[i]
        told = told or (kinds[i] is None and len(line.words) >= 5)


def _opener_near(lines: list[Line], i: int, before: int, words: Words) -> bool:
    following = {line.key for line in lines[i + 1 : i + 5]}
    return before >= _TOLD and not following.isdisjoint(words.block | words.perhaps_end)


def _shares(kinds: Kinds, i: int) -> bool:
    row = kinds[i : i + _SHARES]
    return len(row) == _SHARES and all(kind is Furniture.SHARE for kind in row)


def _replies(lines: list[Line], i: int) -> bool:
    """Whether readers' comments start at `i`: the line before the first of several "Reply"."""
    return (
        i + 1 < len(lines)
        and lines[i + 1].key == "reply"
        and sum(line.key == "reply" for line in lines[i : i + 12]) >= 2
    )


def _blocks(lines: list[Line], kinds: Kinds, words: Words) -> None:
    """Link lists: from the line that opens one to the next sentence; the headline that ends a menu stays."""
    inside = begun = False
    for i, line in enumerate(lines):
        if line.key in words.block or line.key in words.perhaps_end:
            inside = True
            kinds[i] = Furniture.LINKS
        elif inside and _resumes(line) and kinds[i] is None:
            inside = False
            before = [k for k in range(i) if lines[k].headline and alike(lines[k], lines[i : i + 3])]
            if not begun and before == [i - 1]:
                kinds[i - 1] = None
        elif inside:
            kinds[i] = kinds[i] or Furniture.LINKS
        begun = begun or (line.prose and kinds[i] is None)


def _resumes(line: Line) -> bool:
    return line.prose and len(line.words) >= 10 and not line.text.endswith("?")
