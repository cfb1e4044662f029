"""Whether two tellings can be of one event, and how well they agree: by who acts, when and where."""

from __future__ import annotations

from datetime import date

from vedette.extraction.events.telling import Telling
from vedette.gazetteer.near import apart_km
from vedette.knowledge.events import BEFORE
from vedette.model.place import Place, PlaceKind

CLASH, ABDUCTION = "Armed clash", "Abduction/forced disappearance"
BOMBS = frozenset({"Suicide bomb", "Remote explosive/landmine/IED"})
SINGLE = BOMBS | {"Attack", "Grenade", "Chemical weapon", ABDUCTION, "Arrests"}
MOVES = frozenset({"Evacuation", "Displacement"})
LASTING = frozenset({"Siege"})
SIDES = 2
NEAR_KM = 15.0


def pair(a: Telling, b: Telling) -> int | None:
    """How well two tellings agree, None where they cannot be of one event. `a` is the later one."""
    if a.actor and b.actor and not same_side(a, b) and not _same_fight(a, b):
        return None
    apart = days(a, b)
    if apart is None:
        held = a.type == b.type == ABDUCTION and "hold" in (a.token.lemma_, b.token.lemma_)
        moves = a.type == b.type in MOVES and not (a.own_day and b.own_day)  # "the evacuation", then its day
        held = held or (a.type == b.type == ABDUCTION and not (a.own_day and b.own_day))
        if not (held or moves or a.type in LASTING) or (a.own_day and b.own_day and a.dated and b.dated):
            return None
        apart = 0
    place = places(a, b)
    if place is None and {a.type, b.type} <= BOMBS and apart and _close_by(a.where.place, b.where.place):
        place = 0  # one bomb, put now at a quarter and now at its town
    if place is None and a.type == b.type == ABDUCTION and apart:
        place = 0  # taken here, held or flown there
    if place is None:
        if a.trigger.told or not (a.points or a.known):
            return None
        place = 0
    return place + apart + (a.actor == b.actor is not None)


def _same_fight(a: Telling, b: Telling) -> bool:
    """Whether two tellings of a clash name no more than its two sides: now the one as the first, now the other."""
    if a.type != CLASH or b.type != CLASH:
        return False
    named = (a.actor, a.target, b.actor, b.target)
    return len({name for name in named if name and _proper(name)}) <= SIDES


def same_side(a: Telling, b: Telling) -> bool:
    """Whether the names of who acts may be of one actor.

    They are equal, or no names at all, or of a state and its army, or of a state and the coalition that it leads.
    """
    first, second = a.actor or "", b.actor or ""
    if first == second or not _proper(first) or not _proper(second) or (a.state is not None and a.state == b.state):
        return True
    for one, other in ((first, second), (second, first)):
        lead, led, _ = one.partition("-led ")
        if led and (other.startswith(lead) or lead == "".join(w[0] for w in other.split())):
            return True
    return False


def _proper(name: str) -> bool:
    """Whether an actor's name names one, and is no description ("gunmen", "terrorists")."""
    return name[:1].isupper() or name in ("rebels",)


def places(a: Telling, b: Telling) -> int | None:
    """4 for the same place, less the less the words tell, None for places apart."""
    if not a.where.name or not b.where.name:
        return 1
    if a.at == b.at or (a.where.place and a.where.place == b.where.place):
        return 4
    if not a.own_place or not b.own_place:
        return None if _elsewhere(a, b) else 1
    if set(a.where.name.split(" and ")) & set(b.where.name.split(" and ")):
        return 3
    if (b.part and _within(a.where.place, b.where.place)) or (a.part and _within(b.where.place, a.where.place)):
        return 2  # "a district of Aleppo", then its name
    if _holds(a.where.place, b.where.place) or _holds(b.where.place, a.where.place):
        vague = not a.trigger.told and a.trigger.type != BEFORE
        single = a.type == b.type and a.type in SINGLE and a.actor == b.actor
        if _summed(a, b) or a.title or a.points or vague or single:
            return 2 if _summed(a, b) else 1
    return 2 if _told_within(a, b) else None


def _summed(a: Telling, b: Telling) -> bool:
    """Whether one stands in the report's lead, which sums up what the other tells in full."""
    return a.lead != b.lead and a.type == b.type


def _told_within(a: Telling, b: Telling) -> bool:
    """Whether the words put the place of one telling within that of the other: "in Sumisip", "X village in Sumisip"."""
    if a.type != b.type or _apart_in_space(a.where.place, b.where.place):
        return False
    return a.at in b.around or b.at in a.around


def _apart_in_space(one: Place | None, other: Place | None) -> bool:
    """Whether two places are known to lie apart, neither in the other, nor put but near where the words name it."""
    if one is None or other is None or one.near or other.near:
        return False
    return not (_holds(one, other) or _holds(other, one))


def _elsewhere(a: Telling, b: Telling) -> bool:
    """Whether the later of two tellings names a place of its own, and the earlier was put at another one."""
    one, other = a.where.place, b.where.place
    if not a.own_place or a.points or a.title or not a.trigger.told or one is None or other is None:
        return False
    return not (_holds(one, other) or _holds(other, one) or _close_by(one, other))


def _close_by(one: Place | None, other: Place | None) -> bool:
    return one is not None and other is not None and apart_km(one, other) <= NEAR_KM


def _within(small: Place | None, big: Place | None) -> bool:
    """Whether `small` may be the part of `big` that was not named: nothing known speaks against it."""
    if small is None or big is None or small.kind in (PlaceKind.AREA, PlaceKind.SITE):
        return True
    return _holds(big, small)


def _holds(big: Place | None, small: Place | None) -> bool:
    """Whether `big` is an area in which `small` lies, as far as names of areas tell."""
    if big is None or small is None:
        return False
    if big.kind is PlaceKind.COUNTRY:
        return big.country == small.country
    return big.name in (small.adm1, small.adm2)


def days(a: Telling, b: Telling) -> int | None:
    """3 for the same days told, 1 where nothing speaks against it, None for days apart."""
    if a.own_day and b.own_day and a.days == b.days:
        return 3
    if a.spoken or b.spoken:
        return 1
    if (a.own_day and a.months) or (b.own_day and b.months):
        return None  # a running count of attacks, or a campaign, beside one attack
    if not _apart(a.days, b.days):
        return 1
    return None


def _apart(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    (a1, a2), (b1, b2) = a, b
    return bool((a2 and b1 and a2 < b1) or (b2 and a1 and b2 < a1))
