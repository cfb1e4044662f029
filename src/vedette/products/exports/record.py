"""What every export is made from: a happening with its claims, its reports, its figures and its country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from vedette.ledger import records
from vedette.ledger.fetch import reports_by_id
from vedette.ledger.filters import Filter
from vedette.ledger.records import ReportRecord
from vedette.ledger.ruling import settled_by
from vedette.model.claim import Claim, Event
from vedette.model.happening import Happening
from vedette.model.place import Place
from vedette.products.countries import Country, country
from vedette.products.situation.figures import figures_of
from vedette.products.situation.model import Figure
from vedette.products.words import days_words, listed, parties_words
from vedette.settlement.rules import Rule

_BATCH = 200
"""Happenings whose claims and reports are held at once."""


@dataclass(frozen=True)
class Record:
    """One happening that is no running total, with all that tells of it. Claims stand by origin, report and text."""

    happening: Happening
    claims: tuple[Claim, ...]
    reports: tuple[ReportRecord, ...]
    figures: tuple[Figure, ...]

    @property
    def place(self) -> Place | None:
        """The gazetteer's entry, None where the place is not resolved."""
        return self.happening.location

    @property
    def country(self) -> Country | None:
        """The country of the place, None where it is not resolved."""
        return country(self.place.country) if self.place else None

    @property
    def position(self) -> tuple[float, float] | None:
        """Longitude and latitude, WGS 84; None where unresolved, and for a country: its middle is no place."""
        place = self.place
        if place is None or place.lat is None or place.lon is None or place.kind == "country":
            return None
        return place.lon, place.lat

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who published the reports, in order of name."""
        return tuple(sorted({r.report.outlet for r in self.reports if r.report.outlet}))

    @property
    def happened(self) -> bool:
        """Whether any claim tells it as done: planned and denied things are no events in the data sets of the field."""
        statuses = {c.status for c in self.claims if isinstance(c, Event)}
        return not statuses or bool(statuses & {"happened", "alleged"})

    def figure(self, effect: str) -> Figure | None:
        """What it cost people in this way, None where nothing is told."""
        return next((f for f in self.figures if f.label == effect), None)

    def notes(self) -> str:
        """One paragraph in our own words: what, where, when, who on whom, what it cost, by whose word."""
        h = self.happening
        parties = parties_words(h.type, h.actor, h.target) or "parties not told"
        cost = "; ".join(f"{f.label} {f.words}" for f in self.figures) or "no toll told"
        origin = listed(h.origins) or "none credited"
        dispute = f" Contradicted: {'; '.join(c.why for c in h.contradictions)}." if h.contradictions else ""
        when = days_words(h.first, h.last)
        return f"{h.type}, {h.place or 'place not told'}, {when}: {parties}; {cost}. Origins: {origin}.{dispute}"


def read_records(db: Connection, where: Filter, rule: Rule | None = None) -> Iterator[Record]:
    """The records that pass the filter, oldest first; `rule` settles figures in the place of the ledger's own.

    Some hundreds at a time, so that memory does not grow with the ledger: the transaction must last until the last is
    taken.
    """
    told = (h for h in records.each_happening(db, where) if not h.running)
    while batch := list(islice(told, _BATCH)):
        yield from _records(db, batch if rule is None else settled_by(db, batch, rule))


def _records(db: Connection, happenings: Sequence[Happening]) -> Iterator[Record]:
    claims = records.claims_by_id(db, (c for h in happenings for c in h.claims))
    known = reports_by_id(db, {c.report_id for c in claims.values()})
    for happening in happenings:
        own = sorted((claims[c] for c in happening.claims), key=lambda c: (c.source or "~", c.report, c.start, c.id))
        reports = [known[r] for r in dict.fromkeys(c.report_id for c in own)]
        reports.sort(key=lambda r: (r.report.published is None, r.report.published, r.report.ref))
        yield Record(happening, tuple(own), tuple(reports), figures_of(happening, own))


def claim_words(claims: Sequence[Claim]) -> str:
    """Claim ids, so that a row leads back to its sentences with ``vedette show``."""
    return "; ".join(c.id for c in claims)
