"""Namesakes: which of the places of one name is meant. The report's own context decides, population last."""

from __future__ import annotations

from math import log10

from vedette.gazetteer.gazetteer import Candidate
from vedette.model.place import Place, PlaceKind
from vedette.reading.places.context import Context
from vedette.reading.places.names import Found


def resolve(context: Context, name: Found, others: list[Found]) -> tuple[Place | None, str]:
    """The place that `name` means in this report, and why; None with the reason where nothing fits."""
    if not name.candidates:
        return None, "not in the gazetteer"
    scored = [(_score(context, name, c, others), -n, c) for n, c in enumerate(name.candidates)]
    (score, why), _, best = max(scored, key=lambda s: (s[0][0], s[1]))
    only = "the only place of that name" if len(name.candidates) == 1 else f"of {len(name.candidates)} namesakes"
    return best.place, f"{only}: {'; '.join(why) or 'largest'}"


def _score(context: Context, name: Found, candidate: Candidate, others: list[Found]) -> tuple[float, tuple[str, ...]]:
    place, why, score = candidate.place, [], 0.0
    total = sum(context.countries.values()) or 1
    if place.kind is PlaceKind.COUNTRY:
        score += 6
    if candidate.pack:
        score += 2
        why.append(f"in the {candidate.pack} pack")
    if place.country and (n := context.countries.get(place.country)):
        score += 1.5 + 3 * n / total
        why.append(f"{place.country} is named")
    elif place.country in context.home:
        score += 1
    if name.kind is not None:
        score += 1.5 if _same_kind(name.kind, place.kind) else -0.5
    elif place.kind is PlaceKind.TOWN:
        score += 0.3
    if candidate.alias:
        score -= 0.4
    score -= 3 * (1 - candidate.likeness)
    if candidate.likeness < 1:
        why.append(f"spelt like {place.name}")
    score += log10(place.population + 10) / 3
    return score, tuple(why)


def _same_kind(told: PlaceKind, kind: PlaceKind) -> bool:
    if told in (PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE):
        return kind in (PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE)
    return told is kind
