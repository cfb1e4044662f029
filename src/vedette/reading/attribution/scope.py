"""Which words a credit covers: clauses beside it, whole quotes, and the title."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from vedette.reading.attribution.cues import Cue

_LONG = 3  # a quote of fewer words is a turn of phrase
_OPENING, _CLOSING = "“", "”"
_MARK = re.compile(f"[{_OPENING}{_CLOSING}]")
_FAR = 14  # tokens between a quote and the "he said" that it belongs to


def quotes(doc: Doc, full: str = "") -> list[tuple[int, int]]:
    """Token ranges between quotation marks, the marks left out; each within one paragraph.

    Where `full`, the text with its own signs, tells opening from closing marks, a quote runs on over paragraphs to the
    mark that closes it.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for token in doc:
        if token.is_space and "\n" in token.text:
            if opened is not None and not _goes_on(full, token.idx):
                found.append((opened, token.i))
                opened = None
        elif token.text in ('"', "``", "''"):
            if opened is None:
                opened = token.i + 1
            elif full[token.idx : token.idx + 1] != _OPENING:
                found.append((opened, token.i))
                opened = None
    if opened is not None:
        found.append((opened, len(doc)))
    return [(a, b) for a, b in found if b - a >= _LONG]


def _goes_on(full: str, at: int) -> bool:
    """Whether the next double mark after `at` closes a quote, or opens a paragraph of one that goes on."""
    mark = _MARK.search(full, at)
    return mark is not None and (mark.group() == _CLOSING or not full[at : mark.start()].strip())


def cover(doc: Doc, cues: list[Cue], full: str = "") -> None:
    """Fill in the scope of each cue; `full` as for `quotes`."""
    spans = quotes(doc, full)
    cues[:] = [c for c in cues if not any(a <= c.token.i < b and _inner(c) for a, b in spans)]
    for n, cue in enumerate(cues):
        if cue.scope:
            continue  # its sentence was cut in two
        sent = cue.token.sent
        before = max([c.end for c in cues[:n] if c.token.sent.start == sent.start], default=sent.start)
        after = min([c.start for c in cues[n + 1 :] if c.token.sent.start == sent.start], default=sent.end)
        if after > cue.end and (cue.side in ("right", "both") or _trails(doc, cue.end, after)):
            cue.scope.append((cue.end, after))
        if cue.side in ("left", "both") and cue.start > before:
            cue.scope.append((before, cue.start))
    _cover_quotes(doc, cues, spans)


def _trails(doc: Doc, start: int, end: int) -> bool:
    """Whether the clause before "he said" goes on after it: "..., monitors said, after two days of fighting"."""
    rest = [t for t in doc[start:end] if not t.is_punct and not t.is_space]
    return len(rest) > 3 and rest[0].dep_ in ("prep", "mark", "advmod") and rest[0].lower_ != "as"


def _inner(cue: Cue) -> bool:
    return cue.head is None or cue.head.lower_ in ("we", "i", "you")


def _cover_quotes(doc: Doc, cues: list[Cue], spans: list[tuple[int, int]]) -> None:
    last: Cue | None = None
    last_end = 0
    for a, b in spans:
        outside = [c for c in cues if not a <= c.token.i < b]
        after = [c for c in outside if b <= c.token.i <= b + _FAR and c.token.sent.start <= b + 1]
        before = [c for c in outside if c.end <= a <= c.end + _FAR and _reaches(doc, c, a)]
        owner = (before[-1] if before else None) if not after else after[0]
        if before and after and a - before[-1].end <= 2:
            owner = before[-1]
        if before and after and after[0].side == "right" and _covers(before[-1], a, b):
            owner = before[-1]  # "X told us that they had made "gains", and Y said"
        if owner is None and last is not None and not _break(doc, last_end, a):
            owner = last
        if owner is not None:
            owner.scope.append((a, b))
            last, last_end = owner, max(b, owner.end)


def _covers(cue: Cue, start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in cue.scope)


def _reaches(doc: Doc, cue: Cue, index: int) -> bool:
    """Whether the quote at `index` is in the cue's sentence, or stands right after the colon that ends it."""
    end = cue.token.sent.end
    rest = [t for t in doc[min(cue.end, end) : index] if not t.is_space]
    return end >= index or (len(rest) > 1 and rest[-2].text == ":")


def _break(doc: Doc, start: int, end: int) -> bool:
    """Whether more than a few words lie between two quotes."""
    return sum(1 for t in doc[start:end] if t.is_alpha) > 2
