"""What is searched and sorted of claims and happenings, taken out of their bodies into columns of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PLACE, DAY = "place", "day"
"""What a claim leaves open: the entry of the place that it names, or its day."""

_DATED = ("toll", "event", "control")


def where_column(body: Mapping[str, Any]) -> str | None:
    """What `Filter.at` looks through, a name a line: the place as told, then what the gazetteer says of it."""
    told = body.get("location") or {}
    names = (body.get("place"), *(told.get(k) for k in ("name", "adm2", "adm1", "country", "id")))
    return "\n".join(dict.fromkeys(n for n in names if n)) or None


def claim_columns(body: Mapping[str, Any]) -> dict[str, Any]:
    """`confidence`; `gap`: the first thing that an analyst could fill in, None where there is none; and `named`."""
    location = body.get("location")
    gap = None
    if body.get("place") and location is None:
        gap = PLACE
    elif body.get("kind") in _DATED and not (body.get("from") or body.get("to")):
        gap = DAY
    return {"confidence": body.get("confidence"), "gap": gap, "named": where_column(body)}


def happening_columns(body: Mapping[str, Any]) -> dict[str, Any]:
    """Where it is, how well corroborated, by how many origins, its open contradictions and its dead.

    `named` is `where_column`.
    `dead` is the best number of killed, else the least, else the most; None where none is told. `lat` and `lon` are
    None for a whole country, whose middle is no place.
    """
    place = body.get("location") or {}
    drawn = place.get("kind") != "country"
    killed = (body.get("figures") or {}).get("killed") or {}
    dead = next((killed[k] for k in ("best", "low", "high") if killed.get(k) is not None), None)
    return {
        "named": where_column(body),
        "lat": place.get("lat") if drawn else None,
        "lon": place.get("lon") if drawn else None,
        "grade": (body.get("grade") or {}).get("name"),
        "origins": len(body.get("origins") or ()),
        "disputes": sum(1 for x in body.get("contradictions") or () if not x.get("settled")),
        "dead": dead,
        "running": bool(body.get("running")),
    }
