"""Happenings as the map, the timeline and the lists show them, from their rows alone: no claim is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vedette.model.claim import EFFECTS
from vedette.products.countries import country_name
from vedette.products.situation.figures import range_words
from vedette.products.situation.model import EventView, Figure
from vedette.products.words import days_words

_EXACT = ("town", "area", "site")


@dataclass(frozen=True)
class Listed:
    """A happening in a list. `figures` are (effect, words) pairs; `new` says what it is since the last visit."""

    id: str
    type: str
    place: str | None
    first: date | None
    last: date | None
    days: str
    actor: str | None
    target: str | None
    figures: tuple[tuple[str, str], ...]
    dead: int | None
    grade: str | None
    origins: tuple[str, ...]
    claims: int
    disputes: int
    running: bool


def day_of(text: str | None) -> date | None:
    """A day of a body's ISO text."""
    return date.fromisoformat(text) if text else None


def figures(body: Mapping[str, Any]) -> tuple[Figure, ...]:
    """The figures of a happening, in the order of the claim format."""
    told = body.get("figures") or {}
    return tuple(
        Figure(
            label=effect,
            low=f["low"],
            high=f["high"],
            best=f["best"],
            words=range_words(f["low"], f["high"], bool(f.get("open"))),
            origins=(),
            events=(body["id"],),
            rule=f"{f['rule']}: {f['reason']}",
        )
        for effect in EFFECTS
        if (f := told.get(effect)) is not None
    )


def listed(body: Mapping[str, Any]) -> Listed:
    """A happening's row for a list."""
    return _listed(body, figures(body))


def _listed(body: Mapping[str, Any], told: Sequence[Figure]) -> Listed:
    first, last = day_of(body.get("first")), day_of(body.get("last"))
    killed = (body.get("figures") or {}).get("killed") or {}
    return Listed(
        id=body["id"],
        type=body["type"],
        place=place_name(body),
        first=first,
        last=last,
        days=days_words(first, last),
        actor=body.get("actor"),
        target=body.get("target"),
        figures=tuple((f.label, f.words) for f in told),
        dead=next((killed[k] for k in ("best", "low", "high") if killed.get(k) is not None), None),
        grade=(body.get("grade") or {}).get("name"),
        origins=tuple(body.get("origins") or ()),
        claims=len(body["claims"]),
        disputes=sum(1 for x in body.get("contradictions") or () if not x.get("settled")),
        running=bool(body.get("running")),
    )


def place_name(body: Mapping[str, Any]) -> str | None:
    """The gazetteer's name where the place is resolved, so that spellings meet; else the text's."""
    location = body.get("location")
    return location["name"] if location else body.get("place")


def drawn(body: Mapping[str, Any]) -> tuple[Listed, EventView]:
    """A happening's row, and what the drawings of `vedette.products` take: without evidence, which they do not draw."""
    told = figures(body)
    row = _listed(body, told)
    place = body.get("location")
    drawn = place if place and place.get("lat") is not None and place["kind"] != "country" else None
    exact = bool(drawn and drawn["kind"] in _EXACT and not drawn.get("near"))
    cost = "".join(f"; {f.label}: {f.words}" for f in told if f.low is not None or f.high is not None)
    where = f" at {row.place}" if row.place else ", place not told"
    return row, EventView(
        id=row.id,
        type=row.type,
        place=row.place or "Place not told",
        area=(place.get("adm1") or country_name(place.get("country"))) if place else "",
        country=place.get("country") if place else None,
        position=(drawn["lon"], drawn["lat"]) if drawn else None,
        precision="none" if drawn is None else "exact" if exact else "area",
        first=row.first.isoformat() if row.first else None,
        last=row.last.isoformat() if row.last else None,
        days=row.days,
        actor=row.actor,
        target=row.target,
        status="happened",
        figures=told,
        origins=row.origins,
        outlets=(),
        evidence=(),
        disputes=tuple(x["why"] for x in body.get("contradictions") or ()),
        headline=f"{row.type}{where}, {row.days}{cost}",
    )


def sums(bodies: Iterable[Mapping[str, Any]]) -> tuple[Figure, ...]:
    """For each effect the sum over happenings; running totals, and figures without a number, are added to nothing."""
    parts: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for body in bodies:
        if body.get("running"):
            continue
        for effect, figure in (body.get("figures") or {}).items():
            if figure["low"] is not None:
                parts.setdefault(effect, []).append((body["id"], figure))
    return tuple(_sum(effect, parts[effect]) for effect in EFFECTS if effect in parts)


def _sum(effect: str, found: list[tuple[str, Mapping[str, Any]]]) -> Figure:
    low = sum(f["low"] for _, f in found)
    high = sum(f["high"] if f["high"] is not None else f["low"] for _, f in found)
    best = sum(f["best"] if f["best"] is not None else f["low"] for _, f in found)
    is_open = any(f.get("open") or f["high"] is None for _, f in found)
    return Figure(
        label=effect,
        low=low,
        high=high,
        best=best,
        words=range_words(low, high, is_open),
        origins=(),
        events=tuple(id_ for id_, _ in found),
        rule=f"the sum of {len(found)} figures, each settled on its own",
    )
