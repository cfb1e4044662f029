"""A happening as the situation report shows it."""

from __future__ import annotations

from collections.abc import Mapping

from vedette.ledger.records import ReportRecord
from vedette.model.claim import Claim, Event
from vedette.model.happening import Happening
from vedette.products.countries import country_name
from vedette.products.situation.evidence import evidence
from vedette.products.situation.figures import figures_of
from vedette.products.situation.model import EventView, Figure
from vedette.products.words import counted, days_words, parties_words

_ORDER = {"happened": 0, "alleged": 1, "denied": 2, "planned": 3}


def is_event(happening: Happening, claims: Mapping[str, Claim]) -> bool:
    """Whether it is listed and counted among events: a course of events is, a total that none is told with is not."""
    return not happening.running or any(isinstance(claims.get(c), Event) for c in happening.claims)


def event_view(
    happening: Happening,
    claims: Mapping[str, Claim],
    known: Mapping[str, ReportRecord],
    contested: frozenset[str],
) -> EventView:
    """Everything of one happening, its evidence in order of origin and report."""
    own = [claims[c] for c in happening.claims if c in claims]
    own.sort(key=lambda c: (c.source or "~", c.report, c.start, c.id))
    place = happening.location
    # A country's middle is no place: such an event has no position and stands in the list beside the map.
    drawn = place if place and place.lat is not None and place.lon is not None and place.kind != "country" else None
    figures = figures_of(happening, own)
    statuses = sorted({c.status for c in own if isinstance(c, Event)}, key=lambda s: _ORDER[s])
    status = statuses[0] if statuses else "happened"
    outlets = tuple(sorted({known[c.report_id].report.outlet or "unknown outlet" for c in own}))
    days = days_words(happening.first, happening.last)
    return EventView(
        id=happening.id,
        type=happening.type,
        place=_place_name(happening),
        area=(place.adm1 or (place.name if place.kind == "adm1" else "") or country_name(place.country))
        if place
        else "",
        country=place.country if place else None,
        position=(drawn.lon, drawn.lat) if drawn and drawn.lon is not None and drawn.lat is not None else None,
        precision="none" if drawn is None else "exact" if drawn.geo_precision == 1 else "area",
        first=happening.first.isoformat() if happening.first else None,
        last=happening.last.isoformat() if happening.last else None,
        days=days,
        actor=happening.actor,
        target=happening.target,
        status=status,
        figures=figures,
        origins=happening.origins,
        outlets=outlets,
        evidence=tuple(evidence(c, known, contested) for c in own),
        disputes=tuple(x.why for x in happening.contradictions),
        headline=_headline(happening, status, figures, days, outlets),
        running=happening.running,
        grade=happening.grade.name if happening.grade else "not graded",
        graded=happening.grade.reason if happening.grade else "",
    )


def _place_name(happening: Happening) -> str:
    """The gazetteer's name where the place is resolved, so that spellings meet; else as the text spells it."""
    if happening.location is not None:
        return happening.location.name
    return happening.place or "Place not told"


def _headline(
    happening: Happening, status: str, figures: tuple[Figure, ...], days: str, outlets: tuple[str, ...]
) -> str:
    """One sentence: what, by whom, where, when, what it cost, on whose word."""
    what = happening.type + ("" if status == "happened" else f" ({status})")
    parties = parties_words(happening.type, happening.actor, happening.target)
    where = f" at {happening.place}" if happening.place else ", place not told"
    total = " in all" if happening.running else ""
    cost = "".join(f"; {f.label}: {f.words}{total}" for f in figures if f.low is not None or f.high is not None)
    word = ", ".join(happening.origins) or f"{counted(len(outlets), 'outlet')} in own voice"
    return f"{what}{' ' if parties else ''}{parties}{where}, {days}{cost} ({word})"
