"""From the ledger to a `Situation`: what the record says of a period and a place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from vedette import EXTRACTION_VERSION, __version__
from vedette.ledger import records
from vedette.ledger.filters import Filter
from vedette.ledger.records import ReportRecord
from vedette.ledger.rows import source_rows
from vedette.model.claim import Claim, Control, Statement, Toll
from vedette.model.happening import Happening
from vedette.products.method.gather import method_of
from vedette.products.situation.areas import by_area
from vedette.products.situation.changed import as_of, changed_since
from vedette.products.situation.comparison import compared
from vedette.products.situation.control import control_days, control_views
from vedette.products.situation.events import event_view, is_event
from vedette.products.situation.evidence import evidence
from vedette.products.situation.figures import key_figures, running_totals
from vedette.products.situation.gaps import gaps
from vedette.products.situation.highlights import highlights
from vedette.products.situation.model import (
    DisputeView,
    EventView,
    PlaceView,
    ReportView,
    Situation,
    SourceView,
    StatementView,
)
from vedette.products.situation.period import Period
from vedette.products.words import days_words, listed
from vedette.settlement.rules import Rule


def gather(
    db: Connection,
    where: Filter,
    rule: Rule | None = None,
    *,
    against: Filter | None = None,
    since: datetime | None = None,
) -> Situation:
    """Everything that the ledger holds on the filter's days and place.

    Reports published in the period are read for it; happenings, control and statements count by their own days.
    `rule` settles the figures in the place of the ledger's own. `against` is an earlier period to compare with; `since`
    asks for what has changed since that moment (UTC, no zone).
    """
    period = Period(db, where, rule)
    where, known, claims, happenings = period.where, period.known, period.claims, period.happenings
    anywhen = replace(where, first=None, last=None)
    control = _control(records.list_claims(db, replace(anywhen, kind="control")), claims)
    held = period.held
    everything = {c.id: c for c in claims} | held
    contested = frozenset(c for h in happenings for x in h.contradictions for c in x.claims)
    # A running total is no event of its own: it stands with the totals, on no map and under no place. A course of
    # events is listed with what it cost in all, which is added to nothing.
    listed_views = [event_view(h, held, known, contested) for h in happenings if is_event(h, held)]
    views = [v for v in listed_views if not v.running]
    figures = key_figures(happenings, held)
    first, last = where.first, where.last
    reports = period.reports
    return Situation(
        title=_title(where, views),
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        place=where.place,
        versions={"vedette": __version__, "extraction": EXTRACTION_VERSION},
        highlights=highlights(views),
        figures=figures,
        running=running_totals(happenings, held, known),
        places=_by_place(listed_views),
        control=control_views(control, last, known),
        control_days=control_days(control, first, last),
        statements=_statements(claims, known),
        disputes=_disputes(happenings, everything, known),
        gaps=gaps(everything.values(), known),
        sources=_sources(everything.values(), known),
        reports=_reports(reports, Counter(c.report_id for c in everything.values())),
        areas=by_area(views),
        comparison=compared(figures, Period(db, against, rule)) if against else None,
        changed=changed_since(db, since, where, frozenset(v.id for v in listed_views)) if since else None,
        as_of=as_of(db),
        method=method_of(db, period, rule),
        counts={
            "reports": len(reports),
            "copies": sum(r.copy_of is not None for r in reports),
            "claims": len(everything),
            "events": len(listed_views),
            "origins": len({c.source for c in everything.values() if c.source}),
            "unattributed": sum(c.source is None for c in everything.values()),
            "tolls": sum(isinstance(c, Toll) for c in everything.values()),
        },
    )


def _control(everything: Iterable[Claim], now: Iterable[Claim]) -> list[Control]:
    """The control claims of any day on places that the period's claims `now` tell of: the last word may be older."""
    of_now = {(c.location.id if c.location else c.place) for c in now}
    return [c for c in everything if isinstance(c, Control) and (c.location.id if c.location else c.place) in of_now]


def _title(where: Filter, views: Sequence[EventView]) -> str:
    if where.place:
        return where.place
    counts = Counter(view.area for view in views if view.area)
    top = [area for area, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]]
    return listed(top) or "No place told"


def _by_place(views: Sequence[EventView]) -> tuple[PlaceView, ...]:
    groups: dict[tuple[str, str], list[EventView]] = defaultdict(list)
    for view in views:
        groups[view.area or "Area not resolved", view.place].append(view)
    areas = Counter(area for area, _ in groups for _ in groups[area, _])
    order = sorted(groups, key=lambda key: (key[0] == "Area not resolved", -areas[key[0]], key[0], key[1]))
    return tuple(PlaceView(area=a, place=p, events=tuple(groups[a, p])) for a, p in order)


def _statements(claims: Iterable[Claim], known: Mapping[str, ReportRecord]) -> tuple[StatementView, ...]:
    found = [c for c in claims if isinstance(c, Statement)]
    found.sort(key=lambda c: (c.first or date.max, c.speaker, c.act, c.id))
    return tuple(
        StatementView(
            speaker=c.speaker,
            act=c.act,
            about=c.about,
            days=days_words(c.first, c.last),
            evidence=evidence(c, known),
        )
        for c in found
    )


def _disputes(
    happenings: Iterable[Happening], claims: Mapping[str, Claim], known: Mapping[str, ReportRecord]
) -> tuple[DisputeView, ...]:
    out = []
    for happening in happenings:
        for x in happening.contradictions:
            told = [evidence(claims[c], known, frozenset(x.claims)) for c in x.claims if c in claims]
            view = DisputeView(
                id=x.id, event=happening.id, about=x.about, why=x.why, settled=x.settled, evidence=tuple(told)
            )
            out.append(view)
    return tuple(out)


def _sources(claims: Iterable[Claim], known: Mapping[str, ReportRecord]) -> tuple[SourceView, ...]:
    outlets = {report: record.report.outlet for report, record in known.items()}
    return tuple(
        SourceView(name=row["source"], claims=row["claims"], outlets=tuple(row["outlets"]))
        for row in source_rows(claims, outlets)
    )


def _reports(found: Iterable[ReportRecord], counts: Mapping[str, int]) -> tuple[ReportView, ...]:
    refs = {r.report.id: r.report.ref for r in found}
    views = [
        ReportView(
            id=r.report.id,
            ref=r.report.ref,
            outlet=r.report.outlet or "unknown outlet",
            title=r.report.title or r.report.text.strip().split("\n", 1)[0][:120],
            published=r.report.published.isoformat() if r.report.published else None,
            published_basis=r.report.published_basis.value if r.report.published_basis else None,
            url=r.report.url,
            copy_of=r.copy_of,
            claims=counts.get(r.report.id, 0),
        )
        for r in found
    ]
    return tuple(replace(v, copy_of=refs.get(v.copy_of, v.copy_of)) if v.copy_of else v for v in views)
