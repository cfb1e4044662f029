"""Which of our events and which of theirs are one: by the comparers of linking, so that a match means the same.

A record of theirs becomes an incident told by one more report, an event of ours the incidents of its own reports. They
match where one pair scores as much as linking asks of two incidents (`LINK`), and all pairs in the mean as much as it
asks of two groups (`JOIN`). Each record of theirs goes to the event that it scores best with; an event may have
several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vedette.linking.compare import JOIN, LINK, compare, may_be_one
from vedette.linking.grouping import incidents_of
from vedette.linking.incidents import Incident
from vedette.linking.lore import Lore
from vedette.linking.score import Score
from vedette.linking.told import Told
from vedette.model.claim import Claim, Event, Toll
from vedette.model.provenance import Provenance
from vedette.products.compare.outside import Outside
from vedette.products.exports.record import Record

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
VERDICTS = (SAME, DIFFERENT, UNSURE)
MAY_BE = LINK - 2
"""Pairs that score so much, and do not match, are shown to be judged."""
Verdicts = Mapping[tuple[str, str], str]
"""What was judged, by the ids of their record and our event."""


@dataclass(frozen=True)
class Pair:
    """A record of theirs and an event of ours: score, reason, and what an analyst judged of them, if anything."""

    outside: Outside
    record: Record
    score: float
    reason: str
    verdict: str | None

    @property
    def matched(self) -> bool:
        """Whether they are taken for one: by judgement, else by score."""
        return self.verdict == SAME or (self.verdict in (None, UNSURE) and self.score >= LINK)


@dataclass(frozen=True)
class Matches:
    """All that came of a comparison. `pairs` are matches, `near` pairs that may be one and are not taken for it."""

    pairs: tuple[Pair, ...]
    near: tuple[Pair, ...]
    only_theirs: tuple[Outside, ...]
    only_ours: tuple[Record, ...]


def match(theirs: Sequence[Outside], ours: Sequence[Record], lore: Lore, judged: Verdicts | None = None) -> Matches:
    """Theirs beside ours. What was judged the same or different is so, whatever the score."""
    judged = judged or {}
    told = {record.happening.id: _incidents(record, lore) for record in ours}
    by_day: dict[int, list[Record]] = defaultdict(list)
    open_ended = []
    for record in ours:
        first, last = record.happening.first, record.happening.last
        if first is None or last is None:
            open_ended.append(record)
            continue
        for week in range(first.toordinal() // 7 - 1, last.toordinal() // 7 + 2):
            by_day[week].append(record)
    pairs, near = [], []
    for outside in theirs:
        found = []
        weeks = range(outside.first.toordinal() // 7, outside.last.toordinal() // 7 + 1)
        candidates = {r.happening.id: r for week in weeks for r in by_day[week]}
        candidates |= {r.happening.id: r for r in open_ended}
        for id_, record in candidates.items():
            verdict = judged.get((outside.id, id_))
            score = _score(outside, told[id_], lore)
            if score.value >= MAY_BE or verdict == SAME:
                found.append(Pair(outside, record, score.value, score.reason, verdict))
        found.sort(key=lambda p: (p.verdict != SAME, -p.score, p.record.happening.id))
        best = next((p for p in found if p.matched), None)
        pairs += [best] if best else []
        near += [p for p in found if p is not best]
    taken = {p.outside.id for p in pairs}
    held = {p.record.happening.id for p in pairs}
    return Matches(
        pairs=tuple(pairs),
        near=tuple(near),
        only_theirs=tuple(o for o in theirs if o.id not in taken),
        only_ours=tuple(r for r in ours if r.happening.id not in held),
    )


def _score(outside: Outside, told: Sequence[Incident], lore: Lore) -> Score:
    """The best score of any of our tellings, if all of them in the mean allow it."""
    if not told:
        return Score(-100.0, "it is told by no toll and no event")
    mine = [_incident(outside, kind, lore) for kind in outside.types or sorted({i.type for i in told})]
    scores = [
        max((compare(a, b, lore) for a in mine if may_be_one(a, b, lore)), default=Score(-100.0, "sort or days"))
        for b in told
    ]
    best = max(scores)
    mean = sum(max(s.value, -10.0) for s in scores) / len(scores)
    return best if mean >= JOIN or best.value < LINK else Score(LINK - 0.1, f"{best.reason}; other tellings do not fit")


def _incidents(record: Record, lore: Lore) -> list[Incident]:
    """Our event as its reports tell it."""
    days = {r.report.id: Provenance(r.report.published, r.report.outlet, r.copy_of) for r in record.reports}
    groups: dict[str, list[Told]] = defaultdict(list)
    for claim in record.claims:
        if isinstance(claim, Toll | Event):
            groups[claim.report_id].append(Told(claim.id, claim, days[claim.report_id]))
    return [i for report in sorted(groups) for i in _together(groups[report], lore)]


def _together(told: Iterable[Told], lore: Lore) -> list[Incident]:
    """The incidents of one report. Running totals are no event."""
    return [i for i in incidents_of(told, lore) if not i.total]


def _incident(outside: Outside, kind: str, lore: Lore) -> Incident:
    """Their record as an incident of one report; it was written when all was over, in its own words."""
    report = f"outside {outside.id}"
    words, place = outside.text, outside.place.name
    if place.lower() not in words.lower():
        words = f"{place} {words}"
    slots: dict[str, Any] = {
        "report": report, "report_id": report, "quote": words, "start": 0, "end": len(words), "first": outside.first,
        "last": outside.last, "place": outside.place.name, "location": outside.place,
    }  # fmt: skip
    civilians = "civilians" if outside.target and "civilian" in outside.target.lower() else outside.target
    claims: list[Claim] = [Event(type=kind, actor=outside.actor, target=civilians, **slots)]
    if outside.best or outside.high:
        low, high = (outside.low if outside.low is not None else outside.best), outside.high
        claims.append(Toll(effect="killed", low=low, high=high, words=str(outside.best), **slots))
    told = [Told(f"{report} {n}", claim, Provenance(outside.last, report)) for n, claim in enumerate(claims)]
    found = incidents_of(told, lore)
    return replace(found[0], members=tuple(told))
