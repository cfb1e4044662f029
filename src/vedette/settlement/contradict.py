"""Contradictions: what independent origins say of one thing in one window and that cannot both hold.

Two figures that differ contradict each other only if a chain of questions is answered for each of them: do the words
leave room ("at least")? can the lower be an older count that has grown? the same days? the same people, and neither a
part of the other? surely the same incident, at the same place? The first answer that lets both hold is told as the
reason why there is no contradiction.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from vedette.knowledge.pack import default_knowledge
from vedette.linking.spelling import same_name
from vedette.linking.told import Told
from vedette.linking.windows import compare_windows
from vedette.model.claim import EFFECTS, Control, Event, Toll
from vedette.model.happening import Contradiction
from vedette.model.provenance import Provenance
from vedette.settlement.another import other_incident
from vedette.settlement.figures import Figure, figures
from vedette.settlement.origins import independent, origin
from vedette.settlement.parties import Parties, parties
from vedette.settlement.rules import standing

_HOLDING = ("holds", "gained")


def contradictions_in(members: Sequence[Told], provenance: Mapping[str, Provenance]) -> tuple[Contradiction, ...]:
    """What of one happening's claims cannot both hold: its tolls, and whether it happened at all."""
    out: list[Contradiction] = []
    for effect in EFFECTS:
        out += compared(members, effect, figures(members, effect, provenance), provenance)[0]
    return (*out, *denials(members, provenance))


def compared(
    members: Sequence[Told], effect: str, found: Sequence[Figure], provenance: Mapping[str, Provenance]
) -> tuple[list[Contradiction], list[str]]:
    """Contradictions between the last words of independent origins on one effect; and why other differences are none.

    `found` are the figures of that effect among `members`.
    """
    by_id = {m.id: m for m in members}
    book = parties(default_knowledge())
    out: list[Contradiction] = []
    differences: list[str] = []
    for a, b in combinations(standing(found), 2):
        low, high = (a, b) if a.low <= b.low else (b, a)
        if (low.low, low.high, low.open) == (high.low, high.high, high.open):
            continue
        if not _independent(a, b, by_id, provenance):
            continue
        told = f"{low.origin} says {low.words()} {effect}, {high.origin} says {high.words()}"
        room = (
            _room(low, high)
            or _one_voice(low, high, book)
            or _other_days(low, high, by_id)
            or _part(low, high, by_id)
            or other_incident([(by_id[x], by_id[y]) for x in low.claims for y in high.claims], members)
        )
        if room:
            differences.append(f"{told}: no contradiction, {room}")
            continue
        days = sorted({d.isoformat() for c in (*a.claims, *b.claims) for d in _days(by_id[c])})
        checks = (
            f"same days: {' to '.join(dict.fromkeys((days[0], days[-1])))}" if days else "same days: none is told",
            f"same place: {_places((*low.claims, *high.claims), by_id)}",
            f"same people: {low.who if low.who == high.who else 'whose dead is told by one only'}, no part of a whole",
            f"no room: {low.words()} is not {high.words()}",
            "independent: two origins, no copied text",
        )
        why = f"{told}; both count the same people in the same days, and neither leaves room for the other"
        out.append(contradiction(f"how many were {effect}", (*a.claims, *b.claims), why, effect, checks))
    return out, differences


def _room(low: Figure, high: Figure) -> str | None:
    """Why the numbers may both hold: the words leave room, one is of a part, or the lower has merely grown since."""
    if low.open:
        return f"{low.words()} leaves room for more"
    if low.allows(high.low) or high.allows(low.high):
        return "their ranges meet"
    if low.part or high.part:
        return "one is told as a part of something else"
    if low.high <= 1:
        return "one death leaves room for others"
    if low.who != high.who and low.who != "unknown":
        return f"the {low.who}s may be among the others"
    if low.published and high.published and low.published < high.published:
        return f"the lower count is older ({low.published}) and may have grown"
    if low.earlier:
        return f"the lower count is told as the older one ({low.earlier}) and may have grown"
    if high.earlier and low.report == high.report:
        return f"one report tells them after one another ({high.earlier})"
    if low.partial:
        return f"the lower counts only {low.partial}"
    return None


def _one_voice(low: Figure, high: Figure, book: Parties) -> str | None:
    """Whether both origins speak for one party: its word of now and its word of an hour ago."""
    party = book.behind(low.origin.name)
    if party is None or party != book.behind(high.origin.name):
        return None
    return f"both speak for one party ({book.proper(party)}), whose toll may have grown"


