"""Errors sorted by class, largest first: what was missed, made up, or told with a wrong slot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from vedette.evaluation.agree import KEYS, SLOTS, slot_agrees
from vedette.evaluation.gold import Row
from vedette.evaluation.names import Aliases
from vedette.evaluation.pairing import Paired


@dataclass(frozen=True)
class ErrorClass:
    """Errors of one sort. `name` reads as a path: ``toll / missed / killed / at least``."""

    name: str
    errors: tuple[tuple[Row | None, Row | None], ...]
    """Gold and found claim of each error; one of them is None for a miss or a false find."""


def number_form(toll: Row) -> str:
    """How a toll words its number: exact, about, at least, up to, range, or no number."""
    low, high = toll.get("low"), toll.get("high")
    if low is None and high is None:
        return "no number"
    if high is None:
        return "at least"
    if low is None:
        return "up to"
    if low != high:
        return "range"
    return "about" if toll.get("approx") else "exact"


def error_classes(paired: Mapping[str, Paired], aliases: Aliases) -> list[ErrorClass]:
    """The errors of every kind, by class, the largest class first.

    A miss and a false find on the same words are one error of a key slot ("low differs"), not two.
    """
    out: dict[str, list[tuple[Row | None, Row | None]]] = defaultdict(list)
    for kind, result in paired.items():
        spurious = list(result.spurious)
        for gold in result.missed:
            near = next((s for s in spurious if _same_words(gold, s)), None)
            if near is None:
                out[f"{kind} / missed / {_sort(kind, gold)}"].append((gold, None))
                continue
            spurious.remove(near)
            wrong = [s for s in KEYS[kind] if not slot_agrees(s, gold, near, aliases)]
            out[f"{kind} / key differs / {' and '.join(wrong)}"].append((gold, near))
        for found in spurious:
            out[f"{kind} / false find / {_sort(kind, found)}"].append((None, found))
        for gold, found in result.pairs:
            for slot in SLOTS[kind]:
                if not slot_agrees(slot, gold, found, aliases):
                    out[f"{kind} / slot differs / {slot}"].append((gold, found))
    classes = [ErrorClass(name, tuple(errors)) for name, errors in out.items()]
    return sorted(classes, key=lambda c: (-len(c.errors), c.name))


def _sort(kind: str, claim: Row) -> str:
    if kind == "toll":
        return f"{claim.get('effect')} / {number_form(claim)}"
    return str(claim.get({"event": "type", "control": "change", "statement": "act"}[kind]))


def _same_words(gold: Row, found: Row) -> bool:
    """Whether both rest on the same stretch of the same report: one quote holds the other's middle."""
    if gold.get("report") != found.get("report"):
        return False
    a, b = str(gold.get("quote")), str(found.get("quote"))
    return a in b or b in a


def error_lines(classes: list[ErrorClass], most: int) -> list[str]:
    """The classes as lines for a person, with the first `most` errors of each."""
    lines: list[str] = []
    for group in classes:
        lines.append(f"{group.name}: {len(group.errors)}")
        lines += [f"    {_line(group.name, gold, found)}" for gold, found in group.errors[:most]]
    return lines


def _line(name: str, gold: Row | None, found: Row | None) -> str:
    one = gold or found or {}
    kind, sort, what = name.split(" / ")[:3]
    words = " ".join(str(one.get("quote")).split())
    if sort not in ("slot differs", "key differs"):
        slots = ", ".join(f"{s} {one.get(s)}" for s in KEYS[kind])
        return f"[{one.get('report')}] {slots}: {words}"
    differ = "; ".join(f"{s}: marked {(gold or {}).get(s)}, found {(found or {}).get(s)}" for s in what.split(" and "))
    return f"[{one.get('report')}] {differ}: {words}"
