"""The happenings of a ledger with most origins, and its sharpest contradictions, for a case study.

    python tools/case_study.py LEDGER [NUMBER]     (default: 10 of each)

Figures, days, places, origins and links only; no sentence of a report. A contradiction is the sharper the further its
two figures lie apart in proportion; of each happening and question the sharpest is listed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from vedette.ledger import records
from vedette.ledger.disputes import list_disputes
from vedette.ledger.filters import Filter
from vedette.ledger.sync import open_synced
from vedette.model.claim import Claim
from vedette.model.happening import Happening


def reports_of(ids: Iterable[str], claims: Mapping[str, Claim]) -> list[str]:
    """The names of the reports that claims are of, each once."""
    return sorted({claims[c].report for c in ids})


def most_told(happenings: Iterable[Happening], claims: Mapping[str, Claim], number: int) -> list[Happening]:
    """The events with most origins; of as many, with most reports. A running total is none."""
    key = lambda h: (-len(h.origins), -len(reports_of(h.claims, claims)), h.id)  # noqa: E731
    return sorted((h for h in happenings if not h.running), key=key)[:number]


def main(ledger: str, number: int) -> None:
    """Print both lists."""
    with open_synced(ledger).connect() as db:
        happenings = records.list_happenings(db)
        disputes = list_disputes(db, Filter())[:number]
        held = (c for h in happenings for c in h.claims)
        claims = records.claims_by_id(db, (*held, *(c for one in disputes for c in one.sharpest.claims)))
    print(f"{len(claims)} claims, {len(happenings)} happenings")
    for h in most_told(happenings, claims, number):
        killed = h.killed and f"killed {h.killed.low} to {h.killed.high}{'+' if h.killed.open else ''}"
        told = reports_of(h.claims, claims)
        print(f"\n{h.id}  {h.type}, {h.place}, {h.first} to {h.last}; {killed or 'no dead'}; {len(told)} reports")
        print(f"  origins ({len(h.origins)}): {'; '.join(h.origins)}")
        print(f"  reports: {', '.join(told)}")
        for claim, why in sorted(h.reasons.items())[:3]:
            print(f"  {claims[claim].report} is here because: {why}" if claim in claims else f"  {claim}: {why}")
    for one in disputes:
        event, found = one.event, one.sharpest
        of = f"{event.type}, {event.place}, {event.first} to {event.last}: " if event else ""
        print(f"\n{found.id}  {of}{found.about}; {len(one.others)} other pairs of origins differ on it")
        print(f"  {'; '.join(one.sides)}\n  reports: {', '.join(reports_of(found.claims, claims))}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10)
