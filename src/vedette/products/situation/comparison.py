"""A period against an earlier one, without claiming a change that the ranges do not bear."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.model.claim import EFFECTS
from vedette.products.situation.events import is_event
from vedette.products.situation.figures import key_figures
from vedette.products.situation.model import Compared, Comparison, Figure
from vedette.products.situation.period import Period

NOT_BEFORE, NOT_NOW, OVERLAP = "not told before", "not told now", "no clear change: the ranges overlap"


def compared(now: Sequence[Figure], earlier: Period) -> Comparison:
    """The key figures of now beside those of the earlier period, effect by effect."""
    then = {f.label: f for f in key_figures(earlier.happenings, earlier.held)}
    here = {f.label: f for f in now}
    first, last = earlier.where.first, earlier.where.last
    return Comparison(
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        reports=len(earlier.reports),
        events=sum(is_event(h, earlier.held) for h in earlier.happenings),
        rows=tuple(
            Compared(label=e, before=then.get(e), now=here.get(e), words=change_words(then.get(e), here.get(e)))
            for e in EFFECTS
            if e in then or e in here
        ),
    )


def change_words(before: Figure | None, now: Figure | None) -> str:
    """More or less only where the ranges lie apart, and then by how much at least."""
    if before is None or now is None:
        return NOT_BEFORE if before is None else NOT_NOW
    if before.high is not None and now.low is not None and now.low > before.high:
        return f"more, by at least {now.low - before.high:,}"
    if now.high is not None and before.low is not None and now.high < before.low:
        return f"less, by at least {before.low - now.high:,}"
    if (before.low, before.high) == (now.low, now.high):
        return "the same" if now.high is not None else OVERLAP
    return OVERLAP
