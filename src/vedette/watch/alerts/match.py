"""Whether a rule holds of a happening, as it is stored, and of what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from vedette.ledger.codec import happening_from_json
from vedette.ledger.filters import Filter
from vedette.model.claim import EFFECTS
from vedette.watch.alerts.rules import Near, Rule

Body = Mapping[str, Any]
_EARTH = 6371.0


def matches(rule: Rule, body: Body, steps: Sequence[Mapping[str, Any]]) -> bool:
    """Whether all that `rule` asks for holds of a happening.

    `steps`: for each step of the history, the fields that changed, each as it was and is. A running total is no
    event: it never gives an alert by its number.
    """
    if rule.kind and body["type"] not in rule.kind:
        return False
    if rule.near is not None and not _is_near(rule.near, body.get("location")):
        return False
    happening = happening_from_json(dict(body))
    if rule.place is not None and not Filter(place=rule.place).at(happening.place, happening.location):
        return False
    parties = {str(body.get(side)).casefold() for side in ("actor", "target") if body.get(side)}
    if rule.actor and parties.isdisjoint(name.casefold() for name in rule.actor):
        return False
    if rule.at_least and (body.get("running") or not _is_enough(rule.at_least, body.get("figures") or {})):
        return False
    if rule.contradiction and not open_contradictions(body):
        return False
    return rule.changed is None or any(share >= rule.changed for step in steps for share in shares(step))


def open_contradictions(body: Body) -> list[Body]:
    """The contradictions that nothing has settled."""
    return [c for c in body.get("contradictions") or () if c.get("settled") is None]


def shares(fields: Mapping[str, Any]) -> list[float]:
    """By what share of what it was each figure changed, in one step of the history."""
    out = []
    for effect in EFFECTS:
        was, is_ = fields.get(effect) or (None, None)
        before, after = _number(was), _number(is_)
        if before is not None and after is not None and before != after:
            out.append(abs(after - before) / max(before, 1))
    return out


def _number(figure: Any) -> int | None:
    if not isinstance(figure, Mapping):
        return None
    found = next((figure[k] for k in ("best", "high", "low") if figure.get(k) is not None), None)
    return int(found) if found is not None else None


def _is_enough(wanted: Mapping[str, int], figures: Mapping[str, Any]) -> bool:
    """Whether the least that is told of each effect is enough."""
    return all((figures.get(effect) or {}).get("low") is not None and figures[effect]["low"] >= n
               for effect, n in wanted.items())  # fmt: skip


def _is_near(near: Near, location: Any) -> bool:
    if not isinstance(location, Mapping) or location.get("lat") is None or location.get("lon") is None:
        return False
    return kilometres(near.lat, near.lon, float(location["lat"]), float(location["lon"])) <= near.km


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The distance of two points on the sphere, by the haversine."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(h)))
