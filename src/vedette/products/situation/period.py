"""What of a ledger belongs to a period and a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from sqlalchemy import Connection

from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.records import ReportRecord
from vedette.ledger.ruling import settled_by
from vedette.model.claim import Claim
from vedette.model.happening import Happening
from vedette.settlement.rules import Rule


class Period:
    """The claims and happenings of a filter's days and place; open ends are set by the days of publication.

    What has days counts by them; what has none counts where a report of the period, or an undated one, tells it.
    """

    def __init__(self, db: Connection, where: Filter, rule: Rule | None = None) -> None:
        self.known = {r.report.id: r for r in records.list_reports(db)}
        self.where = _with_ends(where, self.known.values())
        anywhen = replace(self.where, first=None, last=None)
        found = records.list_claims(db, anywhen)
        self.claims: list[Claim] = [c for c in found if self._tells(c.first, c.last, [self.known[c.report_id]])]
        tellers = self._tellers(db)
        happenings = [
            h
            for h in records.list_happenings(db, anywhen)
            if self._tells(h.first, h.last, [self.known[r] for r in sorted(tellers[h.id])])
        ]
        self.happenings: list[Happening] = happenings if rule is None else settled_by(db, happenings, rule)
        self.held = records.claims_by_id(db, (c for h in happenings for c in h.claims))

    @cached_property
    def read(self) -> frozenset[str]:
        """The ids of the reports published in the period."""
        days = ((r.report.id, r.report.published) for r in self.known.values())
        return frozenset(id_ for id_, day in days if self.where.overlaps(day, day))

    @cached_property
    def reports(self) -> tuple[ReportRecord, ...]:
        """The reports published in the period, and those that tell of it."""
        telling = {c.report_id for c in (*self.claims, *self.held.values())}
        return tuple(r for id_, r in self.known.items() if id_ in self.read or id_ in telling)

    def _tells(self, first: date | None, last: date | None, tellers: Iterable[ReportRecord]) -> bool:
        """Whether days touch the period; what began before and ended with or after its first day is in: a siege."""
        if first is not None or last is not None:
            return self.where.overlaps(first, last)
        days = (r.report.published for r in tellers)
        return any(day is None or self.where.overlaps(day, day) for day in days)

    def _tellers(self, db: Connection) -> dict[str, set[str]]:
        ids = records.events_of_claims(db)
        tellers: dict[str, set[str]] = defaultdict(set)
        for claim in records.list_claims(db):
            if claim.id in ids:
                tellers[ids[claim.id]].add(claim.report_id)
        return tellers


def before(where: Filter) -> Filter | None:
    """The filter's period moved back by its own length; None where an end of it is open."""
    if where.first is None or where.last is None:
        return None
    days = where.last.toordinal() - where.first.toordinal() + 1
    first, last = (date.fromordinal(d.toordinal() - days) for d in (where.first, where.last))
    return replace(where, first=first, last=last)


def _with_ends(where: Filter, known: Iterable[ReportRecord]) -> Filter:
    """The filter with its open ends set: from the eve of the first publication to the last."""
    days = sorted(r.report.published for r in known if r.report.published)
    if not days:
        return where
    eve = date.fromordinal(days[0].toordinal() - 1)
    return replace(where, first=where.first or min(eve, where.last or eve), last=where.last or max(days[-1], eve))
