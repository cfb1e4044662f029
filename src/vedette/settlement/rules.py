"""Named rules by which the record gives one figure, and says how it came by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vedette.model.happening import Settlement
from vedette.settlement.figures import Figure
from vedette.settlement.origins import Origin


@dataclass(frozen=True)
class Rule:
    """How to settle: the rule's name, and for ``source order`` the sources, the most trusted first."""

    name: str = "range"
    order: tuple[str, ...] = ()


def standing(figures: Sequence[Figure]) -> list[Figure]:
    """The last word of each origin: later words of one origin supersede its earlier ones."""
    last: dict[Origin, Figure] = {}
    for figure in sorted(figures, key=lambda f: f.when):
        last[figure.origin] = figure
    return sorted(last.values(), key=lambda f: f.when)


def backers(number: int, figures: Sequence[Figure]) -> list[str]:
    """The credited origins whose last word leaves room for `number`."""
    return sorted(str(f.origin) for f in figures if f.origin.credited and f.allows(number))


def best_backed(figures: Sequence[Figure]) -> tuple[int, list[str]]:
    """The number that most credited origins leave room for; of equally backed ones the latest told."""
    options = [(n, f) for f in numbered(figures) for n in {f.low, f.high}]
    number, _ = max(options, key=lambda o: (len(backers(o[0], figures)), o[1].origin.credited, o[1].when, o[0]))
    return number, backers(number, figures)


def numbered(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Without words that tell no number ("dozens") and counts of those in hospital, where any other figure is told.

    Both leave room for a higher number, and are neither the least nor the best beside one.
    """
    return [f for f in figures if not f.vague and f.partial is None] or figures


def _whole_range(figures: Sequence[Figure]) -> tuple[int, int, bool]:
    """Least and most of any figure, and whether the most is open."""
    high = max(f.high for f in figures)
    return min(f.low for f in numbered(figures)), high, not any(f.high == high and not f.open for f in figures)


def by_range(figures: Sequence[Figure], _rule: Rule) -> Settlement:
    """Least and most that any report told; best is what most origins' last words allow, else the latest."""
    low, high, is_open = _whole_range(figures)
    best, who = best_backed(standing(figures))
    why = f"backed by {', '.join(who)}" if who else "the latest word; nobody is credited with it"
    return _settlement("range", low, high, best, is_open, figures, f"best {best:,}: {why}")


def by_standing(figures: Sequence[Figure], _rule: Rule) -> Settlement:
    """As `by_range`, over each origin's last word only."""
    last = standing(figures)
    low, high, is_open = _whole_range(last)
    best, who = best_backed(last)
    why = f"best {best:,}, the last words of {len(last)} origins; backed by {', '.join(who) or 'none credited'}"
    return _settlement("standing", low, high, best, is_open, last, why)


def by_majority(figures: Sequence[Figure], _rule: Rule) -> Settlement:
    """The number that more than half of the credited origins leave room for; no best where there is none."""
    last = standing(figures)
    low, high, is_open = _whole_range(last)
    credited = [f for f in last if f.origin.credited]
    best, who = best_backed(last)
    if len(who) * 2 > len(credited):
        why = f"best {best:,}: {len(who)} of {len(credited)} origins leave room for it"
        return _settlement("majority", low, high, best, is_open, last, why)
    why = f"no figure has more than half of {len(credited)} origins behind it"
    return _settlement("majority", low, high, None, is_open, last, why)


def by_source_order(figures: Sequence[Figure], rule: Rule) -> Settlement:
    """The last word of the first source in the order that says anything; else by range."""
    last = standing(figures)
    for name in rule.order:
        for figure in last:
            if figure.origin == Origin(True, name):
                why = f"{name} comes first in the order of sources"
                return _settlement("source order", figure.low, figure.high, figure.high, figure.open, [figure], why)
    return by_range(figures, rule)


def by_latest(figures: Sequence[Figure], _rule: Rule) -> Settlement:
    """The last word of anyone; a credited one before one in an outlet's own voice on the same day."""
    figure = max(figures, key=lambda f: (str(f.published or ""), f.origin.credited, f.when))
    why = f"the latest word, by {figure.origin}, {figure.published or 'undated'}"
    return _settlement("latest", figure.low, figure.high, figure.high, figure.open, [figure], why)


RULES: dict[str, Callable[[Sequence[Figure], Rule], Settlement]] = {
    "range": by_range,
    "standing": by_standing,
    "majority": by_majority,
    "source order": by_source_order,
    "latest": by_latest,
}
"""Rules by name. ``analyst`` is not among them: it comes from a judgement."""

MEANINGS: dict[str, str] = {
    "range": "least and most that anyone told; best is what most origins' last words leave room for",
    "standing": "as range, over the last word of each origin alone",
    "majority": "what more than half of the credited origins leave room for; no best figure where there is none",
    "source order": "the last word of the first source of --order that tells one; else as range",
    "latest": "the last word of anyone",
}
"""What each rule of :data:`RULES` does, in a line for who chooses one."""


def _settlement(
    name: str, low: int, high: int, best: int | None, is_open: bool, figures: Sequence[Figure], reason: str
) -> Settlement:
    dissent = [] if best is None else [c for f in standing(figures) if not f.allows(best) for c in f.claims]
    return Settlement(
        rule=name,
        low=low,
        high=high,
        best=best,
        open=is_open,
        reason=reason,
        claims=tuple(sorted({c for f in figures for c in f.claims})),
        dissent=tuple(sorted(dissent)),
    )
