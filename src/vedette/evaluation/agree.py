"""When two claims agree: slot by slot, and in the key that makes them the same find."""

from __future__ import annotations

from vedette.evaluation.gold import Row
from vedette.evaluation.names import Aliases

SLOTS: dict[str, tuple[str, ...]] = {
    "toll": ("who", "group", "span", "from", "to", "place", "source", "by", "means", "subset"),
    "event": ("place", "from", "to", "actor", "target", "source", "status"),
    "control": ("part", "from", "to", "source"),
    "statement": ("from", "to"),
}
"""The slots that are compared once two claims are paired, by kind."""

FULL: dict[str, tuple[str, ...]] = {
    "toll": ("who", "span", "from", "to", "place", "source", "by"),
    "event": ("place", "from", "to", "actor", "target", "source"),
    "control": ("from", "to"),
    "statement": (),
}
"""The slots that must all agree for a pair to count as wholly right."""

KEYS: dict[str, tuple[str, ...]] = {
    "toll": ("effect", "low", "high"),
    "event": ("type", "place", "from"),
    "control": ("place", "holder", "change"),
    "statement": ("speaker", "act"),
}
"""The slots that the key of each kind looks at."""

_NAMES = {"place", "source", "by", "actor", "target", "holder", "speaker", "group", "part"}


def slot_agrees(slot: str, gold: Row, found: Row, aliases: Aliases) -> bool:
    """Whether `slot` says the same in both claims; names compare folded, and "X and Y" is met by either."""
    a, b = gold.get(slot), found.get(slot)
    if slot == "subset":
        return bool(a) == bool(b)
    if slot not in _NAMES:
        return bool(a == b)
    if a is None or b is None:
        return a is b
    return any(
        _same_name(slot, aliases.fold(x), aliases.fold(y))
        for x in (a, *str(a).split(" and "))
        for y in (b, *str(b).split(" and "))
    )


def _same_name(slot: str, a: str, b: str) -> bool:
    if slot != "place" or a == b:
        return a == b
    # "east aleppo" against "aleppo": one name's words hold the other's
    mine, theirs = set(a.split()), set(b.split())
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def key_agrees(kind: str, gold: Row, found: Row, aliases: Aliases) -> bool:
    """Whether the two claims of one kind and report are the same find."""
    if kind == "toll":
        return all(gold.get(slot) == found.get(slot) for slot in KEYS["toll"])
    if kind == "event":
        if gold.get("type") != found.get("type"):
            return False
        place, first = gold.get("place"), gold.get("from")
        if place is None and first is None:
            return slot_agrees("actor", gold, found, aliases)
        return (place is not None and slot_agrees("place", gold, found, aliases)) or (
            first is not None and first == found.get("from")
        )
    if kind == "control":
        return (
            gold.get("change") == found.get("change")
            and slot_agrees("place", gold, found, aliases)
            and slot_agrees("holder", gold, found, aliases)
        )
    return gold.get("act") == found.get("act") and slot_agrees("speaker", gold, found, aliases)
