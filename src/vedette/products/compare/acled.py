"""ACLED's event table as outside records, as its export tool, its API and older exports write it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from vedette.knowledge.exchange import Acled
from vedette.model.claim import EVENT_TYPES
from vedette.model.place import Place, PlaceKind
from vedette.products.compare.outside import Outside, day_of, degrees_of, number_of, read_table
from vedette.products.countries import country_by
from vedette.products.exports.acled import COLUMNS, OTHER

NEEDED = ("event_id_cnty", "event_date", "country", "location", "latitude", "longitude", "fatalities")
_KINDS = {1: PlaceKind.TOWN, 2: PlaceKind.TOWN, 3: PlaceKind.ADM1}
_NEAR = 2


def read_acled(path: Path, codes: Acled) -> tuple[list[Outside], list[str]]:
    """The events of an ACLED file, and why some rows could not be taken. Raises VedetteError as `read_table` does.

    `inter1` and `inter2` may be ACLED's numbers or its words; `fatalities` is both least and most, 0 for none told.
    """
    found, refused = [], []
    for n, row in enumerate(read_table(path, COLUMNS, NEEDED), start=1):
        day = day_of(row["event_date"])
        if day is None:
            refused.append(f"row {n}: {row['event_date']!r} is no day")
            continue
        # ACLED's precision of time: 1 the day, 2 within the week, 3 within the month.
        first, last = _span(day, row.get("time_precision", ""))
        dead = number_of(row["fatalities"])
        found.append(
            Outside(
                id=row["event_id_cnty"] or f"row {n}",
                types=_types(row.get("sub_event_type", ""), codes),
                first=first,
                last=last,
                place=_place(row),
                actor=row.get("actor1") or None,
                target=row.get("actor2") or None,
                low=dead,
                best=dead,
                high=dead,
                text=row.get("notes", ""),
                actor_class=class_of(row.get("inter1"), codes),
                target_class=class_of(row.get("inter2"), codes),
                sources=len([s for s in row.get("source", "").split(";") if s.strip()]) or None,
            )
        )
    return found, refused


def class_of(told: str | None, codes: Acled) -> int | None:
    """ACLED's class of an actor from a number ("2", "2.0") or words ("Rebel group", "rebel groups"); None for none."""
    if (number := number_of(told)) is not None:
        return number if number in codes.inter else None
    words = (told or "").lower().rstrip("s")
    return next((n for n, name in codes.inter.items() if name.lower().rstrip("s") == words), None) if words else None


def _types(told: str, codes: Acled) -> tuple[str, ...]:
    """ACLED's sub-event type; what it has no other place for may be of our own types."""
    if told == OTHER:
        return tuple(t for t in EVENT_TYPES if t == OTHER or codes.event_type(t) is None)
    return (told,) if told in EVENT_TYPES else ()


def _span(day: date, precision: str) -> tuple[date, date]:
    if precision == "2":
        return day - timedelta(days=3), day + timedelta(days=3)
    if precision == "3":
        return day.replace(day=1), (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return day, day


def _place(row: dict[str, str]) -> Place:
    precision = number_of(row.get("geo_precision")) or 1
    country = country_by(numeric=number_of(row.get("iso")), name=row["country"])
    return Place(
        id=f"acled:{row['location']}",
        name=row["location"],
        kind=_KINDS.get(precision, PlaceKind.TOWN),
        country=country.alpha2 if country else None,
        lat=degrees_of(row["latitude"]),
        lon=degrees_of(row["longitude"]),
        adm1=row.get("admin1") or None,
        adm2=row.get("admin2") or None,
        near=precision == _NEAR,
    )
