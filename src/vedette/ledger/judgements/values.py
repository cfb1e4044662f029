"""What an analyst typed, to the value of a judgement: slots of a claim, a place, a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from vedette.errors import JudgementError
from vedette.gazetteer.gazetteer import Gazetteer
from vedette.model.claim import (
    ACTS,
    CHANGES,
    EFFECTS,
    EVENT_TYPES,
    GOLD_FIELDS,
    KINDS,
    MEANS,
    PLACE_FIELDS,
    SPANS,
    STATUSES,
)
from vedette.model.place import Place

_FIXED = ("report", "kind", "quote", "place")
CHOICES: dict[str, tuple[str, ...]] = {
    "effect": EFFECTS,
    "span": SPANS,
    "means": MEANS,
    "status": STATUSES,
    "change": CHANGES,
    "act": ACTS,
    "type": EVENT_TYPES,
    "who": ("civilian", "combatant", "unknown"),
}
"""The slots that hold one of a few words, with these words."""
YES_NO = ("approx", "subset")
"""The slots that hold yes or no."""
_NONE = ("", "null", "none")


def slot_values(kind: str, pairs: Iterable[str]) -> dict[str, Any]:
    """``NAME=VALUE`` pairs as the ``slots`` of a judgement on a claim of `kind`; an empty value or "null" empties.

    Raises JudgementError for a slot that such a claim does not have, and for a value that it cannot hold.
    """
    out: dict[str, Any] = {}
    types = {f.name: str(f.type) for f in fields(KINDS[kind])}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if name == "place":
            raise JudgementError("a place is judged by: vedette judge place CLAIM PLACE")
        if not equals or name in _FIXED or name not in GOLD_FIELDS[kind]:
            able = ", ".join(k for k in GOLD_FIELDS[kind] if k not in _FIXED)
            raise JudgementError(f"{pair!r}: write NAME=VALUE; a {kind} has {able}")
        typed = types[{"from": "first", "to": "last"}.get(name, name)]
        out[name] = _value(name, text.strip(), typed)
    if not out:
        raise JudgementError("say what the slots should be: low=12 who=civilian")
    low, high = out.get("low"), out.get("high")
    if low is not None and high is not None and low > high:
        raise JudgementError(f"low={low} is more than high={high}")
    return out


def _value(name: str, text: str, typed: str) -> Any:
    """`text` as the slot `name` holds it, whose annotation is `typed`."""
    if text.lower() in _NONE:
        if "None" in typed:
            return None
        raise JudgementError(f"{name} cannot be empty")
    if "bool" in typed:
        if text.lower() not in ("true", "false", "yes", "no"):
            raise JudgementError(f"{name}={text}: write yes or no")
        return text.lower() in ("true", "yes")
    if "int" in typed:
        if not text.isdecimal():
            raise JudgementError(f"{name}={text}: write a number")
        return int(text)
    if "date" in typed:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise JudgementError(f"{name}={text} is no day; write it as 2016-12-10") from None
    if name in CHOICES and text not in CHOICES[name]:
        raise JudgementError(f"{name}={text}: one of {', '.join(CHOICES[name])}")
    return text


def place_entry(gazetteer: Gazetteer, name: str, id_: str | None = None) -> Place | None:
    """The gazetteer's entry of a name; None where it has none. Of namesakes `id_` names the one meant.

    Raises JudgementError, which lists them, for several namesakes without an `id_` that is one of theirs.
    """
    found = gazetteer.search(name)
    meant = [p for p in found if p.id == id_] if id_ else found
    if len(meant) == 1 or not found:
        return meant[0] if meant else None
    listed = "\n".join(f"  {p.id}  {_words(p)}" for p in found[:12])
    more = f"\n  and {len(found) - 12} more" if len(found) > 12 else ""
    raise JudgementError(
        f"{len(found)} places are called {name!r}; say which by its id (on the command line: --id):\n{listed}{more}"
    )


def place_value(gazetteer: Gazetteer, name: str, id_: str | None = None) -> dict[str, Any]:
    """The value of a ``place`` judgement: the name, and the gazetteer's entry.

    Of namesakes `id_` names the one meant. Raises JudgementError where the gazetteer has none of that name, or several
    and no `id_` of them; the message lists them.
    """
    meant = place_entry(gazetteer, name, id_)
    if meant is None:
        raise JudgementError(f"the gazetteer has no place called {name!r}; try another spelling")
    return {"place": name, "location": {k: getattr(meant, k) for k in PLACE_FIELDS}}


def _words(place: Place) -> str:
    within = ", ".join(x for x in (place.adm2, place.adm1, place.country) if x)
    people = f", {place.population:,} people" if place.population else ""
    return f"{place.name} ({place.kind.value}; {within}{people})"


def figure_value(effect: str, low: int | None, high: int | None, best: int | None) -> dict[str, Any]:
    """The value of a ``settle`` judgement that gives a figure; `best` alone is exact, `low` alone "at least" so many.

    Raises JudgementError where none is given, and where they do not fit each other.
    """
    if best is not None and low is None and high is None:
        low = high = best
    if low is None and high is None:
        raise JudgementError(
            "a settlement needs a figure (the least, the best, the most: --low, --best, --high) or a rule (--rule)"
        )
    known = [n for n in (low, best, high) if n is not None]
    if known != sorted(known):
        raise JudgementError("the least, the best and the most must not go down in this order")
    return {"effect": effect, "low": low, "high": high, "best": best}


def rule_value(effect: str, rule: str, order: Sequence[str]) -> dict[str, Any]:
    """The value of a ``settle`` judgement that names a rule; "source order" needs the sources in `order`."""
    if (rule == "source order") != bool(order):
        raise JudgementError("the rule 'source order' needs its sources (--order), and no other rule takes any")
    return {"effect": effect, "rule": rule, **({"order": list(order)} if order else {})}
