"""Who held what on a day, by which claims: the last word on each place, contested where it differs, else unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from vedette.knowledge.control import ControlWords
from vedette.knowledge.kin import kin
from vedette.knowledge.pack import Knowledge, default_knowledge
from vedette.linking.spelling import place_names
from vedette.model.claim import Claim, Control
from vedette.settlement.parties import parties

HELD, CONTESTED, BESIEGED, LOST = "held", "contested", "besieged", "lost by"
CLAIMED, REPORTED, UNATTRIBUTED = "claimed", "reported", "unattributed"
_FEW = 4
"""Words of a part beyond which it tells more than a size."""


@dataclass(frozen=True)
class Holding:
    """What the claims up to a day tell of one place, or of one part of it.

    `state`: held (by `holders`; several where one sentence or kinship joins them), contested (between them), besieged
    (by them), "lost by" (them; who holds it now is not told). `standing`: reported (an origin other than the holder
    says so), claimed (only the holder does, or media that speak for it), unattributed (only outlets in their own voice
    do). `as_of` is the day of the last word. `key` is the same for all holdings of one place, however it is spelled:
    its gazetteer id, or its sound.
    """

    key: str
    place: str
    part: str | None
    state: str
    holders: tuple[str, ...]
    standing: str
    as_of: date | None
    claims: tuple[str, ...]


def who_holds(
    claims: Iterable[Claim], on: date, place: str | None = None, knowledge: Knowledge | None = None
) -> list[Holding]:
    """The holdings on the day `on`, ordered by place and part; of one `place` (any spelling) if asked.

    A place that no claim up to that day tells of is not in the list: unknown. Parts that do not tell which ("some
    districts") are one for each holder; what was told of a part before somebody gained the whole is no more, nor is a
    siege by whoever has come to hold the place.
    """
    known = knowledge or default_knowledge()
    wanted = _sound(place) if place else None
    placed = [c for c in claims if isinstance(c, Control) and c.place]
    now = [c for c in placed if c.first is not None and c.first <= on]
    keys = _keys(placed)
    groups: dict[tuple[str, str], list[Control]] = defaultdict(list)
    taken: dict[str, date] = {}
    for claim in now:
        key = keys[claim.id]
        if wanted is None or _sound(claim.place or "") == wanted:
            groups[key, _part(claim, known)].append(claim)
        if claim.change == "gained" and claim.part is None:
            taken[key] = max(taken.get(key, date.min), _day(claim, on))
    rows = []
    for key, part in sorted(groups):
        told = [c for c in groups[key, part] if not part or _day(c, on) >= taken.get(key, date.min)]
        rows += _holdings(key, told, on, known) if told else []
    return sorted(rows, key=lambda r: (r.place.lower(), r.part or "", r.state, r.holders))


def _part(claim: Control, knowledge: Knowledge) -> str:
    """What tells the part of a place from others: its words, or whose it is where they do not tell which."""
    words = (claim.part or "").lower().split()
    unsaid = knowledge.world("control", ControlWords).unsaid
    if words and (words[-1] in unsaid or words[-1].removesuffix("s") in unsaid) and len(words) <= _FEW:
        return f"some of {claim.holder}"
    return " ".join(words)


def _keys(claims: Sequence[Control]) -> dict[str, str]:
    """What the place of each claim goes by: its gazetteer id; unresolved, the id of the one place that sounds so."""
    ids: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.location:
            ids[_sound(claim.place or "")].add(claim.location.id)
    found = {}
    for claim in claims:
        sound = _sound(claim.place or "")
        alike = ids[sound]
        found[claim.id] = claim.location.id if claim.location else next(iter(alike)) if len(alike) == 1 else sound
    return found


@lru_cache(maxsize=1 << 14)
def _sound(place: str) -> str:
    """A place's name by its sound, so that spellings of one place meet."""
    names = place_names(place)
    return " ".join(str(name) for name in names) if names else place.lower()


def _day(claim: Control, on: date) -> date:
    """The last day up to `on` that a claim is about."""
    return min(claim.last or claim.first or date.min, on)


def _holdings(key: str, told: Sequence[Control], on: date, knowledge: Knowledge) -> list[Holding]:
    """The last word on one place: sieges stand beside who holds it, until that is the besieger."""
    order = sorted(told, key=lambda c: (_day(c, on), c.id))
    sieges = [c for c in order if c.change == "besieges"]
    words = [c for c in order if c.change != "besieges"]
    out = []
    if words:
        latest = _day(words[-1], on)
        held = _last_word(key, [c for c in words if _day(c, on) == latest], latest, knowledge)
        sieges = [c for c in sieges if _day(c, on) > latest or held.state != HELD or c.holder not in held.holders]
        out.append(held)
    if sieges:
        latest = _day(sieges[-1], on)
        out.append(_row(key, BESIEGED, [c for c in sieges if _day(c, on) == latest], latest, knowledge))
    return out


def _last_word(key: str, last: Sequence[Control], day: date, knowledge: Knowledge) -> Holding:
    holding = [c for c in last if c.change in ("gained", "holds")]
    losing = [c for c in last if c.change == "lost"]
    if any(c.change == "contested" for c in last) or any(_apart(a, b, knowledge) for a, b in combinations(holding, 2)):
        return _row(key, CONTESTED, last, day, knowledge)
    if {c.holder for c in holding} & {c.holder for c in losing}:
        return _row(key, CONTESTED, last, day, knowledge)
    return _row(key, HELD, holding, day, knowledge) if holding else _row(key, LOST, losing, day, knowledge)


def _apart(a: Control, b: Control, knowledge: Knowledge) -> bool:
    """Whether two claims give a place to two parties, neither named for the other nor told to hold it together."""
    if a.holder == b.holder or kin(knowledge).alike((a.holder or "").lower(), (b.holder or "").lower()):
        return False
    return not (a.report_id == b.report_id and a.change == b.change and a.start < b.end and b.start < a.end)


def _row(key: str, state: str, told: Sequence[Control], day: date, knowledge: Knowledge) -> Holding:
    holders = tuple(sorted({c.holder for c in told if c.holder}))
    known = parties(knowledge)
    voices = {known.behind(c.source) or c.source.lower() for c in told if c.source}
    standing = UNATTRIBUTED if not voices else CLAIMED if voices <= {h.lower() for h in holders} else REPORTED
    return Holding(
        key=key,
        place=told[-1].place or "",
        part=told[-1].part,
        state=state,
        holders=holders,
        standing=standing,
        as_of=day,
        claims=tuple(sorted(c.id for c in told)),
    )
