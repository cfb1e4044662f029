"""The same count told twice, in headline and body say, is one claim: its fullest mention, with what both tell."""

from __future__ import annotations

from dataclasses import replace

from vedette.model.claim import Toll


def once(tolls: list[Toll], title_end: int) -> list[Toll]:
    """`tolls` in order, those that tell the same count merged."""
    kept: list[Toll] = []
    for toll in tolls:
        for n, other in enumerate(kept):
            if _same(other, toll):
                kept[n] = _merge(other, toll, title_end)
                break
        else:
            kept.append(toll)
    return kept


def _same(a: Toll, b: Toll) -> bool:
    if a.effect != b.effect or a.subset != b.subset:
        return False
    if (a.low or a.high) != (b.low or b.high):
        return False
    if {a.who, b.who} == {"civilian", "combatant"}:
        return False
    if a.source and b.source and a.source != b.source:
        return False
    if a.group and b.group and a.group != b.group:
        return False
    return not (a.first and b.first and (a.last or a.first) < b.first or a.first and b.first and (b.last or b.first) < a.first)


def _merge(first: Toll, second: Toll, title_end: int) -> Toll:
    """The body's telling, filled up from the other's; among two of the body, the first."""
    keep, other = (second, first) if first.start < title_end <= second.start else (first, second)
    reasons = dict(keep.reasons)
    changes: dict[str, object] = {}
    for slot in ("by", "means", "group", "place", "source"):
        if getattr(keep, slot) is None and getattr(other, slot) is not None:
            changes[slot] = getattr(other, slot)
            reasons[slot] = f"told elsewhere in the report: {other.reasons.get(slot, '')}"
    if changes.get("place"):
        changes["location"] = other.location
    if changes.get("source"):
        changes["chain"] = other.chain
    if keep.first is None and other.first is not None:
        changes |= {"first": other.first, "last": other.last, "date_basis": other.date_basis}
    if keep.who == "unknown" and other.who != "unknown":
        changes["who"] = other.who
        reasons["who"] = f"told elsewhere in the report: {other.reasons.get('who', '')}"
    return replace(keep, **changes, reasons=reasons)  # type: ignore[arg-type]
