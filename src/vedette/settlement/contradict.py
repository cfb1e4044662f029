"""Contradictions: what independent origins say of one thing in one window and that cannot both hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from vedette.linking.spelling import same_name
from vedette.linking.told import Told
from vedette.linking.windows import compare_windows
from vedette.model.claim import EFFECTS, Control, Event, Toll
from vedette.model.happening import Contradiction
from vedette.model.provenance import Provenance
from vedette.settlement.figures import Figure, figures
from vedette.settlement.origins import independent
from vedette.settlement.rules import standing

_HOLDING = ("holds", "gained")


def contradictions_in(members: Sequence[Told], provenance: Mapping[str, Provenance]) -> tuple[Contradiction, ...]:
    """What of one happening's claims cannot both hold: its tolls, and whether it happened at all."""
    by_id = {m.id: m for m in members}
    out: list[Contradiction] = []
    for effect in EFFECTS:
        for a, b in combinations(standing(figures(members, effect, provenance)), 2):
            low, high = (a, b) if a.low <= b.low else (b, a)
            if (
                _cannot_both(low, high)
                and _same_window(low, high, by_id)
                and _same_people(low, high, by_id)
                and _independent(a, b, by_id, provenance)
            ):
                why = (
                    f"{low.origin} says {low.words()} {effect}, {high.origin} says {high.words()}; "
                    "both count the same people in the same days, and neither leaves room for the other"
                )
                out.append(contradiction(f"how many were {effect}", (*a.claims, *b.claims), why))
    return (*out, *_denials(members, provenance))


def _cannot_both(low: Figure, high: Figure) -> bool:
    """Disjoint, and the lower is no earlier count that has merely grown since."""
    if low.open or low.allows(high.low) or high.allows(low.high):
        return False
    if low.part or high.part or low.high <= 1:
        return False  # a part leaves room for the rest, and one man's death for those of others
    if low.who != high.who and low.who != "unknown":
        return False  # eight civilians may well be among ten people
    return not (low.published and high.published and low.published < high.published)


def _same_window(a: Figure, b: Figure, by_id: Mapping[str, Told]) -> bool:
    """A day's toll and a running total count different dead, and so may two totals of different windows."""
    spans: set[tuple[object, ...]] = set()
    for claim in (by_id[c].claim for c in (*a.claims, *b.claims)):
        if isinstance(claim, Toll):
            total = claim.span == "period"
            spans.add((total, claim.first, claim.last) if total else (total,))
    return len(spans) == 1


def _same_people(low: Figure, high: Figure, by_id: Mapping[str, Told]) -> bool:
    """Whether two figures count one thing: of one place and days, and the lower no part of the higher.

    What died in a quarter or in one strike is a part of a city's dead of that day, and children are of all.
    """
    pairs = [(by_id[x], by_id[y]) for x in low.claims for y in high.claims]
    return all(_one_place(a, b) and compare_windows(a.window, b.window).value >= 0 for a, b in pairs) and not any(
        isinstance(a.claim, Toll) and isinstance(b.claim, Toll) and _part_of(a.claim, b.claim) for a, b in pairs
    )


def _one_place(a: Told, b: Told) -> bool:
    """Whether two claims are of one place, or have their places from elsewhere, so that these tell nothing."""
    if not a.places or not b.places or a.bare or b.bare or not (a.placed or b.placed):
        return True
    same_entry = a.location is not None and b.location is not None and a.location.id == b.location.id
    return same_entry or any(same_name(x, y) and x.sides == y.sides for x in a.places for y in b.places)


def _part_of(a: Toll, b: Toll) -> bool:
    """Whether `a` counts a sort of civilians, or one incident, where `b` counts all, or a day."""
    narrower = a.who == "civilian" and a.group is not None and b.group is None
    return narrower or (a.span == "incident" and b.span == "day")


def _independent(a: Figure, b: Figure, by_id: Mapping[str, Told], provenance: Mapping[str, Provenance]) -> bool:
    return all(independent(by_id[x], by_id[y], provenance) for x in a.claims for y in b.claims)


def _denials(members: Sequence[Told], provenance: Mapping[str, Provenance]) -> Iterable[Contradiction]:
    events = [(m, m.claim) for m in members if isinstance(m.claim, Event)]
    for denied, no in events:
        if no.status != "denied":
            continue
        for told, yes in events:
            if yes.status == "happened" and yes.type == no.type and independent(denied, told, provenance):
                why = f"{no.source} denies what {yes.source} says happened"
                yield contradiction("whether it happened", (denied.id, told.id), why)


def control_contradictions(claims: Iterable[Told], provenance: Mapping[str, Provenance]) -> list[Contradiction]:
    """Two holders of one place on one day, by independent origins. `claims` are control claims."""
    out: list[Contradiction] = []
    by_sound: dict[str, list[tuple[Told, Control]]] = {}
    for m in sorted(claims, key=lambda m: m.id):
        if isinstance(m.claim, Control) and _is_holding(m.claim):
            for name in m.places:
                by_sound.setdefault(name.sound, []).append((m, m.claim))
    for sound in sorted(by_sound):
        for (a, one), (b, two) in combinations(by_sound[sound], 2):
            same_day = one.first and two.first and one.last and two.last and one.last == two.last
            named = any(same_name(x, y) and x.sides == y.sides for x in a.places for y in b.places)
            if one.holder != two.holder and same_day and named and independent(a, b, provenance):
                why = (
                    f"{one.source} puts {one.place} in the hands of {one.holder}, {two.source} in those of "
                    f"{two.holder}, both on {one.last}"
                )
                out.append(contradiction(f"who holds {one.place}", (a.id, b.id), why))
    return out


def _is_holding(claim: Control) -> bool:
    """Whether a claim puts a whole place in somebody's hands."""
    return claim.change in _HOLDING and claim.holder is not None and claim.part is None


def contradiction(about: str, claims: Iterable[str], why: str) -> Contradiction:
    """A contradiction, with an id of its own made from what it is about."""
    ids = tuple(sorted(set(claims)))
    digest = hashlib.sha256("\x1f".join((about, *ids)).encode()).hexdigest()[:16]
    return Contradiction(id=f"x-{digest}", about=about, claims=ids, why=why)
