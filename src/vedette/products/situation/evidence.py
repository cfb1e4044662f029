"""A claim with the words around it, its chain, and what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vedette.ledger.records import ReportRecord
from vedette.ledger.rows import claim_summary
from vedette.model.claim import Claim
from vedette.model.correction import ADDED
from vedette.products.situation.model import Evidence
from vedette.products.words import days_words

_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr Mrs Ms Dr St Gen Col Lt Maj Brig Capt Cpl Sgt Adm Gov"
_KEPT = "".join(rf"(?<!\b{word}.)" for word in _SHORT.split())
"""No sentence ends behind one of these, behind an initial ("J. Smith"), or within letters with dots ("U.S.")."""
# What stands before is looked at only once there is a mark that may end a sentence: most letters are none.
_BREAK = re.compile(rf"[.!?]{_KEPT}(?<!\.[A-Z].)(?<!\s[A-Z].)[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|\n+")
_REACH = 400
"""Characters before and after a quote within which its sentence is looked for."""


def evidence(claim: Claim, records: Mapping[str, ReportRecord], contested: frozenset[str] = frozenset()) -> Evidence:
    """The claim as the products show it; `records` maps a report's id to its record."""
    record = records[claim.report_id]
    report = record.report
    before, after = around(report.full, claim.start, claim.end)
    return Evidence(
        id=claim.id,
        kind=claim.kind,
        says=claim_summary(claim),
        before=before,
        quote=claim.quote,
        after=after,
        chain=chain_of(claim, record),
        source=claim.source,
        outlet=report.outlet or "unknown outlet",
        report=report.ref,
        report_title=report.title or report.text.strip().split("\n", 1)[0][:120],
        published=report.published.isoformat() if report.published else None,
        published_basis=report.published_basis.value if report.published_basis else None,
        url=report.url,
        copy_of=record.copy_of,
        place=claim.place,
        days=days_words(claim.first, claim.last),
        gaps=tuple(f"{slot}: {claim.reasons.get(slot, 'not told')}" for slot in missing(claim)),
        contested=claim.id in contested,
        added=claim.reasons.get(ADDED),
    )


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``text[start:end]`` in its sentence, newlines made spaces."""
    left = text[max(0, start - _REACH) : start]
    right = text[end : end + _REACH]
    breaks = [m.end() for m in _BREAK.finditer(left)]
    stop = _BREAK.search(right)
    before = left[breaks[-1] :] if breaks else left
    after = right[: stop.start() + 1] if stop else right
    return " ".join(before.split()) + (" " if before[-1:].isspace() else ""), after.replace("\n", " ").rstrip()


def chain_of(claim: Claim, record: ReportRecord) -> tuple[str, ...]:
    """From the outlet to the origin: outlet, republished wire, agencies told, origin."""
    outlet = record.report.outlet or "unknown outlet"
    steps = [outlet]
    for step in (record.report.wire, *claim.chain, claim.source):
        if step and step not in steps:
            steps.append(step)
    return tuple(steps)


def missing(claim: Claim) -> tuple[str, ...]:
    """The slots that a reader would want and the text does not give."""
    open_ = []
    if claim.first is None:
        open_.append("from")
    if claim.place is None:
        open_.append("place")
    elif claim.location is None:
        open_.append("location")
    return tuple(open_)
