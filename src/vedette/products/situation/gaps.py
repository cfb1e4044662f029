"""What could not be resolved: claims without a day, a place, coordinates or a credited origin, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vedette.ledger.records import ReportRecord
from vedette.model.claim import Claim, Event, Toll
from vedette.products.situation.evidence import evidence
from vedette.products.situation.model import Gap


def gaps(claims: Iterable[Claim], known: Mapping[str, ReportRecord]) -> tuple[Gap, ...]:
    """One entry for each kind of gap and reason, most claims first."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not isinstance(claim, Toll | Event):
            continue
        if claim.first is None:
            groups["Day not told", claim.reasons.get("from", "the text does not tell")].append(claim)
        if claim.place is None:
            groups["Place not told", claim.reasons.get("place", "the text does not tell")].append(claim)
        elif claim.location is None:
            why = claim.reasons.get("location", "the gazetteer does not have it")
            groups["Place named but not found", why].append(claim)
    for report in sorted({c.report_id for group in groups.values() for c in group}):
        if known[report].report.published is None:
            groups["Report without a date", "no date in its metadata or text"] += [
                c for group in list(groups.values()) for c in group if c.report_id == report
            ][:1]
    order = sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    return tuple(
        Gap(
            what=what,
            why=why,
            evidence=tuple(evidence(c, known) for c in sorted(group, key=lambda c: (c.report, c.start))),
        )
        for (what, why), group in order
    )
