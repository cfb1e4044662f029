"""Who held what on a day, by which claims: the last word on each place, contested where it differs, else unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vedette.linking.spelling import place_names
from vedette.model.claim import Claim, Control

HELD, CONTESTED, BESIEGED, LOST = "held", "contested", "besieged", "lost by"
CLAIMED, REPORTED, UNATTRIBUTED = "claimed", "reported", "unattributed"


@dataclass(frozen=True)
class Holding:
    """What the claims up to a day tell of one place, or of one part of it.

    `state`: held (by `holders`), contested (between them), besieged (by them), "lost by" (them; who holds it now is
    not told). `standing`: reported (an origin other than the holder says so), claimed (only the holder does),
    unattributed (only outlets in their own voice do). `as_of` is the day that the last word is about.
    """

    place: str
    part: str | None
    state: str
    holders: tuple[str, ...]
    standing: str
    as_of: date | None
    claims: tuple[str, ...]


def who_holds(claims: Iterable[Claim], on: date, place: str | None = None) -> list[Holding]:
    """The holdings on the day `on`, ordered by place and part; of one `place` (any spelling) if asked.

    A place that no claim up to that day tells of is not in the list: unknown.
    """
    wanted = _key(place) if place else None
    groups: dict[tuple[str, str], list[Control]] = defaultdict(list)
    for claim in claims:
        if not isinstance(claim, Control) or not claim.place or claim.first is None or claim.first > on:
            continue
        key = _key(claim.place)
        if wanted is None or key == wanted:
            groups[key, (claim.part or "").lower()].append(claim)
    rows = [row for key in sorted(groups) for row in _holdings(groups[key], on)]
    return sorted(rows, key=lambda r: (r.place.lower(), r.part or "", r.state))


def _key(place: str) -> str:
    """A place's name by its sound, so that spellings of one place meet."""
    names = place_names(place)
    return " ".join(str(name) for name in names) if names else place.lower()


def _day(claim: Control, on: date) -> date:
    """The last day up to `on` that a claim is about."""
    return min(claim.last or claim.first or date.min, on)


def _holdings(told: Sequence[Control], on: date) -> list[Holding]:
    """The last word on one place: sieges stand beside who holds it."""
    order = sorted(told, key=lambda c: (_day(c, on), c.id))
    sieges = [c for c in order if c.change == "besieges"]
    words = [c for c in order if c.change != "besieges"]
    out = []
    if words:
        latest = _day(words[-1], on)
        out.append(_last_word([c for c in words if _day(c, on) == latest], latest))
    if sieges:
        latest = _day(sieges[-1], on)
        out.append(_row(BESIEGED, [c for c in sieges if _day(c, on) == latest], latest))
    return out


def _last_word(last: Sequence[Control], day: date) -> Holding:
    holding = [c for c in last if c.change in ("gained", "holds")]
    losing = [c for c in last if c.change == "lost"]
    if any(c.change == "contested" for c in last) or len({c.holder for c in holding}) > 1:
        return _row(CONTESTED, last, day)
    if {c.holder for c in holding} & {c.holder for c in losing}:
        return _row(CONTESTED, last, day)
    return _row(HELD, holding, day) if holding else _row(LOST, losing, day)


def _row(state: str, told: Sequence[Control], day: date) -> Holding:
    holders = tuple(sorted({c.holder for c in told if c.holder}))
    sources = {c.source for c in told if c.source}
    standing = UNATTRIBUTED if not sources else CLAIMED if sources <= set(holders) else REPORTED
    return Holding(
        place=told[-1].place or "",
        part=told[-1].part,
        state=state,
        holders=holders,
        standing=standing,
        as_of=day,
        claims=tuple(sorted(c.id for c in told)),
    )