def _other_days(low: Figure, high: Figure, by_id: Mapping[str, Told]) -> str | None:
    """A day's toll and a running total count different dead, and so may two totals of different windows."""
    spans: set[tuple[object, ...]] = set()
    for claim in (by_id[c].claim for c in (*low.claims, *high.claims)):
        if isinstance(claim, Toll):
            total = claim.span == "period"
            spans.add((total, claim.first, claim.last) if total else (total,))
    if len(spans) > 1:
        return "they count over different times"
    pairs = ((by_id[x], by_id[y]) for x in low.claims for y in high.claims)
    return (
        "they are of different days" if any(compare_windows(a.window, b.window).value < 0 for a, b in pairs) else None
    )


def _part(low: Figure, high: Figure, by_id: Mapping[str, Told]) -> str | None:
    """Whether the lower counts a sort of civilians where the higher counts all, one incident of a day, or another side.

    Who killed the ones is none of their number: of a battle each side counts the other's dead.
    """
    for x in low.claims:
        for y in high.claims:
            a, b = by_id[x].claim, by_id[y].claim
            if not (isinstance(a, Toll) and isinstance(b, Toll)):
                continue
            if (a.group and a.group == b.by) or (b.group and b.group == a.by):
                return "they are the dead of two sides of a fight"
            if a.who == "civilian" and a.group is not None and b.group is None:
                return f"{a.group} are a part of all"
            if a.span == "incident" and b.span == "day":
                return "one incident is a part of a day"
    return None


def _days(one: Told) -> list[date]:
    return [d for d in (one.claim.first, one.claim.last) if d]


def _places(claims: Iterable[str], by_id: Mapping[str, Told]) -> str:
    return " and ".join(sorted({p for c in claims if (p := by_id[c].claim.place)})) or "none is told"


def _independent(a: Figure, b: Figure, by_id: Mapping[str, Told], provenance: Mapping[str, Provenance]) -> bool:
    return all(independent(by_id[x], by_id[y], provenance) for x in a.claims for y in b.claims)


def denials(members: Sequence[Told], provenance: Mapping[str, Provenance]) -> Iterable[Contradiction]:
    """Where one origin denies what an independent one says happened."""
    events = [(m, m.claim) for m in members if isinstance(m.claim, Event)]
    for denied, no in events:
        if no.status != "denied":
            continue
        for told, yes in events:
            if yes.status == "happened" and yes.type == no.type and independent(denied, told, provenance):
                why = f"{origin(denied, provenance)} denies what {origin(told, provenance)} says happened"
                checks = (f"same event: {no.type}", "independent: two origins, no copied text")
                yield contradiction("whether it happened", (denied.id, told.id), why, None, checks)


def control_contradictions(claims: Iterable[Told], provenance: Mapping[str, Provenance]) -> list[Contradiction]:
    """Two holders of one place on one day, by independent origins. `claims` are control claims."""
    out: list[Contradiction] = []
    by_sound: dict[tuple[str, str], list[tuple[Told, Control]]] = {}
    for m in sorted(claims, key=lambda m: m.id):
        if isinstance(m.claim, Control) and _is_holding(m.claim):
            for name in m.places:
                by_sound.setdefault((name.sound, str(m.claim.last)), []).append((m, m.claim))
    for key in sorted(by_sound):
        for (a, one), (b, two) in combinations(by_sound[key], 2):
            same_day = one.first and two.first and one.last and two.last
            named = any(same_name(x, y) and x.sides == y.sides for x in a.places for y in b.places)
            if one.holder != two.holder and same_day and named and independent(a, b, provenance):
                why = (
                    f"{origin(a, provenance)} puts {one.place} in the hands of {one.holder}, "
                    f"{origin(b, provenance)} in those of {two.holder}, both on {one.last}"
                )
                checks = (
                    f"same day: {one.last}",
                    f"same place: {one.place} as a whole",
                    "independent: two origins, no copied text",
                )
                out.append(contradiction(f"who holds {one.place}", (a.id, b.id), why, None, checks))
    return out


def _is_holding(claim: Control) -> bool:
    """Whether a claim puts a whole place in somebody's hands."""
    return claim.change in _HOLDING and claim.holder is not None and claim.part is None


def contradiction(
    about: str, claims: Iterable[str], why: str, effect: str | None = None, checks: tuple[str, ...] = ()
) -> Contradiction:
    """A contradiction, with an id of its own made from what it is about."""
    ids = tuple(sorted(set(claims)))
    digest = hashlib.sha256("\x1f".join((about, *ids)).encode()).hexdigest()[:16]
    return Contradiction(id=f"x-{digest}", about=about, claims=ids, why=why, effect=effect, checks=checks)
