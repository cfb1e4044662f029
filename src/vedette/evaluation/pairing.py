"""Which found claim answers to which hand-marked one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vedette.evaluation.agree import SLOTS, key_agrees, slot_agrees
from vedette.evaluation.gold import Gold, Row
from vedette.evaluation.names import Aliases


@dataclass(frozen=True)
class Paired:
    """Claims of one kind: pairs of gold and found, gold ones missed, found ones that answer to nothing."""

    pairs: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    spurious: tuple[Row, ...]


def pair(kind: str, golds: Sequence[Row], founds: Sequence[Row], aliases: Aliases) -> Paired:
    """Pair the claims of one kind and one report: the most agreeing slots first, each claim once."""
    options = [
        (-sum(slot_agrees(s, g, f, aliases) for s in SLOTS[kind]), i, j)
        for i, g in enumerate(golds)
        for j, f in enumerate(founds)
        if key_agrees(kind, g, f, aliases)
    ]
    pairs: list[tuple[Row, Row]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted(options):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((golds[i], founds[j]))
    return Paired(
        tuple(pairs),
        tuple(g for i, g in enumerate(golds) if i not in used_gold),
        tuple(f for j, f in enumerate(founds) if j not in used_found),
    )


def pair_all(gold: Gold, founds: Iterable[Row]) -> dict[str, Paired]:
    """Every kind's pairs over all reports of `gold`; claims of other reports are left out."""
    reports = sorted(r["id"] for r in gold.reports)
    mine, theirs = _sorted_in(gold.claims), _sorted_in(founds)
    out: dict[str, Paired] = {}
    for kind in SLOTS:
        parts = [
            pair(kind, mine.get((report, kind), []), theirs.get((report, kind), []), gold.aliases) for report in reports
        ]
        out[kind] = Paired(
            tuple(p for part in parts for p in part.pairs),
            tuple(m for part in parts for m in part.missed),
            tuple(s for part in parts for s in part.spurious),
        )
    return out


def _sorted_in(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    out: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        out[str(row.get("report")), str(row.get("kind"))].append(row)
    return out
