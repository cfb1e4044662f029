"""The happenings of a ledger with most origins, and its sharpest contradictions, for a case study.

    python tools/case_study.py LEDGER [NUMBER]     (default: 10 of each)

Figures, days, places, origins and links only; no sentence of a report. A contradiction is the sharper the further its
two figures lie apart in proportion; of each happening and question the sharpest is listed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping

from vedette.ledger import records
from vedette.ledger.sync import open_synced
from vedette.model.claim import Claim, Toll
from vedette.model.happening import Contradiction, Happening


def reports_of(ids: Iterable[str], claims: Mapping[str, Claim]) -> list[str]:
    """The names of the reports that claims are of, each once."""
    return sorted({claims[c].report for c in ids})


def most_told(happenings: Iterable[Happening], claims: Mapping[str, Claim], number: int) -> list[Happening]:
    """Those with most origins; of as many, with most reports."""
    key = lambda h: (-len(h.origins), -len(reports_of(h.claims, claims)), h.id)  # noqa: E731
    return sorted(happenings, key=key)[:number]


def apart(found: Contradiction, claims: Mapping[str, Claim]) -> float:
    """How many times the lesser of its figures the greater is; 1 where it is not about a figure."""
    sums: dict[str | None, int] = defaultdict(int)
    for one in (claims[c] for c in found.claims):
        if isinstance(one, Toll):
            sums[one.source] += (one.low if one.low is not None else one.high) or 0
    counted = [n for n in sums.values() if n > 0]
    return max(counted) / min(counted) if len(counted) > 1 else 1.0


def sharpest(
    happenings: Iterable[Happening], claims: Mapping[str, Claim], number: int
) -> list[tuple[Happening, Contradiction]]:
    """Of each happening and question the sharpest contradiction, the sharpest of all first."""
    best: dict[tuple[str, str], tuple[float, Happening, Contradiction]] = {}
    for h in happenings:
        for found in h.contradictions:
            entry = (apart(found, claims), h, found)
            kept = best.get((h.id, found.about))
            if kept is None or (-entry[0], found.id) < (-kept[0], kept[2].id):
                best[h.id, found.about] = entry
    order = sorted(best.values(), key=lambda e: (-e[0], e[1].id, e[2].about))
    return [(h, found) for _, h, found in order[:number]]


def main(ledger: str, number: int) -> None:
    """Print both lists."""
    with open_synced(ledger).connect() as db:
        happenings = records.list_happenings(db)
        claims = records.claims_by_id(db, (c for h in happenings for c in h.claims))
    print(f"{len(claims)} claims, {len(happenings)} happenings")
    for h in most_told(happenings, claims, number):
        killed = h.killed and f"killed {h.killed.low} to {h.killed.high}{'+' if h.killed.open else ''}"
        told = reports_of(h.claims, claims)
        print(f"\n{h.id}  {h.type}, {h.place}, {h.first} to {h.last}; {killed or 'no dead'}; {len(told)} reports")
        print(f"  origins ({len(h.origins)}): {'; '.join(h.origins)}")
        print(f"  reports: {', '.join(told)}")
        for claim, why in sorted(h.reasons.items())[:3]:
            print(f"  {claims[claim].report} is here because: {why}" if claim in claims else f"  {claim}: {why}")
    for h, found in sharpest(happenings, claims, number):
        print(f"\n{found.id}  {h.type}, {h.place}, {h.first} to {h.last}: {found.about}")
        print(f"  {found.why}\n  reports: {', '.join(reports_of(found.claims, claims))}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10)
