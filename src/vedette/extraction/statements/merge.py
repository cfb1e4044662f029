"""One claim for each act, though headline and body both tell it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from vedette.model.claim import Statement

_WORD = re.compile(r"[a-z0-9]{4,}")
_CLAIMED = re.compile(r"\bclaim(?:s|ed|ing)\b|\bresponsibility\b|\bcarried out the\b")
"""One attack is claimed once, whatever the words."""
_ALIKE = 0.3


def merge(found: list[Statement], sentences: Sequence[int]) -> list[Statement]:
    """`found` without retellings: same speaker, same act, and one sentence or words of what it is about in common.

    `sentences`: the offset at which each sentence of the report starts, in order.
    """
    kept: list[Statement] = []
    for claim in sorted(found, key=lambda c: (c.start, c.end)):
        same = next((k for k in kept if _same(k, claim, sentences)), None)
        if same is None:
            kept.append(claim)
        elif len(claim.about) > len(same.about):
            kept[kept.index(same)] = claim
    return sorted(kept, key=lambda c: (c.start, c.end))


def _same(a: Statement, b: Statement, sentences: Sequence[int]) -> bool:
    if (a.speaker, a.act) != (b.speaker, b.act):
        return False
    if bisect_right(sentences, a.start) == bisect_right(sentences, b.start):
        return True  # "said he ordered strikes ..., declaring that he acted"
    if _CLAIMED.search(a.quote) and _CLAIMED.search(b.quote):
        return True
    wa, wb = _words(a), _words(b)
    common, least = len(wa & wb), min(len(wa), len(wb))
    return least == 0 or (common / least >= _ALIKE and (common > 1 or least == 1))


def _words(claim: Statement) -> set[str]:
    return {word[:6] for word in _WORD.findall(claim.about.lower())}
