"""Precision, recall and their mean, for claims and for happenings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from vedette.evaluation.agree import FULL, SLOTS, slot_agrees
from vedette.evaluation.gold import Gold, Row
from vedette.evaluation.names import Aliases
from vedette.evaluation.pairing import Paired, pair_all

Scores = dict[str, Any]
"""Measures by name, ready for JSON."""


def evaluate(gold: Gold | Path, claims: Iterable[Row], events: Iterable[Row] | None = None) -> Scores:
    """Measure found `claims` (claim-format objects with `event`) and `events` against a gold set.

    `events` are objects with `id`, `killed_low` and `killed_high`; without them the range is not measured.
    """
    return evaluate_pairs(gold, claims, events)[0]


def evaluate_pairs(
    gold: Gold | Path, claims: Iterable[Row], events: Iterable[Row] | None = None
) -> tuple[Scores, dict[str, Paired]]:
    """As `evaluate`, with the pairs, misses and false finds of each kind that the measures rest on."""
    gold = gold if isinstance(gold, Gold) else Gold.load(gold)
    texts = gold.texts
    founds = [c for c in claims if c.get("report") in texts]
    paired = pair_all(gold, founds)
    out: Scores = {
        "reports": len(texts),
        "quotes_not_in_the_report": sum(str(c.get("quote")) not in texts[c["report"]] for c in founds),
    }
    for kind, result in paired.items():
        out[kind] = _kind_scores(kind, result, gold.aliases)
    told = [*paired["toll"].pairs, *paired["event"].pairs]
    out["same_happening"] = same_happening(told, gold.event_of)
    if events is not None:
        out["killed_range_right"] = killed_range_right(told, gold, events)
    return out, paired


def _kind_scores(kind: str, result: Paired, aliases: Aliases) -> Scores:
    pairs = result.pairs
    golds, founds = len(pairs) + len(result.missed), len(pairs) + len(result.spurious)
    agreed = [{s for s in SLOTS[kind] if slot_agrees(s, g, f, aliases)} for g, f in pairs]
    full = sum(agrees.issuperset(FULL[kind]) for agrees in agreed)
    return {
        "key": f1(len(pairs), golds, founds),
        "full": f1(full, golds, founds),
        "slots": {
            s: round(sum(s in agrees for agrees in agreed) / len(pairs), 3) if pairs else None for s in SLOTS[kind]
        },
    }


def f1(hits: int, golds: int, founds: int) -> Scores:
    """Precision, recall and F1 of `hits` among so many marked and so many found."""
    p, r = hits / founds if founds else 0.0, hits / golds if golds else 0.0
    return {**_mean(p, r), "gold": golds, "found": founds}


def _mean(p: float, r: float) -> Scores:
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0}


def same_happening(pairs: Sequence[tuple[Row, Row]], event_of: Mapping[str, str]) -> Scores:
    """Whether paired claims of one happening end up in one event: pairwise, and B-cubed under ``b3``."""
    marked = [
        (event_of[g["id"]], str(f.get("event") or f"none-{n}")) for n, (g, f) in enumerate(pairs) if g["id"] in event_of
    ]
    both = gold = found = 0
    for (gold_a, found_a), (gold_b, found_b) in combinations(marked, 2):
        gold += gold_a == gold_b
        found += found_a == found_b
        both += gold_a == gold_b and found_a == found_b
    in_gold, in_found, in_both = (
        Counter(m[0] for m in marked),
        Counter(m[1] for m in marked),
        Counter(marked),
    )

    def share(size: Callable[[tuple[str, str]], int]) -> float:
        return sum(in_both[m] / size(m) for m in marked) / len(marked) if marked else 0.0

    b3 = _mean(share(lambda m: in_found[m[1]]), share(lambda m: in_gold[m[0]]))
    return {**f1(both, gold, found), "claims": len(marked), "b3": b3}


def killed_range_right(pairs: Sequence[tuple[Row, Row]], gold: Gold, events: Iterable[Row]) -> Scores:
    """The share of lethal gold happenings whose best-matching found event gives the same range of dead."""
    found = {e["id"]: e for e in events}
    event_of = gold.event_of
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for g, f in pairs:
        if g["id"] in event_of and f.get("event"):
            votes[event_of[g["id"]]][f["event"]] += 1
    lethal = [e for e in gold.events if e["killed_low"] is not None or e["killed_high"] is not None]
    right = 0
    for event in lethal:
        best = found.get(votes[event["id"]].most_common(1)[0][0]) if votes[event["id"]] else None
        right += best is not None and _range(best) == _range(event)
    return {"of": len(lethal), "share": round(right / len(lethal), 3) if lethal else None}


def _range(event: Row) -> tuple[int | None, int | None]:
    return event.get("killed_low"), event.get("killed_high")
