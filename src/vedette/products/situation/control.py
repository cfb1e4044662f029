"""Who held what: on the last day of the period, and day by day through it, as the situation report shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from vedette.ledger.records import ReportRecord
from vedette.model.claim import Claim
from vedette.model.place import PlaceKind
from vedette.products.situation.evidence import evidence
from vedette.products.situation.model import ControlCell, ControlDays, ControlRow, ControlView
from vedette.products.words import listed
from vedette.settlement.who_holds import BESIEGED, CONTESTED, LOST, Holding, who_holds

MOST_DAYS = 31
"""A longer period is shown by its last days on which a claim tells of control."""

_Key = tuple[str, str]


def control_views(
    claims: Sequence[Claim], on: date | None, known: Mapping[str, ReportRecord]
) -> tuple[ControlView, ...]:
    """One row a place and part, by the claims that tell of it up to `on`; empty where no day is known."""
    if on is None:
        return ()
    by_id = {c.id: c for c in claims}
    views = []
    for row in who_holds(claims, on):
        told = [by_id[c] for c in row.claims if c in by_id]
        view = ControlView(
            place=row.place,
            part=row.part,
            state=row.state,
            holders=row.holders,
            standing=row.standing,
            as_of=row.as_of.isoformat() if row.as_of else None,
            position=_position(told),
            evidence=tuple(evidence(c, known) for c in told),
        )
        views.append(view)
    return tuple(views)


def control_days(claims: Sequence[Claim], first: date | None, last: date | None) -> ControlDays:
    """Who held what on each day from `first` to `last`, by the last word up to that day; empty without days."""
    if first is None or last is None:
        return ControlDays(days=(), rows=())
    return control_of({day: who_holds(claims, day) for day in _days(claims, first, last)}, {c.id: c for c in claims})


def control_of(holdings: Mapping[date, Sequence[Holding]], by_id: Mapping[str, Claim]) -> ControlDays:
    """The same where it is known already who held what on each day; `by_id` are the claims that this rests on."""
    days = sorted(holdings)
    told: dict[_Key, dict[date, list[Holding]]] = defaultdict(lambda: defaultdict(list))
    for day in days:
        for row in holdings[day]:
            told[row.key, (row.part or "").lower()][day].append(row)
    rows = []
    for key in sorted(told, key=lambda k: (told[k][max(told[k])][0].place.lower(), k)):
        latest = told[key][max(told[key])]
        mine = [by_id[c] for row in latest for c in row.claims if c in by_id]
        rows.append(
            ControlRow(
                place=latest[0].place,
                part=latest[0].part,
                position=_position(mine),
                cells=tuple(_cell(told[key][day], day) if told[key][day] else None for day in days),
            )
        )
    return ControlDays(days=tuple(day.isoformat() for day in days), rows=tuple(rows))


def _days(claims: Sequence[Claim], first: date, last: date) -> list[date]:
    if (last - first).days < MOST_DAYS:
        return [first + timedelta(days=n) for n in range((last - first).days + 1)]
    told = {day for c in claims for day in (c.first, c.last) if day is not None and first <= day <= last}
    return sorted(told)[-MOST_DAYS:]


def _position(told: Sequence[Claim]) -> tuple[float, float] | None:
    """Longitude and latitude of the first place told that is no country."""
    places = (c.location for c in told if c.location and c.location.kind is not PlaceKind.COUNTRY)
    spot = next((p for p in places if p.lat is not None), None)
    return (spot.lon, spot.lat) if spot and spot.lon is not None and spot.lat is not None else None


def _cell(holdings: Sequence[Holding], day: date) -> ControlCell:
    words = "; ".join(_words(h) for h in holdings)
    holding = next((h for h in holdings if h.state != BESIEGED), holdings[0])
    return ControlCell(
        words=words,
        state=holding.state,
        holders=holding.holders,
        standing=holding.standing,
        besieged_by=next((h.holders for h in holdings if h.state == BESIEGED), ()),
        told=any(h.as_of == day for h in holdings),
    )


def _words(holding: Holding) -> str:
    parties = listed(holding.holders) or "not told"
    prefix = {CONTESTED: "contested: ", BESIEGED: "besieged by ", LOST: "lost by "}.get(holding.state, "")
    return f"{prefix}{parties} ({holding.standing})"
